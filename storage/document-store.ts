import type { z } from 'zod';
import type { Versioned } from '../core/model/case-record.ts';
import { type StoredDocument, parseRecord, type RecordKind, tryParseVersioned } from './record-codec.ts';

export type RecordKey = readonly (string | number)[];

interface DerivedField<Value> {
  readonly column: string;
  getValue(value: Value): string | number | boolean | undefined;
}

export function compareKeys(one: RecordKey, other: RecordKey): number {
  for (const [at, part] of one.entries()) {
    const otherPart = other[at];
    if (otherPart !== undefined && part !== otherPart) return part < otherPart ? -1 : 1;
  }
  return 0;
}

/** The one definition of a record's table, document and index fields. */
export interface RecordKindDefinition<Schema extends z.ZodType = z.ZodType> {
  readonly kind: RecordKind;
  readonly schema: Schema;
  readonly table: string;
  readonly key: Readonly<Record<string, string>>;
  getKey(value: z.output<Schema>): RecordKey;
  readonly columns?: Readonly<Record<string, string>>;
  /** For a row that is written again. `counted`: a number; `drawn`: a random text that tells nothing. */
  readonly version?: 'counted' | 'drawn';
  readonly derivedFields?: Readonly<Record<string, DerivedField<z.output<Schema>>>>;
  /** The document's field with the record; missing if it is the document. */
  readonly recordField?: string;
  readonly entries?: { readonly table: string; readonly column: string; readonly field: string };
  readonly document?: DocumentMapping;
}

interface DocumentMapping {
  readonly container?: 'cases' | 'drafts' | 'reach' | 'deliveries';
  readonly partition?: 'caseId' | 'runId';
  readonly id: (key: RecordKey) => string;
  readonly parseKey: (id: string, partition: string) => RecordKey;
  readonly condition?: string;
}

export interface StoredRecord extends StoredDocument {
  readonly key: RecordKey;
}

export type QueryTerm = readonly [field: string, is: '=' | '>=' | '<=' | '>', value: string | boolean];

export interface RecordWrite {
  readonly kind: RecordKindDefinition;
  readonly value: object;
  readonly expectedVersion: string | undefined;
  readonly entries?: readonly unknown[];
}

/** Records found by key or a few fields, alike in each store. Every method throws StoreError. */
export interface DocumentStore {
  read(kind: RecordKindDefinition, key: RecordKey): Promise<StoredRecord | undefined>;
  list(kind: RecordKindDefinition, terms?: readonly QueryTerm[], max?: number): Promise<readonly StoredRecord[]>;
  /** Keys and versions alone, in no order. */
  keys(
    kind: RecordKindDefinition,
    terms: readonly QueryTerm[],
    max?: number,
  ): Promise<readonly Pick<StoredRecord, 'key' | 'version'>[]>;
  /**
   * Adds a record, or replaces the version `expectedVersion`, and appends entries: all or nothing. False if another version is
   * there. Throws StoreError `newer` if `expectedVersion` is a newer writer's.
   */
  write<S extends z.ZodType>(
    kind: RecordKindDefinition<S>,
    value: z.output<S> & object,
    expectedVersion?: string,
    entries?: readonly unknown[],
  ): Promise<boolean>;
  /** The same for several of one partition: new versions, `undefined` if nothing was written. */
  writeTogether(writes: readonly RecordWrite[]): Promise<readonly string[] | undefined>;
  update<S extends z.ZodType>(
    kind: RecordKindDefinition<S>,
    key: RecordKey,
    make: (stored?: StoredRecord) => z.output<S> & object,
  ): Promise<void>;
  remove(kind: RecordKindDefinition, key: RecordKey): Promise<void>;
  removeAll(kind: RecordKindDefinition, terms: readonly QueryTerm[]): Promise<void>;
  entries(kind: RecordKindDefinition, key: RecordKey): Promise<readonly unknown[]>;
}

export const parseRecordValue = <S extends z.ZodType>(
  kind: RecordKindDefinition<S>,
  { document, recordField }: StoredRecord,
): z.output<S> => parseRecord(kind.kind, kind.schema, document, recordField);

export const parseReadableRecords = <S extends z.ZodType>(
  kind: RecordKindDefinition<S>,
  records: readonly StoredRecord[],
): readonly Versioned<z.output<S>>[] =>
  records.flatMap((each) => {
    const { value, version } = tryParseVersioned(kind, each);
    return value === undefined ? [] : [{ value, version }];
  });

export const defineRecordKind = <S extends z.ZodType>(kind: RecordKindDefinition<S>): RecordKindDefinition<S> => kind;
