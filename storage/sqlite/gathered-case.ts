import type { SQLInputValue } from 'node:sqlite';
import { z } from 'zod';
import type { CaseId } from '../../concerns/terms/case-id.ts';
import { caseRecordSchema } from '../../concerns/records/case-record.ts';
import { alertRecordSchema } from '../../concerns/records/alert-record.ts';
import type { AskedOfCase, GatheredCase } from '../../concerns/ports/case-store.ts';
import { inOrderOnce } from '../case-parts.ts';
import { parsed, parsedJson, readJson } from '../parsed.ts';
import { countOfKind, questionOf, seallessRow, sumWritten } from './history.ts';
import type { SqliteFile } from './sqlite-file.ts';

const partSchema = z.object({
  part: z.enum(['case', 'alert', 'entry', 'count', 'written']),
  /** Which of the questions of its part a row answers, from 0. */
  place: z.int(),
  record: z.string().nullable(),
  /** A version, or how many there are. */
  version: z.string().nullable(),
  count: z.int(),
  size: z.int(),
});
type Part = z.infer<typeof partSchema>;

/** A part of the statement, each with the same columns. */
interface Term {
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
}

const columnsOf = (part: Part['part'], place: number, columns: string): string =>
  `SELECT '${part}' AS part, ${place} AS place, ${columns}`;

const termsOf = (caseId: CaseId, { entries, counts, written }: AskedOfCase): readonly Term[] => [
  {
    sql: `${columnsOf('case', 0, 'record, CAST(version AS TEXT) AS version, 0 AS count, 0 AS size')}
      FROM cases WHERE case_id = ?`,
    values: [caseId],
  },
  {
    sql: `${columnsOf('alert', 0, 'record, CAST(version AS TEXT), 0, 0')} FROM alerts WHERE case_id = ?`,
    values: [caseId],
  },
  ...entries.map((asked, place) => {
    const { from, where, values } = questionOf(caseId, asked);
    const columns = columnsOf('entry', place, 'events.record, NULL, 0, 0');
    return { sql: `SELECT * FROM (${columns} FROM ${from} ${where})`, values };
  }),
  ...counts.map((kind, place) => ({
    sql: `${columnsOf('count', place, 'NULL, NULL, count, 0')} FROM (${countOfKind})`,
    values: [caseId, kind],
  })),
  ...written.map(({ by, since }, place) => {
    const { sql, values } = sumWritten(caseId, by, since);
    return { sql: `${columnsOf('written', place, 'NULL, NULL, count, size')} FROM (${sql})`, values };
  }),
];

/** A case with its alert and what is asked of its history, in one statement: all of it is of one moment. */
export function gatherCase(file: SqliteFile, caseId: CaseId, asked: AskedOfCase): GatheredCase | undefined {
  const terms = termsOf(caseId, asked);
  const rows = file
    .rows(terms.map(({ sql }) => sql).join(' UNION ALL '), ...terms.flatMap(({ values }) => values))
    .map((row) => parsed(partSchema, row));
  const of = (part: Part['part']): readonly Part[] => rows.filter((row) => row.part === part);
  const inPlaces = (part: Part['part']): readonly Part[] => of(part).toSorted((one, other) => one.place - other.place);
  const [standing] = of('case');
  if (standing === undefined) return undefined;
  const [alert] = of('alert');
  const alerted = alert && readJson(alertRecordSchema, String(alert.record));
  return {
    case: { value: parsedJson(caseRecordSchema, String(standing.record)), version: String(standing.version) },
    alert: alert && { value: alerted?.caseId === caseId ? alerted : undefined, version: String(alert.version) },
    entries: inOrderOnce(of('entry').map(({ record }) => seallessRow({ record }))),
    counts: inPlaces('count').map(({ count }) => count),
    written: inPlaces('written').map(({ count, size }) => ({ count, size })),
  };
}
