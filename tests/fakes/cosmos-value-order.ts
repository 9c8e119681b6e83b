import { z } from 'zod';
import type { StoredDocument } from './cosmos-documents.ts';
import { getPath } from './cosmos-partition.ts';

/** What an index puts in order: booleans, then numbers, then texts. */
export const scalarSchema = z.union([z.boolean(), z.number(), z.string()]);
export type Scalar = z.infer<typeof scalarSchema>;

export interface Entry {
  readonly value: Scalar;
  readonly document: StoredDocument;
  /** Which document it is, in the order they were made. */
  readonly place: number;
}

/** All documents with a value at a path, by value, and as they were made where values are the same. */
export interface ValueOrder {
  readonly entries: readonly Entry[];
  /** Where each document stands among the entries, by its place; -1 where it has no entry. */
  readonly positions: Int32Array;
  /** Whether no document has a value there that is in no order. */
  readonly isWhole: boolean;
}

/** A part of an order, from one entry to before another. */
export interface Span {
  readonly order: ValueOrder;
  readonly from: number;
  readonly to: number;
}

const typeRank = (value: Scalar): number => ['boolean', 'number', 'string'].indexOf(typeof value);
const isBelow = (one: Scalar, other: Scalar): boolean =>
  typeRank(one) === typeRank(other) ? one < other : typeRank(one) < typeRank(other);

/** Puts documents, given in the order they were made, in the order of their values at a path. */
export function createValueOrder(documents: readonly StoredDocument[], path: string): ValueOrder {
  const entries: Entry[] = [];
  let isWhole = true;
  for (const [place, document] of documents.entries()) {
    const value = getPath(document, path);
    const scalar = scalarSchema.safeParse(value);
    if (scalar.success) entries.push({ value: scalar.data, document, place });
    else if (value !== undefined) isWhole = false;
  }
  entries.sort((one, other) =>
    isBelow(one.value, other.value) ? -1 : isBelow(other.value, one.value) ? 1 : one.place - other.place,
  );
  const positions = new Int32Array(documents.length).fill(-1);
  for (const [at, { place }] of entries.entries()) positions[place] = at;
  return { entries, positions, isWhole };
}

/** As many documents as are asked for that come first by their texts at a path; all where one has no text there. */
export function firstByPath(
  documents: readonly StoredDocument[],
  path: string,
  most: number,
): readonly StoredDocument[] {
  if (documents.length <= most) return documents;
  const texts = documents.map((document) => getPath(document, path)).filter((value) => typeof value === 'string');
  // A text may stand twice: those that share the last place all come, and who asked decides between them.
  const last = texts.toSorted(compareText)[most - 1];
  if (last === undefined || texts.length < documents.length) return documents;
  return documents.filter((_, at) => (texts[at] ?? last) <= last);
}
const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** The first entry that is not below; the entries below come first. */
function lowerBound(entries: readonly Entry[], below: (value: Scalar) => boolean): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const entry = entries[middle];
    if (entry && below(entry.value)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The entries that compare so with a value: only those of its own type do. */
export function createSpan(order: ValueOrder, operator: '=' | '<' | '<=' | '>' | '>=', value: Scalar): Span {
  const { entries } = order;
  const equalFrom = (): number => lowerBound(entries, (each) => isBelow(each, value));
  const equalTo = (): number => lowerBound(entries, (each) => !isBelow(value, each));
  const typeFrom = (): number => lowerBound(entries, (each) => typeRank(each) < typeRank(value));
  const typeTo = (): number => lowerBound(entries, (each) => typeRank(each) <= typeRank(value));
  switch (operator) {
    case '=':
      return { order, from: equalFrom(), to: equalTo() };
    case '<':
      return { order, from: typeFrom(), to: equalFrom() };
    case '<=':
      return { order, from: typeFrom(), to: equalTo() };
    case '>':
      return { order, from: equalTo(), to: typeTo() };
    case '>=':
      break;
  }
  return { order, from: equalFrom(), to: typeTo() };
}

export const countEntries = (spans: readonly Span[]): number => spans.reduce((sum, { from, to }) => sum + to - from, 0);

/** The entries of spans, one span after the other. */
export function* iterateEntries(spans: readonly Span[]): Generator<Entry> {
  for (const { order, from, to } of spans) {
    for (let at = from; at < to; at += 1) {
      const entry = order.entries[at];
      if (entry) yield entry;
    }
  }
}
