import type { z } from 'zod';

/** `undefined` if it is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `undefined` if it is no JSON or does not fit. */
export function parseJsonWithSchema<Schema extends z.ZodType>(
  schema: Schema,
  text: string,
): z.output<Schema> | undefined {
  const value = parseJson(text);
  return value === undefined ? undefined : schema.safeParse(value).data;
}
