import { z } from 'zod';
import { StoreError } from '../core/ports/store-error.ts';
import type { Versioned } from '../core/model/case-record.ts';
import { parseWithUnknownFields } from '../core/model/unknown-fields.ts';

const fieldsSchema = z.record(z.string(), z.unknown());
type Fields = z.infer<typeof fieldsSchema>;

const asFields = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? fieldsSchema.safeParse(value).data : undefined;

/** Later versions put fields beside a record under `beside`. */
const documentFields = ['id', 'type', 'writeId', 'ttl', 'shape', 'oldestWriter', 'beside'] as const;
const cosmosFields = ['_rid', '_self', '_etag', '_attachments', '_ts', '_lsn'] as const;

const derivedFields: Partial<Readonly<Record<RecordKind, readonly string[]>>> = {
  case: ['clock', 'clockSince', 'referralDueOn', 'isOpen', 'isWithNobody', 'isForAll', 'listKey'],
  alert: ['dueMs', 'leasedUntilMs', 'lastPostedMs'],
  event: ['writtenBy', 'size'],
  content: ['day'],
  deliveryRun: ['runId', 'hasParts'],
  invitation: ['signIn'],
  campaign: ['events'],
};

const nonRecordFields = (kind: RecordKind): ReadonlySet<string> =>
  new Set([...documentFields, ...cosmosFields, ...(derivedFields[kind] ?? [])]);

/** A record's neighbouring fields travel under a symbol, so that only its store sees them. */
const unknownFieldsKey = Symbol('beside');

function attachUnknownFields(value: unknown, beside: Fields): void {
  if (Object.keys(beside).length > 0 && typeof value === 'object' && value !== null)
    Object.assign(value, { [unknownFieldsKey]: beside });
}

const getUnknownFields = (value: object): Fields => asFields(Reflect.get(value, unknownFieldsKey)) ?? {};

const omitFields = (fields: Fields, names: ReadonlySet<string>): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.has(name)));

/**
 * A record with all that its schema does not know, and fields beside it; `undefined` if unreadable. `recordField` names the
 * field with the record.
 */
export function tryParseRecord<Schema extends z.ZodType>(
  kind: RecordKind,
  schema: Schema,
  stored: unknown,
  recordField?: string,
): z.output<Schema> | undefined {
  const document = asFields(stored);
  if (document === undefined) return undefined;
  const record = recordField === undefined ? stored : document[recordField];
  const data = parseWithUnknownFields(schema, record, recordField === undefined ? nonRecordFields(kind) : undefined);
  if (data === undefined) return undefined;
  if (recordField === undefined) {
    attachUnknownFields(data, document['beside'] === undefined ? {} : { beside: document['beside'] });
  } else {
    const omitted = new Set([...nonRecordFields(kind), recordField]);
    omitted.delete('beside');
    attachUnknownFields(data, omitFields(document, omitted));
  }
  return data;
}

/** Throws StoreError if the record cannot be read: `newer` if a newer version wrote it, else `broken`. */
export function parseRecord<Schema extends z.ZodType>(
  kind: RecordKind,
  schema: Schema,
  stored: unknown,
  recordField?: string,
): z.output<Schema> {
  const value = tryParseRecord(kind, schema, stored, recordField);
  if (value === undefined) throw unreadableRecordError(kind, stored);
  return value;
}

export interface StoredDocument {
  readonly document: unknown;
  readonly version: string;
  readonly recordField?: string;
}

interface RecordSchema<Schema> {
  readonly kind: RecordKind;
  readonly schema: Schema;
}

export const parseVersioned = <Schema extends z.ZodType>(
  { kind, schema }: RecordSchema<Schema>,
  { document, version, recordField: under }: StoredDocument,
): Versioned<z.output<Schema>> => ({
  value: parseRecord(kind, schema, document, under),
  version: encodeVersion(kind, document, version),
});

export function tryParseVersioned<Schema extends z.ZodType>(
  { kind, schema }: RecordSchema<Schema>,
  { document, version, recordField: under }: StoredDocument,
): Versioned<z.output<Schema> | undefined> {
  const value = tryParseRecord(kind, schema, document, under);
  return { value, version: encodeVersion(kind, document, version, value !== undefined) };
}

export const extraFields = (
  kind: RecordKind,
  value: object,
  formatVersion: Partial<FormatVersion> = { shape: formatVersions[kind] },
): Fields => ({ ...getUnknownFields(value), ...formatVersion });

export const serialiseRecord = (kind: RecordKind, value: object, formatVersion?: Partial<FormatVersion>): string =>
  JSON.stringify({ ...value, ...extraFields(kind, value, formatVersion) });

