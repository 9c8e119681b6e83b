import type { z } from 'zod';
import { StoreError } from '../concerns/ports/store-error.ts';

/**
 * Reads what a database answered, as the schema says it must be. Throws StoreError `broken` where it is something else,
 * without a cause: a parser's message may quote what it could not read.
 */
export function parsed<Schema extends z.ZodType>(schema: Schema, answer: unknown): z.output<Schema> {
  const result = schema.safeParse(answer);
  if (!result.success) throw new StoreError('broken');
  return result.data;
}

/** The same for an answer that is JSON text. */
export function parsedJson<Schema extends z.ZodType>(schema: Schema, text: string): z.output<Schema> {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    throw new StoreError('broken');
  }
  return parsed(schema, answer);
}

/** The values that can be read of the rows that were found, and how many of them cannot. */
export interface Readable<T> {
  readonly values: readonly T[];
  readonly unreadable: number;
}

/**
 * The first `limit` rows that can be read, in the order of the question: it is asked for more where some cannot, so
 * that these never stand in the way of the others.
 */
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

/** JSON text as a schema says it must be, `undefined` where it is something else. */
export function readJson<Schema extends z.ZodType>(schema: Schema, text: string): z.output<Schema> | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
