import { z } from 'zod';
import { StoreError } from '../core/ports/store-error.ts';
import type { Versioned } from '../core/model/case-record.ts';
import { readWhole } from '../core/model/passthrough.ts';

const fieldsSchema = z.record(z.string(), z.unknown());
type Fields = z.infer<typeof fieldsSchema>;

const fieldsOf = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? fieldsSchema.safeParse(value).data : undefined;

/**
 * The fields of a document that are never a record's. Fields that later versions put beside a record are under
 * `beside`.
 */
const ofDocuments = ['id', 'type', 'writeId', 'ttl', 'shape', 'oldestWriter', 'beside'] as const;
const ofCosmos = ['_rid', '_self', '_etag', '_attachments', '_ts', '_lsn'] as const;

/** The index fields that are worked out from a record at each write. */
const workedOut: Partial<Readonly<Record<RecordKind, readonly string[]>>> = {
  case: ['clock', 'clockSince', 'referralDueOn', 'isOpen', 'isWithNobody', 'isForAll', 'listKey'],
  alert: ['dueMs', 'leasedUntilMs', 'lastPostedMs'],
  event: ['writtenBy', 'size'],
  content: ['day'],
  deliveryRun: ['runId', 'hasParts'],
  invitation: ['signIn'],
  campaign: ['events'],
};

const notOfRecord = (kind: RecordKind): ReadonlySet<string> =>
  new Set([...ofDocuments, ...ofCosmos, ...(workedOut[kind] ?? [])]);

/** The fields beside a record ride along with it under a symbol, so that only its store sees them. */
const besideKey = Symbol('beside');

function rideAlong(value: unknown, beside: Fields): void {
  if (Object.keys(beside).length > 0 && typeof value === 'object' && value !== null)
    Object.assign(value, { [besideKey]: beside });
}

const ridingOn = (value: object): Fields => fieldsOf(Reflect.get(value, besideKey)) ?? {};

const without = (fields: Fields, names: ReadonlySet<string>): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.has(name)));

/**
 * A record with all that its schema does not know; `undefined` if it cannot be read. If `under` names a field, the
 * record is in that, and the fields beside it are kept.
 */
export function keptIfReadable<Schema extends z.ZodType>(
  kind: RecordKind,
  schema: Schema,
  standing: unknown,
  under?: string,
): z.output<Schema> | undefined {
  const document = fieldsOf(standing);
  if (document === undefined) return undefined;
  const record = under === undefined ? standing : document[under];
  const data = readWhole(schema, record, under === undefined ? notOfRecord(kind) : undefined);
  if (data === undefined) return undefined;
  if (under === undefined) {
    rideAlong(data, document['beside'] === undefined ? {} : { beside: document['beside'] });
  } else {
    const own = new Set([...notOfRecord(kind), under]);
    own.delete('beside');
    rideAlong(data, without(document, own));
  }
  return data;
}

/** Throws StoreError if the record cannot be read: `newer` if a newer version wrote it, else `broken`. */
export function kept<Schema extends z.ZodType>(
  kind: RecordKind,
  schema: Schema,
  standing: unknown,
  under?: string,
): z.output<Schema> {
  const value = keptIfReadable(kind, schema, standing, under);
  if (value === undefined) throw unreadable(kind, standing);
  return value;
}

export interface Held {
  readonly document: unknown;
  readonly version: string;
  readonly under?: string;
}

interface ReadBy<Schema> {
  readonly kind: RecordKind;
  readonly schema: Schema;
}

export const versionedIn = <Schema extends z.ZodType>(
  { kind, schema }: ReadBy<Schema>,
  { document, version, under }: Held,
): Versioned<z.output<Schema>> => ({
  value: kept(kind, schema, document, under),
  version: versionOf(kind, document, version),
});

export function versionedIfReadable<Schema extends z.ZodType>(
  { kind, schema }: ReadBy<Schema>,
  { document, version, under }: Held,
): Versioned<z.output<Schema> | undefined> {
  const value = keptIfReadable(kind, schema, document, under);
  return { value, version: versionOf(kind, document, version, value !== undefined) };
}

export const besideOf = (
  kind: RecordKind,
  value: object,
  mark: Partial<Mark> = { shape: recordShapes[kind] },
): Fields => ({ ...ridingOn(value), ...mark });

export const rowOf = (kind: RecordKind, value: object, mark?: Partial<Mark>): string =>
  JSON.stringify({ ...value, ...besideOf(kind, value, mark) });

export function ownOfStore(kind: RecordKind): ReadonlySet<string> {
  const own = new Set(notOfRecord(kind));
  for (const name of ['shape', 'oldestWriter', 'beside']) own.delete(name);
  return own;
}

