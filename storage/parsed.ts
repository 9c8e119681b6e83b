import type { z } from 'zod';
import { StoreError } from '../concerns/ports/store-error.ts';

/** Throws StoreError `broken` if the answer does not fit, without a cause: a parser's message may quote the content. */
export function parsed<Schema extends z.ZodType>(schema: Schema, answer: unknown): z.output<Schema> {
  const result = schema.safeParse(answer);
  if (!result.success) throw new StoreError('broken');
  return result.data;
}

export function parsedJson<Schema extends z.ZodType>(schema: Schema, text: string): z.output<Schema> {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    throw new StoreError('broken');
  }
  return parsed(schema, answer);
}

export interface Readable<T> {
  readonly values: readonly T[];
  readonly unreadable: number;
}

/** The first `limit` readable rows, and how many are unreadable: it reads on, so that these never block the others. */
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

export function readJson<Schema extends z.ZodType>(schema: Schema, text: string): z.output<Schema> | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
