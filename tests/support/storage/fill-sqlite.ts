import { z } from 'zod';
import type { CaseRecord } from '../../../core/model/case-record.ts';
import type { CaseId } from '../../../core/model/case-id.ts';
import { addCase } from '../../../storage/sqlite/cases.ts';
import { openSqliteFile, type SqliteFile } from '../../../storage/sqlite/sqlite-file.ts';
import { newCaseId } from '../contracts/records.ts';
import type { MakeCase } from '../summary/week-in-history.ts';

const casesOfATransaction = 5_000;
const patienceMs = 2_000;
const indexSchema = z.object({ name: z.string(), sql: z.string() });

interface GeneratedIds {
  readonly references: readonly CaseId[];
  /** Their places, in the order of what stands there. */
  readonly inOrder: Uint32Array;
}

/** The references of so many cases, by chance: by them nobody can tell which came before which. */
function generateIds(count: number): GeneratedIds {
  const distinct = new Set<CaseId>();
  while (distinct.size < count) distinct.add(newCaseId());
  const references = [...distinct];
  const isBefore = (one: number, other: number): boolean => (references[one] ?? '') < (references[other] ?? '');
  const inOrder = Uint32Array.from(references.keys()).sort((one, other) => (isBefore(one, other) ? -1 : 1));
  return { references, inOrder };
}

/** The indexes that nothing is looked up in while a case is added. */
const idleIndexes = (file: SqliteFile) =>
  file
    .rows(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND name <> 'week_cases_by_case'`,
    )
    .map((row) => indexSchema.parse(row));

/**
 * A new file with so many cases, as the store writes each of them: a million in two minutes. They are added in the order
 * of their references, without waiting for the disk, and most indexes are made afterwards; then the file is opened anew,
 * as a server opens it. Its rows lie closer together than where cases come in one by one, as after a backup. `add` may
 * write what stands beside a case as well.
 */
export async function createFilledFile(
  path: string,
  count: number,
  make: MakeCase,
  add: (file: SqliteFile, record: CaseRecord) => void = addCase,
): Promise<SqliteFile> {
  const file = openSqliteFile(path, patienceMs);
  for (const pragma of ['synchronous = OFF', 'cache_size = -65536', 'temp_store = FILE']) file.rows(`PRAGMA ${pragma}`);
  const indexes = idleIndexes(file);
  await file.transaction(() => {
    for (const { name } of indexes) file.write(`DROP INDEX ${name}`);
  });
  const { references, inOrder } = generateIds(count);
  for (let from = 0; from < count; from += casesOfATransaction) {
    await file.transaction(() => {
      for (const at of inOrder.subarray(from, from + casesOfATransaction)) {
        const caseId = references[at];
        if (caseId !== undefined) add(file, make(at, caseId));
      }
    });
  }
  for (const { sql } of indexes) await file.transaction(() => file.write(sql));
  await file.erase();
  file.close();
  return openSqliteFile(path, patienceMs);
}
