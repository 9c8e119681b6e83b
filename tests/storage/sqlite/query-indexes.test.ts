import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { SQLInputValue } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { openSqliteStore, createSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { openSqliteFile, type SqliteFile } from '../../../storage/sqlite/sqlite-file.ts';
import { dayQueries } from '../../bench/queries.ts';
import { createCase, createAlert, firstEvent, newCaseId } from '../../support/contracts/records.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';

const folder = createTemporaryFolder();
const path = join(folder, 'candour.db');
const planSchema = z.object({ detail: z.string() });
/** Tables with a row or more for each case, and what each question is told to look for it by. */
const large = /^(?:SCAN|SEARCH) (?:cases|listed|alerts|events|seals|written|week_cases|exclusions)\b/u;

let file: SqliteFile;
let asked: { readonly sql: string; readonly values: readonly SQLInputValue[] }[] = [];
let questions: Awaited<ReturnType<typeof dayQueries>>;

beforeAll(async () => {
  const store = openSqliteStore(path);
  const record = createCase({ caseId: newCaseId() });
  await store.cases.create(record, createAlert(record.caseId), [firstEvent(record.caseId)]);
  await store.close();
  file = openSqliteFile(path, 2_000);
  const note = (sql: string, values: readonly SQLInputValue[]): void => void asked.push({ sql, values });
  const noted: SqliteFile = {
    ...file,
    row: (sql, ...values) => {
      note(sql, values);
      return file.row(sql, ...values);
    },
    rows: (sql, ...values) => {
      note(sql, values);
      return file.rows(sql, ...values);
    },
    write: (sql, ...values) => {
      note(sql, values);
      return file.write(sql, ...values);
    },
  };
  questions = await dayQueries(createSqliteStore(noted), [record]);
});
afterAll(() => {
  file.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What SQLite would do in the large tables to answer all that a question asks, each once. */
async function stepsOf(name: string): Promise<readonly string[]> {
  asked = [];
  await questions[name]?.(1);
  const steps = asked
    .filter(({ sql }) => /\b(?:SELECT|UPDATE|DELETE)\b/u.test(sql))
    .flatMap(({ sql, values }) => file.rows(`EXPLAIN QUERY PLAN ${sql}`, ...values))
    .map((row) => planSchema.parse(row).detail)
    .filter((detail) => large.test(detail));
  return [...new Set(steps)];
}

// Without figures of its tables, which nobody gathers here, SQLite guesses; among a million cases it guessed six seconds.
describe('what is asked of SQLite all day', () => {
  it('goes through no large table, whatever is asked', async () => {
    for (const name of Object.keys(questions)) {
      const steps = await stepsOf(name);
      expect({ name, steps: steps.length > 0 }).toEqual({ name, steps: true });
      expect({ name, scans: steps.filter((step) => step.startsWith('SCAN')) }).toEqual({ name, scans: [] });
    }
  });

  // A row that is looked up for each case that a walk goes over made lists of what is overdue take ten times as long.
  it('walks through indexes alone in each list, and looks up the rows of those that it shows', async () => {
    const lists = Object.keys(questions).filter((each) => each.startsWith('list: '));
    // Behind all that have a deadline it goes on with those that have none, which no index says.
    for (const name of lists.filter((each) => each !== 'list: all, the most overdue first, a page inside')) {
      const walks = (await stepsOf(name)).filter((step) => !step.includes('USING PRIMARY KEY'));
      const others = walks.filter((step) => !step.startsWith('SEARCH listed USING COVERING INDEX '));
      expect({ name, others }).toEqual({ name, others: [] });
    }
  });

  it.each([
    ['alerts that are due', ['SEARCH alerts USING INDEX alerts_due (due_ms>?)']],
    [
      'health of alerts',
      [
        'SEARCH alerts USING INDEX alerts_open (handled_by=?)',
        'SEARCH alerts USING INDEX alerts_open (handled_by=? AND attempts>?)',
        'SEARCH alerts USING COVERING INDEX alerts_posted (handled_by=? AND last_posted_ms>? AND last_posted_ms<?)',
      ],
    ],
    ['one case, with its seals', ['SEARCH cases USING PRIMARY KEY (case_id=?)']],
  ])('looks for %s by the index that was made for it', async (name, steps) => {
    expect(await stepsOf(name)).toEqual(steps);
  });
});
