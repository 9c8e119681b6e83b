import type { SQLInputValue } from 'node:sqlite';
import { z } from 'zod';
import { jsonIn } from '../kept.ts';
import { isAside, type Movable, type MovedRecord, movedRecord, type PutAside } from '../moving/movable.ts';
import type { MovedId, MovedKind } from '../moving/moved-kinds.ts';
import { parsed } from '../parsed.ts';
import { addMoved } from './add-moved.ts';
import type { SqliteFile } from './sqlite-file.ts';

/** Where the records of a kind stand: their table, what tells them apart, and how a row becomes a record. */
interface Place {
  readonly table: string;
  readonly keys: readonly string[];
  /** The record as JSON text, where it is not a column of that name. */
  readonly record?: string;
}

const figures = `'week', week, 'handledBy', handled_by, 'figures', figures`;

const places: Readonly<Record<MovedKind, Place>> = {
  case: { table: 'cases', keys: ['case_id'] },
  alert: { table: 'alerts', keys: ['case_id'] },
  event: { table: 'events', keys: ['case_id', 'sequence'] },
  draft: {
    table: 'drafts',
    keys: ['id'],
    record: `json_object('id', id, 'sealed', sealed, 'expiresMs', expires_ms)`,
  },
  person: { table: 'people', keys: ['object_id'] },
  setting: { table: 'settings_history', keys: ['sequence'] },
  target: { table: 'targets', keys: ['name'] },
  week: { table: 'weeks', keys: ['handled_by', 'week'], record: `json_object(${figures})` },
  amendment: {
    table: 'amendments',
    keys: ['handled_by', 'week', 'number'],
    record: `json_object(${figures}, 'number', number)`,
  },
  issue: { table: 'issues', keys: ['number'], record: `json_object('number', number, 'record', record)` },
  content: { table: 'content', keys: ['topic', 'number'] },
  campaign: { table: 'campaigns', keys: ['id'] },
  campaignEvent: {
    table: 'campaign_events',
    keys: ['campaign_id', 'sequence'],
    record: `CASE WHEN json_valid(record)
      THEN json_object('campaign', campaign_id, 'sequence', sequence, 'event', json(record)) ELSE record END`,
  },
  campaignChannel: { table: 'campaign_channels', keys: ['id'] },
  pulse: { table: 'pulse', keys: ['campaign', 'phase', 'week'] },
  deliveryRun: { table: 'delivery_runs', keys: ['id'] },
  deliveryPart: { table: 'delivery_parts', keys: ['run_id', 'number'] },
  reach: { table: 'reach', keys: ['id'] },
  organisation: { table: 'organisations', keys: ['id'] },
  invitation: { table: 'invitations', keys: ['id'] },
  regularPost: { table: 'regular_posts', keys: ['id'] },
  dailyMark: { table: 'daily_marks', keys: ['task'] },
};

/** The tables of which nothing leaves: worked out from others, or kept by the servers of one deployment for themselves. */
export const tablesLeftBehind = [
  'day_keys',
  'exclusions',
  'health',
  'listed',
  'paces',
  // With their entries.
  'seals',
  'sending_lanes',
  'versions',
  'week_cases',
  // Nobody is to know whose they were.
  'work_counts',
  'work_salts',
  'written',
] as const;

/** The tables of which every row leaves. */
export const tablesMoved: readonly string[] = Object.values(places).map(({ table }) => table);

/** So many rows are held at once. */
const rowsOfPage = 100;

const keySchema = z.union([z.string(), z.int()]);
const rowSchema = z.record(z.string(), z.unknown());
const countSchema = z.object({ count: z.int() });
const wordsSchema = z.record(z.string(), z.unknown());

const valueColumns = (kind: MovedKind): string =>
  kind === 'event'
    ? `events.record AS record, seals.message AS message, seals.note AS note`
    : `${places[kind].record ?? 'record'} AS record`;

const from = (kind: MovedKind): string =>
  kind === 'event'
    ? 'events LEFT JOIN seals ON seals.case_id = events.case_id AND seals.sequence = events.sequence'
    : places[kind].table;

/** An entry with its seals put back, as they stood in it before they were kept apart. */
function sealedEntry(record: unknown, seals: Readonly<Record<string, unknown>>): unknown {
  const entry = wordsSchema.safeParse(record).data;
  if (entry === undefined) return record;
  const put = (name: 'message' | 'note') => {
    const words = wordsSchema.safeParse(entry[name]).data;
    const sealed = seals[name];
    return words !== undefined && typeof sealed === 'string' ? { [name]: { ...words, sealed } } : {};
  };
  return { ...entry, ...put('message'), ...put('note') };
}

const keyNames = (keys: readonly string[]): readonly string[] => keys.map((_, place) => `key${place}`);

function recordIn(kind: MovedKind, row: unknown): MovedRecord | PutAside {
  const fields = parsed(rowSchema, row);
  const id = keyNames(places[kind].keys).map((name) => parsed(keySchema, fields[name]));
  const raw = String(fields['record']);
  const record = jsonIn(raw);
  return movedRecord(kind, id, kind === 'event' ? sealedEntry(record, fields) : record, raw);
}

function selectFor(kind: MovedKind, condition: string): string {
  const { table, keys } = places[kind];
  const columns = keys.map((key, place) => `${table}.${key} AS key${place}`);
  const order = keys.map((key) => `${table}.${key}`).join(', ');
  return `SELECT ${columns.join(', ')}, ${valueColumns(kind)} FROM ${from(kind)} ${condition} ORDER BY ${order}`;
}

const keysOf = (kind: MovedKind): string => {
  const { table, keys } = places[kind];
  return `(${keys.map((key) => `${table}.${key}`).join(', ')})`;
};
const marks = (kind: MovedKind): string => `(${places[kind].keys.map(() => '?').join(', ')})`;

function standingRow(file: SqliteFile, kind: MovedKind, id: MovedId): MovedRecord | PutAside | undefined {
  const row = file.row(selectFor(kind, `WHERE ${keysOf(kind)} = ${marks(kind)}`), ...id);
  return row === undefined ? undefined : recordIn(kind, row);
}

/** The store in a file as something that leaves and is taken in. Closing it closes the file. */
export const sqliteMovable = (file: SqliteFile): Movable => ({
  async *rows(kind) {
    let after: readonly SQLInputValue[] | undefined;
    for (;;) {
      const condition = after === undefined ? '' : `WHERE ${keysOf(kind)} > ${marks(kind)}`;
      const page = file
        .rows(`${selectFor(kind, condition)} LIMIT ${rowsOfPage}`, ...(after ?? []))
        .map((row) => recordIn(kind, row));
      yield* page;
      after = page.at(-1)?.id;
      if (page.length < rowsOfPage) return;
    }
  },

  count: async (kind) => parsed(countSchema, file.row(`SELECT count(*) AS count FROM ${places[kind].table}`)).count,

  standing: async (kind, { id }) => {
    const row = standingRow(file, kind, id);
    if (row === undefined) return undefined;
    return isAside(row) ? null : row.line;
  },

  add: (kind, records) =>
    file.transaction(() => {
      for (const { id, line } of records) {
        if (standingRow(file, kind, id) === undefined) addMoved(file, kind, id, line);
      }
    }),

  close: async () => file.close(),
});
