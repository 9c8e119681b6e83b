/** All that can be reached from something by its properties and entries, as one text. */
export function deepText(value: unknown, seen = new Set<unknown>()): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (seen.has(value)) return '';
  seen.add(value);
  const inside =
    value instanceof Map ? [...value].flat() : Reflect.ownKeys(value).map((key) => Reflect.get(value, key));
  return inside.map((one) => deepText(one, seen)).join(' ');
}
