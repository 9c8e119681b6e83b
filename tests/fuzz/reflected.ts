import { mark } from './mutations.ts';

/** Where a person's own words may come back to them: in an input they fill in, and in the lines of their review. */
const ownWords: Readonly<Record<string, string>> = {
  'Input.Text': 'value',
  'Input.ChoiceSet': 'value',
  TextRun: 'text',
};

/**
 * The places of a body where the mark comes back and must not, as paths; a body that is no JSON is one such place. What
 * stands in a field of `handedOut` is there for others to read.
 */
export function reflectedIn(body: string, handedOut: readonly string[] = []): readonly string[] {
  if (!body.includes(mark)) return [];
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return ['the body'];
  }
  return placesOf(json, '', handedOut);
}

function placesOf(value: unknown, path: string, handedOut: readonly string[]): readonly string[] {
  if (typeof value === 'string') return value.includes(mark) ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  const type: unknown = Reflect.get(value, 'type');
  const own = typeof type === 'string' && Object.hasOwn(ownWords, type) ? ownWords[type] : undefined;
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(key.includes(mark) ? [`${path}/${key}`] : []),
    ...(key === own || handedOut.includes(key) ? [] : placesOf(inner, `${path}/${key}`, handedOut)),
  ]);
}
