import type { z } from 'zod';

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Puts back, at any level, fields that this version's schema does not know: they are not ours to drop. */
function restoreUnknownFields(value: unknown, stored: unknown, excludedFields: ReadonlySet<string>): void {
  if (Array.isArray(value) && Array.isArray(stored)) {
    for (const [place, one] of value.entries()) restoreUnknownFields(one, stored[place], new Set());
    return;
  }
  if (!isObject(value) || !isObject(stored)) return;
  for (const [name, field] of Object.entries(stored)) {
    if (Object.hasOwn(value, name)) restoreUnknownFields(Reflect.get(value, name), field, new Set());
    // No name, `__proto__` least of all, is more than a name.
    else if (!excludedFields.has(name) && Object.isExtensible(value))
      Object.defineProperty(value, name, { value: field, enumerable: true, configurable: true, writable: true });
  }
}

/**
 * A record as a schema reads it, with every unknown field except the outermost `without`; `undefined` if it does not
 * fit. Before a page gets it, it must be parsed strictly again.
 */
export function parseWithUnknownFields<Schema extends z.ZodType>(
  schema: Schema,
  stored: unknown,
  excludedFields: ReadonlySet<string> = new Set(),
): z.output<Schema> | undefined {
  const { data } = schema.safeParse(stored);
  if (data !== undefined) restoreUnknownFields(data, stored, excludedFields);
  return data;
}
