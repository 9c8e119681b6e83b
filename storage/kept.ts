import { z } from 'zod';
import type { Versioned } from '../concerns/records/case-record.ts';
import { readWhole } from '../concerns/records/read-whole.ts';
import { type Mark, type RecordKind, recordShapes, unreadable, versionOf } from './record-shapes.ts';

const fieldsSchema = z.record(z.string(), z.unknown());
type Fields = z.infer<typeof fieldsSchema>;

const fieldsOf = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? fieldsSchema.safeParse(value).data : undefined;

/** The fields of a document that are never a record's. What later versions put beside a record stands under `beside`. */
const ofDocuments = ['id', 'type', 'writeId', 'ttl', 'shape', 'oldestWriter', 'beside'] as const;
const ofCosmos = ['_rid', '_self', '_etag', '_attachments', '_ts', '_lsn'] as const;

/** The fields that are worked out from a record whenever it is written, by which its store finds it. */
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

/** The fields beside a record in its document ride along with the record, where nothing but its store looks for it. */
const besideKey = Symbol('beside');

function rideAlong(value: unknown, beside: Fields): void {
  if (Object.keys(beside).length > 0 && typeof value === 'object' && value !== null)
    Object.assign(value, { [besideKey]: beside });
}

const ridingOn = (value: object): Fields => fieldsOf(Reflect.get(value, besideKey)) ?? {};

const without = (fields: Fields, names: ReadonlySet<string>): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.has(name)));

/**
 * A record as a schema reads it, and in it all that the schema does not know; `undefined` where it cannot be read. Where
 * `under` names a field, the record stands in that, and whatever stands beside it is kept as well.
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

/** The same. Throws StoreError where it cannot be read: `newer` where a newer version wrote it, else `broken`. */
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

/** JSON text, `undefined` where it is none. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A record as its store holds it; in a field of that, if `under` names one. */
export interface Held {
  readonly document: unknown;
  readonly version: string;
  readonly under?: string;
}

/** A kind of record, by the schema that reads it. */
interface ReadBy<Schema> {
  readonly kind: RecordKind;
  readonly schema: Schema;
}

/** A record with its version, for whoever changes it. Throws StoreError as `kept` does. */
export const versionedIn = <Schema extends z.ZodType>(
  { kind, schema }: ReadBy<Schema>,
  { document, version, under }: Held,
): Versioned<z.output<Schema>> => ({
  value: kept(kind, schema, document, under),
  version: versionOf(kind, document, version),
});

/** The same; its value is missing if it cannot be read. */
export function versionedIfReadable<Schema extends z.ZodType>(
  { kind, schema }: ReadBy<Schema>,
  { document, version, under }: Held,
): Versioned<z.output<Schema> | undefined> {
  const value = keptIfReadable(kind, schema, document, under);
  return { value, version: versionOf(kind, document, version, value !== undefined) };
}

/** The fields that a store writes beside a record: its shape, and what stood beside it before. */
export const besideOf = (
  kind: RecordKind,
  value: object,
  mark: Partial<Mark> = { shape: recordShapes[kind] },
): Fields => ({ ...ridingOn(value), ...mark });

/** A record as JSON text, with its shape. */
export const rowOf = (kind: RecordKind, value: object, mark?: Partial<Mark>): string =>
  JSON.stringify({ ...value, ...besideOf(kind, value, mark) });

/** The fields of a document that only its store has a use for: neither the record's nor what rides beside that. */
export function ownOfStore(kind: RecordKind): ReadonlySet<string> {
  const own = new Set(notOfRecord(kind));
  for (const name of ['shape', 'oldestWriter', 'beside']) own.delete(name);
  return own;
}
