import { z } from 'zod';
import { canonicalJson } from '../../concerns/terms/canonical-json.ts';
import type { Key, Kind } from '../documents.ts';
import { parsed, parsedJson } from '../parsed.ts';
import { type MovedKind, movedKinds } from './moved-kinds.ts';

/** A record as it leaves, and where it belongs. */
export interface MovedRecord {
  readonly id: Key;
  readonly group: string;
  /** JSON in one line, the same whatever store it stood in. */
  readonly line: string;
}

/** A row that no record could be made of: what stands there, and why. */
export interface PutAside {
  readonly id: Key;
  readonly why: 'damaged' | 'newer';
  readonly raw: string;
}

/** A store as something that leaves and is taken in, row by row. Every method throws StoreError. */
export interface Movable {
  /** All records of a kind in the order of their ids, some at a time; what cannot be read is among them. */
  rows(kind: MovedKind): AsyncIterable<MovedRecord | PutAside>;
  /** How many rows of a kind stand. */
  count(kind: MovedKind): Promise<number>;
  /** The record that stands in the place of another, as its line; `undefined` where none does, `null` where it cannot be read. */
  standing(kind: MovedKind, record: MovedRecord): Promise<string | null | undefined>;
  /** Adds records where nothing stands in their places, in one write where the store can. What stands stays. */
  add(kind: MovedKind, records: readonly MovedRecord[]): Promise<void>;
  close(): Promise<void>;
}

const samePlace = (one: Key, other: Key): boolean =>
  one.length === other.length && one.every((part, place) => part === other[place]);

/** A record as it leaves. What cannot be read, or says that it stands somewhere else than it does, is put aside. */
export function movedRecord(kind: MovedKind, at: Key, record: unknown, raw: string): MovedRecord | PutAside {
  const read = movedKinds[kind].read(record);
  if (typeof read === 'string') return { id: at, why: read, raw };
  if (!samePlace(read.id, at)) return { id: at, why: 'damaged', raw };
  return { ...read, line: canonicalJson(record) };
}

/** Whether a row is one that was put aside. */
export const isAside = (row: MovedRecord | PutAside): row is PutAside => 'why' in row;

/** A record that came as a line, as its schema reads it. Throws StoreError `broken` if it is none. */
export const valueOfLine = ({ schema }: Kind, line: string): object =>
  parsed(z.looseObject({}), parsedJson(schema, line));
