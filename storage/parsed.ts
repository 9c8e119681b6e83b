import type { z } from 'zod';
import { StoreError } from '../concerns/ports/store-error.ts';

/**
 * What a database answered, as the schema says it must be. Throws StoreError `broken` where it is something else,
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