/** One more whenever a field is added, changed or removed. 0 is a record from before there were shapes. */
export const recordShapes = {
  case: 2,
  alert: 1,
  event: 1,
  person: 1,
  target: 2,
  week: 1,
  amendment: 1,
  issue: 1,
  setting: 1,
  dailyMark: 1,
  regularPost: 1,
  reach: 1,
  pulse: 1,
  campaign: 1,
  campaignChannel: 1,
  deliveryRun: 1,
  deliveryPart: 1,
  sendingLanes: 1,
  content: 1,
  organisation: 1,
  invitation: 1,
  draft: 1,
  dayKey: 1,
} as const satisfies Readonly<Record<string, number>>;
export type RecordKind = keyof typeof recordShapes;

/** A shape that is no number counts as none; a least writer that is no number keeps every version from writing. */
const markSchema = z.object({
  shape: z.int().min(0).catch(0),
  oldestWriter: z.int().min(0).optional().catch(Infinity),
});

export type Mark = z.infer<typeof markSchema>;

const markIn = (standing: unknown): Mark => markSchema.safeParse(standing).data ?? { shape: 0 };

export const isNewer = (kind: RecordKind, standing: unknown): boolean => markIn(standing).shape > recordShapes[kind];

export const unreadable = (kind: RecordKind, standing: unknown): StoreError =>
  new StoreError(isNewer(kind, standing) ? 'newer' : 'broken');

export const mayChange = (kind: RecordKind, standing: unknown): boolean =>
  (markIn(standing).oldestWriter ?? 0) <= recordShapes[kind];

const marked = /^later (\d+) (\d+|-|never) (.*)$/su;

/**
 * The version of a record by a newer version says so, so that a write knows it without reading again. No one changes
 * one that is newer and cannot be read at all.
 */
export function versionOf(kind: RecordKind, standing: unknown, version: string, isReadable = true): string {
  const { shape, oldestWriter } = markIn(standing);
  if (shape <= recordShapes[kind] && (oldestWriter ?? 0) <= recordShapes[kind]) return version;
  const oldest = isReadable && oldestWriter !== Infinity ? (oldestWriter ?? '-') : 'never';
  return `later ${shape} ${oldest} ${version}`;
}

export const isLater = (version: string): boolean => marked.test(version);

export interface Over {
  readonly version: string;
  readonly mark: Partial<Mark>;
}

/** Takes a version apart before a write. Throws StoreError `newer` if only a newer version may change the record. */
export function over(kind: RecordKind, version: string): Over {
  const [, shape, oldest, own] = marked.exec(version) ?? [];
  if (own === undefined) return { version, mark: { shape: recordShapes[kind] } };
  const oldestWriter = oldest === 'never' ? Infinity : oldest === '-' ? undefined : Number(oldest);
  if ((oldestWriter ?? 0) > recordShapes[kind]) throw new StoreError('newer');
  return {
    version: own,
    mark: {
      shape: Math.max(Number(shape), recordShapes[kind]),
      ...(oldestWriter !== undefined && { oldestWriter }),
    },
  };
}

export const versionAfter = (kind: RecordKind, before: string, own: string): string =>
  versionOf(kind, over(kind, before).mark, own);

export const markOver = (kind: RecordKind, standing: unknown): Partial<Mark> =>
  over(kind, versionOf(kind, standing, '')).mark;

/** Throws StoreError `broken` if the answer does not fit, without a cause: a parser's message may quote the content. */
export function parsed<Schema extends z.ZodType>(schema: Schema, answer: unknown): z.output<Schema> {
  const result = schema.safeParse(answer);
  if (!result.success) throw new StoreError('broken');
  return result.data;
}

export function parsedJson<Schema extends z.ZodType>(schema: Schema, text: string): z.output<Schema> {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    throw new StoreError('broken');
  }
  return parsed(schema, answer);
}

interface Readable<T> {
  readonly values: readonly T[];
  readonly unreadable: number;
}

/** The first `limit` readable rows, and how many are unreadable: it reads on, so that these never block the others. */
export async function firstReadable<T, Row>(
  limit: number,
  ask: (limit: number) => Promise<readonly Row[]>,
  read: (row: Row) => T | undefined,
): Promise<Readable<T>> {
  for (let asked = limit; ; asked *= 2) {
    const rows = await ask(asked);
    const values = rows.map(read).filter((value) => value !== undefined);
    const unreadable = rows.length - values.length;
    if (values.length >= limit || rows.length < asked) return { values: values.slice(0, limit), unreadable };
  }
}