export function storeFieldNames(kind: RecordKind): ReadonlySet<string> {
  const names = new Set(nonRecordFields(kind));
  for (const name of ['shape', 'oldestWriter', 'beside']) names.delete(name);
  return names;
}

/**
 * Raise it if a field is added, changed or removed, or if a closed list gains a term, such as a kind of event: else an
 * older server calls the record `broken`, not `newer`. 0: a record from before these numbers. A field that an older
 * server would leave stale also needs `oldestWriter` (docs/decisions/082-versions-of-records.md).
 */
export const formatVersions = {
  case: 5,
  alert: 1,
  event: 7,
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
export type RecordKind = keyof typeof formatVersions;

/** A `shape` that is no number counts as 0; such an `oldestWriter` keeps every version from writing. */
const formatVersionSchema = z.object({
  shape: z.int().min(0).catch(0),
  oldestWriter: z.int().min(0).optional().catch(Infinity),
});

export type FormatVersion = z.infer<typeof formatVersionSchema>;

const parseFormatVersion = (stored: unknown): FormatVersion =>
  formatVersionSchema.safeParse(stored).data ?? { shape: 0 };

export const isNewerRecord = (kind: RecordKind, stored: unknown): boolean =>
  parseFormatVersion(stored).shape > formatVersions[kind];

export const unreadableRecordError = (kind: RecordKind, stored: unknown): StoreError =>
  new StoreError(isNewerRecord(kind, stored) ? 'newer' : 'broken');

export const mayChangeRecord = (kind: RecordKind, stored: unknown): boolean =>
  (parseFormatVersion(stored).oldestWriter ?? 0) <= formatVersions[kind];

const newerVersionPattern = /^later (\d+) (\d+|-|never) (.*)$/su;

/** Marks a newer version's record, so that a write need not read again. No one changes a newer, unreadable one. */
export function encodeVersion(kind: RecordKind, stored: unknown, version: string, isReadable = true): string {
  const { shape, oldestWriter } = parseFormatVersion(stored);
  if (shape <= formatVersions[kind] && (oldestWriter ?? 0) <= formatVersions[kind]) return version;
  const oldest = isReadable && oldestWriter !== Infinity ? (oldestWriter ?? '-') : 'never';
  return `later ${shape} ${oldest} ${version}`;
}

export const isNewerVersion = (version: string): boolean => newerVersionPattern.test(version);

export interface DecodedVersion {
  readonly version: string;
  readonly formatVersion: Partial<FormatVersion>;
}

/** Throws StoreError `newer` if only a newer version may change the record. */
export function decodeVersion(kind: RecordKind, version: string): DecodedVersion {
  const [, shape, oldest, storedVersion] = newerVersionPattern.exec(version) ?? [];
  if (storedVersion === undefined) return { version, formatVersion: { shape: formatVersions[kind] } };
  const oldestWriter = oldest === 'never' ? Infinity : oldest === '-' ? undefined : Number(oldest);
  if ((oldestWriter ?? 0) > formatVersions[kind]) throw new StoreError('newer');
  return {
    version: storedVersion,
    formatVersion: {
      shape: Math.max(Number(shape), formatVersions[kind]),
      ...(oldestWriter !== undefined && { oldestWriter }),
    },
  };
}

export const nextVersion = (kind: RecordKind, before: string, etag: string): string =>
  encodeVersion(kind, decodeVersion(kind, before).formatVersion, etag);

export const nextFormatVersion = (kind: RecordKind, stored: unknown): Partial<FormatVersion> =>
  decodeVersion(kind, encodeVersion(kind, stored, '')).formatVersion;

/** Throws StoreError `broken` if the answer does not fit, without a cause: a parser's message may quote content. */
export function parseStored<Schema extends z.ZodType>(schema: Schema, answer: unknown): z.output<Schema> {
  const result = schema.safeParse(answer);
  if (!result.success) throw new StoreError('broken');
  return result.data;
}

export function parseStoredJson<Schema extends z.ZodType>(schema: Schema, text: string): z.output<Schema> {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    throw new StoreError('broken');
  }
  return parseStored(schema, answer);
}

interface ReadableResult<T> {
  readonly values: readonly T[];
  readonly unreadable: number;
}

/** The first `limit` readable rows, and how many were unreadable: these never block others. */
export async function takeReadableRows<T, Row>(
  limit: number,
  ask: (limit: number) => Promise<readonly Row[]>,
  read: (row: Row) => T | undefined,
): Promise<ReadableResult<T>> {
  for (let asked = limit; ; asked *= 2) {
    const rows = await ask(asked);
    const values = rows.map(read).filter((value) => value !== undefined);
    const unreadable = rows.length - values.length;
    if (values.length >= limit || rows.length < asked) return { values: values.slice(0, limit), unreadable };
  }
}
