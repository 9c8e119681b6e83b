import type { SQLInputValue } from 'node:sqlite';
import { z } from 'zod';
import type { EntriesAsked, History, Writer, WrittenSince } from '../../concerns/ports/history.ts';
import { type EventRecord, eventRecordSchema } from '../../concerns/records/event-record.ts';
import { sealless, withSeals } from '../case-parts.ts';
import { parsed, parsedJson } from '../parsed.ts';
import type { SqliteFile } from './sqlite-file.ts';

const eventRowSchema = z.object({ record: z.string() });
const sealedEventRowSchema = eventRowSchema.extend({ message: z.string().nullable(), note: z.string().nullable() });
const countSchema = z.object({ count: z.int() });
const writtenSchema = countSchema.extend({ size: z.int() });

/** The entry that a row holds, without seals. */
export const seallessRow = (row: unknown): EventRecord =>
  sealless(parsedJson(eventRecordSchema, parsed(eventRowSchema, row).record));

function sealedRow(row: unknown): EventRecord {
  const { record, message, note } = parsed(sealedEventRowSchema, row);
  return withSeals(parsedJson(eventRecordSchema, record), { message, note });
}

/** The index that a question is answered from. Without figures of the table SQLite would rather walk all of a case. */
function indexFor({ kinds, requests, by, message }: EntriesAsked): string | undefined {
  if (message !== undefined) return 'events_by_message';
  if (requests !== undefined) return 'events_by_request';
  if (kinds === undefined) return undefined;
  return by === undefined ? 'events_by_kind' : 'events_by_person';
}

interface Question {
  readonly from: string;
  readonly where: string;
  readonly values: readonly SQLInputValue[];
}

/** A question as SQL: from which index, on what condition and in which order, with what stands for its marks. */
export function questionOf(caseId: string, asked: EntriesAsked): Question {
  const { kinds, requests, by, message, after, before, first, last } = asked;
  // One alone is asked for by `=`, so that the index gives the entries in their order.
  const among = (column: string, list: readonly string[]): string =>
    list.length === 1 ? `events.${column} = ?` : `events.${column} IN (${list.map(() => '?').join(', ')})`;
  const parts: readonly (readonly [string, readonly SQLInputValue[]] | undefined)[] = [
    ['events.case_id = ?', [caseId]],
    kinds && [among('kind', kinds), kinds],
    requests && [among('request', requests), requests],
    by && [among('person', by), by],
    message === undefined ? undefined : ['events.message = ?', [message]],
    after === undefined ? undefined : ['events.sequence > ?', [after]],
    before === undefined ? undefined : ['events.sequence < ?', [before]],
  ];
  const met = parts.filter((part) => part !== undefined);
  const most = last ?? first;
  const index = indexFor(asked);
  const order = `ORDER BY events.sequence ${last === undefined ? 'ASC' : 'DESC'}`;
  return {
    from: `events${index === undefined ? '' : ` INDEXED BY ${index}`}`,
    where: `WHERE ${met.map(([sql]) => sql).join(' AND ')} ${order}${most === undefined ? '' : ' LIMIT ?'}`,
    values: [...met.flatMap(([, values]) => values), ...(most === undefined ? [] : [most])],
  };
}

/** How many entries of a kind there are, of a case and a kind. */
export const countOfKind =
  'SELECT count(*) AS count FROM events INDEXED BY events_by_kind WHERE case_id = ? AND kind = ?';
/** Counts what was written into a case, as SQL with what stands for its marks. */
export const sumWritten = (
  caseId: string,
  by: Writer,
  since?: WrittenSince,
): { readonly sql: string; readonly values: readonly SQLInputValue[] } => ({
  sql: `SELECT count(*) AS count, coalesce(sum(size), 0) AS size FROM written
    WHERE case_id = ? AND (kind = 'messageFromReporter') = ? AND at >= ? AND at < ?`,
  // The last stands behind every moment and day.
  values: [caseId, by === 'reporter' ? 1 : 0, since?.from ?? '', since?.to ?? 'z'],
});

const bare = { columns: 'events.record', join: '' };
const withTheirSeals = {
  columns: 'events.record, seals.message, seals.note',
  join: 'LEFT JOIN seals ON seals.case_id = events.case_id AND seals.sequence = events.sequence',
};

/** Histories in SQLite. The seals have a table of their own: who does not ask for them does not read them. */
export function sqliteHistory(file: SqliteFile): History {
  const found = ({ columns, join }: typeof bare, caseId: string, asked: EntriesAsked): readonly unknown[] => {
    const { from, where, values } = questionOf(caseId, asked);
    const rows = file.rows(`SELECT ${columns} FROM ${from} ${join} ${where}`, ...values);
    return asked.last === undefined ? rows : rows.toReversed();
  };
  return {
    of: async (caseId) => found(withTheirSeals, caseId, {}).map(sealedRow),
    entries: async (caseId, asked) => found(bare, caseId, asked).map(seallessRow),
    sealed: async (caseId, asked) => found(withTheirSeals, caseId, asked).map(sealedRow),
    count: async (caseId, kind) => parsed(countSchema, file.row(countOfKind, caseId, kind)).count,
    written: async (caseId, by, since) => {
      const { sql, values } = sumWritten(caseId, by, since);
      return parsed(writtenSchema, file.row(sql, ...values));
    },
  };
}
