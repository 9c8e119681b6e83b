import { z } from 'zod';
import type { Versioned } from '../concerns/records/case-record.ts';
import { readWhole } from '../concerns/records/read-whole.ts';
import { type Mark, type RecordKind, recordShapes, unreadable, versionOf } from './record-shapes.ts';

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
 * record is in that, and the fields beside it are kept as well.
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

export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
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
