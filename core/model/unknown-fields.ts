import type { z } from 'zod';

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** At any level, so that a write does not lose fields that this version does not know. */
function restoreUnknownFields(value: unknown, stored: unknown, excludedFields: ReadonlySet<string>): void {
  if (Array.isArray(value) && Array.isArray(stored)) {
    for (const [place, one] of value.entries()) restoreUnknownFields(one, stored[place], new Set());
    return;
  }
  if (!isObject(value) || !isObject(stored)) return;
  for (const [name, field] of Object.entries(stored)) {
    if (Object.hasOwn(value, name)) restoreUnknownFields(Reflect.get(value, name), field, new Set());
    // Guards against `__proto__` as a field's name.
    else if (!excludedFields.has(name) && Object.isExtensible(value))
      Object.defineProperty(value, name, { value: field, enumerable: true, configurable: true, writable: true });
  }
}

/**
 * A record by a schema, with every unknown field except the outermost `excludedFields`; `undefined` if it does not fit.
 * Parse it strictly again before a page gets it.
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
