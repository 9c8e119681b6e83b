import type { SQLInputValue } from 'node:sqlite';
import { z } from 'zod';
import type { CaseChange, CaseStore } from '../../concerns/ports/case-store.ts';
import type { EntriesAsked, History } from '../../concerns/ports/history.ts';
import { type EventRecord, eventRecordSchema } from '../../concerns/records/event-record.ts';
import type { CaseId } from '../../concerns/terms/case-id.ts';
import { assertSameCase, sealless, sealsOf, withSeals } from '../case-parts.ts';
import { parsed, parsedJson } from '../parsed.ts';
import { addAlert, alertVersion, replaceAlert } from './alerts.ts';
import { addCase, readCase, readReaders, replaceCase } from './case-rows.ts';
import type { SqliteFile } from './sqlite-file.ts';

const versionSchema = z.object({ version: z.int() });

function addEvents(file: SqliteFile, events: readonly EventRecord[]): void {
  for (const event of events) {
    file.write(
      'INSERT INTO events (case_id, sequence, record) VALUES (?, ?, ?)',
      event.caseId,
      event.sequence,
      JSON.stringify(sealless(event)),
    );
    const { message, note } = sealsOf(event);
    if (message === undefined && note === undefined) continue;
    file.write(
      'INSERT INTO seals (case_id, sequence, kind, at, message, note) VALUES (?, ?, ?, ?, ?, ?)',
      event.caseId,
      event.sequence,
      event.kind,
      event.at,
      message ?? null,
      note ?? null,
    );
  }
}

const eventStands = (file: SqliteFile, { caseId, sequence }: EventRecord): boolean =>
  file.row('SELECT 1 FROM events WHERE case_id = ? AND sequence = ?', caseId, sequence) !== undefined;

const caseVersion = (file: SqliteFile, caseId: CaseId): string | undefined => {
  const row = file.row('SELECT version FROM cases WHERE case_id = ?', caseId);
  return row === undefined ? undefined : String(parsed(versionSchema, row).version);
};

/** Makes a change inside a transaction. */
function makeChange(file: SqliteFile, { case: changed, alert, events }: CaseChange): 'changed' | 'conflict' {
  const record = changed.value;
  if (caseVersion(file, record.caseId) !== changed.version) return 'conflict';
  if (events.some((event) => eventStands(file, event))) return 'conflict';
  if (alert && alertVersion(file, record.caseId) !== alert.version) return 'conflict';
  replaceCase(file, record);
  if (alert) replaceAlert(file, alert);
  addEvents(file, events);
  return 'changed';
}

/**
 * Cases in SQLite. Each write is one transaction, which is decided before anything of it is written. What is erased is
 * also gone from the log when the call settles.
 */
export function sqliteCases(file: SqliteFile): CaseStore {
  /** What was erased may still stand in the log: the next erasure, also one that is refused, takes it out. */
  let owed = false;

  return {
    create: async (record, alert, events) => {
      assertSameCase(record, alert, events);
      return file.transaction(() => {
        if (caseVersion(file, record.caseId) !== undefined) return 'exists';
        addCase(file, record);
        addAlert(file, alert);
        addEvents(file, events);
        return 'created';
      });
    },

    readers: async (caseId) => readReaders(file, caseId),

    read: async (caseId) => readCase(file, caseId),

    change: async (change) => {
      assertSameCase(change.case.value, change.alert?.value, change.events);
      return file.transaction(() => makeChange(file, change));
    },

    erase: async (change) => {
      const { caseId } = change.case.value;
      assertSameCase(change.case.value, change.alert?.value, change.events);
      const outcome = await file.transaction(() => {
        const made = makeChange(file, change);
        if (made === 'changed') {
          file.write('DELETE FROM seals WHERE case_id = ?', caseId);
          owed = true;
        }
        return made;
      });
      if (owed) await file.erase();
      owed = false;
      return outcome;
    },
  };
}

const eventRowSchema = z.object({ record: z.string() });
const sealedEventRowSchema = eventRowSchema.extend({ message: z.string().nullable(), note: z.string().nullable() });
const countSchema = z.object({ count: z.int() });
const writtenSchema = countSchema.extend({ size: z.int() });

const seallessRow = (row: unknown): EventRecord =>
  sealless(parsedJson(eventRecordSchema, parsed(eventRowSchema, row).record));

function sealedRow(row: unknown): EventRecord {
  const { record, message, note } = parsed(sealedEventRowSchema, row);
  return withSeals(parsedJson(eventRecordSchema, record), { message, note });
}

/** What a question is answered from. Without figures of the table SQLite would rather walk all of a case. */
function indexFor({ kinds, requests, by, message }: EntriesAsked): string | undefined {
  if (message !== undefined) return 'events_by_message';
  if (requests !== undefined) return 'events_by_request';
  if (kinds === undefined) return undefined;
  return by === undefined ? 'events_by_kind' : 'events_by_person';
}

/** A question as SQL: from which index, on what condition and in which order, with what stands for its marks. */
function questionOf(
  caseId: string,
  asked: EntriesAsked,
): { readonly from: string; readonly where: string; readonly values: readonly SQLInputValue[] } {
  const { kinds, requests, by, message, after, before, first, last } = asked;
  // One alone is asked for by `=`, so that the index gives the entries in their order.
  const among = (column: string, list: readonly string[]): string =>
    list.length === 1 ? `events.${column} = ?` : `events.${column} IN (${list.map(() => '?').join(', ')})`;
  const parts: readonly (readonly [string, readonly SQLInputValue[]] | undefined)[] = [
    ['events.case_id = ?', [caseId]],
    kinds && [among('kind', kinds), kinds],
    requests && [among('request', requests), requests],
    by === undefined ? undefined : ['events.person = ?', [by]],
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

const countOfKind = 'SELECT count(*) AS count FROM events INDEXED BY events_by_kind WHERE case_id = ? AND kind = ?';
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
    written: async (caseId, by, since) =>
      parsed(
        writtenSchema,
        file.row(
          `SELECT count(*) AS count, coalesce(sum(size), 0) AS size FROM written
           WHERE case_id = ? AND (kind = 'messageFromReporter') = ? AND at >= ? AND at < ?`,
          caseId,
          by === 'reporter' ? 1 : 0,
          since?.from ?? '',
          // Behind every moment and day.
          since?.to ?? 'z',
        ),
      ),
  };
}
