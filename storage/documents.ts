import type { z } from 'zod';
import type { Versioned } from '../concerns/records/case-record.ts';
import { type Held, kept, versionedIfReadable } from './kept.ts';
import type { RecordKind } from './record-shapes.ts';

/** The fields that tell a record from all others of its kind, in their order. */
export type Key = readonly (string | number)[];

/** A field worked out from a record at each write, by which it is found. */
interface Found<Value> {
  readonly column: string;
  of(value: Value): string | number | boolean | undefined;
}

/** Which of two keys comes first, as a table sorts them. */
export function compareKeys(one: Key, other: Key): number {
  for (const [at, part] of one.entries()) {
    const beside = other[at];
    if (beside !== undefined && part !== beside) return part < beside ? -1 : 1;
  }
  return 0;
}

/** A kind of record: where its table and its document are, and what finds them. Both stores read it; nothing else says it. */
export interface Kind<Schema extends z.ZodType = z.ZodType> {
  readonly kind: RecordKind;
  readonly schema: Schema;
  readonly table: string;
  /** The fields of the key with their columns, in order. */
  readonly key: Readonly<Record<string, string>>;
  keyOf(value: z.output<Schema>): Key;
  /** The other fields with their columns, if its table has no column `record` with the whole of it as JSON. */
  readonly columns?: Readonly<Record<string, string>>;
  /** The version that its row has, if it is ever written again: a number that counts, or a random text that says nothing. */
  readonly version?: 'counted' | 'drawn';
  readonly found?: Readonly<Record<string, Found<z.output<Schema>>>>;
  /** The field of its document that holds it; missing if it is the document. */
  readonly under?: string;
  /** Entries that are appended with a write: rows of a table of their own, or a field of its document. */
  readonly entries?: { readonly table: string; readonly column: string; readonly field: string };
  /** Its document, if that is not `<kind>:<key>` in the container `state`. */
  readonly document?: DocumentPlace;
}

/** The place of the document of a record. */
interface DocumentPlace {
  readonly container?: 'cases' | 'drafts' | 'reach' | 'deliveries';
  /** The field that is the partition key, with the first of the key; the id of the document is, if it is missing. */
  readonly partition?: 'caseId' | 'runId';
  readonly id: (key: Key) => string;
  readonly keyIn: (id: string, partition: string) => Key;
  /** The condition that tells their documents from others, if those have no field `type`. */
  readonly condition?: string;
}

/** A record as its store holds it, with its key. */
export interface Standing extends Held {
  readonly key: Key;
}

/** A condition on a field of the key, or on one worked out. */
export type Term = readonly [field: string, is: '=' | '>=' | '<=' | '>', value: string | boolean];

/** A record that is to stand, over the version that was read, or over nothing. */
export interface Write {
  readonly kind: Kind;
  readonly value: object;
  readonly over: string | undefined;
  readonly entries?: readonly unknown[];
}

/** Records that are found by their key or by a few fields, alike in each store. Every method throws StoreError. */
export interface Documents {
  read(kind: Kind, key: Key): Promise<Standing | undefined>;
  /** Those that meet all terms, in the order of their keys; at most `most`. */
  list(kind: Kind, terms?: readonly Term[], most?: number): Promise<readonly Standing[]>;
  /** Keys and versions alone, in no order: no record is carried. */
  keys(kind: Kind, terms: readonly Term[], most?: number): Promise<readonly Pick<Standing, 'key' | 'version'>[]>;
  /**
   * Adds a record, or writes it over the version that was read, and appends entries: all of it or nothing. False if
   * something is there, or no longer as it was read. Throws StoreError `newer` as `over` does.
   */
  write<S extends z.ZodType>(
    kind: Kind<S>,
    value: z.output<S> & object,
    over?: string,
    entries?: readonly unknown[],
  ): Promise<boolean>;
  /** The same for several of one partition: the versions that they have then, `undefined` if nothing was written. */
  writeTogether(writes: readonly Write[]): Promise<readonly string[] | undefined>;
  /** Writes what is made of the record that is there, which nobody changes meanwhile. Its mark stays. */
  update<S extends z.ZodType>(
    kind: Kind<S>,
    key: Key,
    make: (standing?: Standing) => z.output<S> & object,
  ): Promise<void>;
  /** Silent if there is none. */
  remove(kind: Kind, key: Key): Promise<void>;
  removeAll(kind: Kind, terms: readonly Term[]): Promise<void>;
  /** The entries that were appended, in their order. */
  entries(kind: Kind, key: Key): Promise<readonly unknown[]>;
}

/** A record as its schema reads it. Throws StoreError as `kept` does. */
export const valueIn = <S extends z.ZodType>(kind: Kind<S>, { document, under }: Standing): z.output<S> =>
  kept(kind.kind, kind.schema, document, under);

/** Those that can be read. */
export const readableIn = <S extends z.ZodType>(
  kind: Kind<S>,
  standing: readonly Standing[],
): readonly Versioned<z.output<S>>[] =>
  standing.flatMap((each) => {
    const { value, version } = versionedIfReadable(kind, each);
    return value === undefined ? [] : [{ value, version }];
  });

/** Infers the schema of a kind. */
export const kindOf = <S extends z.ZodType>(kind: Kind<S>): Kind<S> => kind;
