import type { z } from 'zod';
import type { Versioned } from '../core/model/case-record.ts';
import { type Held, kept, type RecordKind, versionedIfReadable } from './record-codec.ts';

export type Key = readonly (string | number)[];

interface Found<Value> {
  readonly column: string;
  of(value: Value): string | number | boolean | undefined;
}

export function compareKeys(one: Key, other: Key): number {
  for (const [at, part] of one.entries()) {
    const beside = other[at];
    if (beside !== undefined && part !== beside) return part < beside ? -1 : 1;
  }
  return 0;
}

/** A kind of record: its table, its document and its index fields. Both stores read it; nothing else says it. */
export interface Kind<Schema extends z.ZodType = z.ZodType> {
  readonly kind: RecordKind;
  readonly schema: Schema;
  readonly table: string;
  readonly key: Readonly<Record<string, string>>;
  keyOf(value: z.output<Schema>): Key;
  readonly columns?: Readonly<Record<string, string>>;
  /** The version of a row that is written again: a number that counts, or a random text that says nothing. */
  readonly version?: 'counted' | 'drawn';
  readonly found?: Readonly<Record<string, Found<z.output<Schema>>>>;
  /** The field of its document that holds it; missing if it is the document. */
  readonly under?: string;
  readonly entries?: { readonly table: string; readonly column: string; readonly field: string };
  readonly document?: DocumentPlace;
}

interface DocumentPlace {
  readonly container?: 'cases' | 'drafts' | 'reach' | 'deliveries';
  readonly partition?: 'caseId' | 'runId';
  readonly id: (key: Key) => string;
  readonly keyIn: (id: string, partition: string) => Key;
  readonly condition?: string;
}

export interface Standing extends Held {
  readonly key: Key;
}

export type Term = readonly [field: string, is: '=' | '>=' | '<=' | '>', value: string | boolean];

export interface Write {
  readonly kind: Kind;
  readonly value: object;
  readonly over: string | undefined;
  readonly entries?: readonly unknown[];
}

/** Records that are found by their key or by a few fields, alike in each store. Every method throws StoreError. */
export interface Documents {
  read(kind: Kind, key: Key): Promise<Standing | undefined>;
  list(kind: Kind, terms?: readonly Term[], most?: number): Promise<readonly Standing[]>;
  /** Keys and versions alone, in no order: no record is carried. */
  keys(kind: Kind, terms: readonly Term[], most?: number): Promise<readonly Pick<Standing, 'key' | 'version'>[]>;
  /**
   * Adds a record, or writes it over the version that was read, and appends entries: all or nothing. False if that is
   * not the one there. Throws StoreError `newer` as `over` does.
   */
  write<S extends z.ZodType>(
    kind: Kind<S>,
    value: z.output<S> & object,
    over?: string,
    entries?: readonly unknown[],
  ): Promise<boolean>;
  /** The same for several of one partition: their new versions, `undefined` if nothing was written. */
  writeTogether(writes: readonly Write[]): Promise<readonly string[] | undefined>;
  update<S extends z.ZodType>(
    kind: Kind<S>,
    key: Key,
    make: (standing?: Standing) => z.output<S> & object,
  ): Promise<void>;
  remove(kind: Kind, key: Key): Promise<void>;
  removeAll(kind: Kind, terms: readonly Term[]): Promise<void>;
  entries(kind: Kind, key: Key): Promise<readonly unknown[]>;
}

export const valueIn = <S extends z.ZodType>(kind: Kind<S>, { document, under }: Standing): z.output<S> =>
  kept(kind.kind, kind.schema, document, under);

export const readableIn = <S extends z.ZodType>(
  kind: Kind<S>,
  standing: readonly Standing[],
): readonly Versioned<z.output<S>>[] =>
  standing.flatMap((each) => {
    const { value, version } = versionedIfReadable(kind, each);
    return value === undefined ? [] : [{ value, version }];
  });

export const kindOf = <S extends z.ZodType>(kind: Kind<S>): Kind<S> => kind;
