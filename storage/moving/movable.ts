import { z } from 'zod';
import { canonicalJson } from '../../concerns/terms/canonical-json.ts';
import type { Key, Kind } from '../documents.ts';
import { parsed, parsedJson } from '../parsed.ts';
import { type MovedKind, movedKinds } from './moved-kinds.ts';

export interface MovedRecord {
  readonly id: Key;
  readonly group: string;
  readonly line: string;
}

export interface PutAside {
  readonly id: Key;
  readonly why: 'damaged' | 'newer';
  readonly raw: string;
}

/** A store to export from and import into, row by row. Every method throws StoreError. */
export interface Movable {
  rows(kind: MovedKind): AsyncIterable<MovedRecord | PutAside>;
  count(kind: MovedKind): Promise<number>;
  standing(kind: MovedKind, record: MovedRecord): Promise<string | null | undefined>;
  /** Adds records whose places are free, in one write if the store can. Existing records stay. */
  add(kind: MovedKind, records: readonly MovedRecord[]): Promise<void>;
  close(): Promise<void>;
}

const samePlace = (one: Key, other: Key): boolean =>
  one.length === other.length && one.every((part, place) => part === other[place]);

export function movedRecord(kind: MovedKind, at: Key, record: unknown, raw: string): MovedRecord | PutAside {
  const read = movedKinds[kind].read(record);
  if (typeof read === 'string') return { id: at, why: read, raw };
  if (!samePlace(read.id, at)) return { id: at, why: 'damaged', raw };
  return { ...read, line: canonicalJson(record) };
}

export const isAside = (row: MovedRecord | PutAside): row is PutAside => 'why' in row;

export const valueOfLine = ({ schema }: Kind, line: string): object =>
  parsed(z.looseObject({}), parsedJson(schema, line));
