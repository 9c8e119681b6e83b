import type { z } from 'zod';

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Puts back, at any level, fields that this version's schema does not know: they are not ours to drop. */
function putBack(value: unknown, standing: unknown, without: ReadonlySet<string>): void {
  if (Array.isArray(value) && Array.isArray(standing)) {
    for (const [place, one] of value.entries()) putBack(one, standing[place], new Set());
    return;
  }
  if (!isObject(value) || !isObject(standing)) return;
  for (const [name, field] of Object.entries(standing)) {
    if (Object.hasOwn(value, name)) putBack(Reflect.get(value, name), field, new Set());
    // No name, `__proto__` least of all, is more than a name.
    else if (!without.has(name) && Object.isExtensible(value))
      Object.defineProperty(value, name, { value: field, enumerable: true, configurable: true, writable: true });
  }
}

/**
 * A record as a schema reads it, with every unknown field except the outermost `without`; `undefined` if it does not
 * fit. Before a page gets it, it must be parsed strictly again.
 */
export function readWhole<Schema extends z.ZodType>(
  schema: Schema,
  standing: unknown,
  without: ReadonlySet<string> = new Set(),
): z.output<Schema> | undefined {
  const { data } = schema.safeParse(standing);
  if (data !== undefined) putBack(data, standing, without);
  return data;
}
