import * as fc from 'fast-check';

/** Stands in every text that is put into a body, to be looked for in what comes back. */
export const mark = 'zq7mark9f';

// JSON can say numbers that no value here is, and nests deeper than the stack goes: both are put in as text.
const raw = (text: string): string => `@@${text}@@`;
/** A value as the text of a request. */
const asBody = (value: unknown): string =>
  JSON.stringify(value).replace(/"@@([^@]+)@@"/gu, (_, text: string) => text.replaceAll('\\"', '"'));

const nested = (depth: number, list: boolean): unknown => {
  let value: unknown = mark;
  for (let level = 0; level < depth; level += 1) value = list ? [value] : { candour: value };
  return value;
};
const withPrototype = (text: string): unknown => JSON.parse(text);

/** Values that no client sends. */
const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    raw('1e999'),
    raw('-1e999'),
    raw('123456789012345678901234567890'),
    raw('-0'),
    raw(`${'['.repeat(50_000)}${']'.repeat(50_000)}`),
    raw(`${'{"a":'.repeat(20_000)}0${'}'.repeat(20_000)}`),
    '',
    [],
    {},
    [mark],
    { [mark]: mark },
    `${mark}\ud800`,
    `\udfff${mark}`,
    `\u0000${mark}\u0000`,
    `${mark}\u202e\u2066\u200b`,
    `<at>${mark}</at>`,
    `\${${mark}} {{DATE(2026-01-01T00:00:00Z)}} <script>${mark}</script> [${mark}](https://example.org)`,
    mark.repeat(300),
    mark.repeat(5_000),
    '__proto__',
    'constructor',
  ),
  fc.constantFrom(...[20, 400, 3_000].flatMap((depth) => [nested(depth, true), nested(depth, false)])),
  fc.constantFrom(
    ...['"x"', '{"toString":1}', '[]', 'null'].flatMap((inner) =>
      ['__proto__', 'constructor', 'prototype', 'toJSON', 'then'].map((key) => withPrototype(`{"${key}":${inner}}`)),
    ),
  ),
  fc.constantFrom(1_500, 20_000).map((length) => Array.from({ length }, () => mark)),
  fc.string({ unit: 'binary', maxLength: 40 }).map((text) => `${mark}${text}`),
  fc.anything({ maxDepth: 2, withNullPrototype: false }).map((value) => ({ [mark]: JSON.stringify(value) ?? null })),
);

type Place = { readonly holder: Record<string, unknown> | unknown[]; readonly key: string };
const isHolder = (value: unknown): value is Record<string, unknown> | unknown[] =>
  typeof value === 'object' && value !== null;

/** The fields of a value at every depth, as far as anybody would look: what was nested by a mutation is deeper. */
function placesIn(value: unknown, depth = 0): readonly Place[] {
  if (!isHolder(value) || depth > 30) return [];
  const places = Object.keys(value).map((key) => ({ holder: value, key }));
  return [...places, ...places.flatMap(({ key }) => placesIn(Reflect.get(value, key), depth + 1))];
}

interface Mutation {
  readonly at: number;
  readonly how: 'drop' | 'replace' | 'wrap' | 'twice' | 'rename' | 'mark';
  readonly value: unknown;
}
const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.nat(10_000),
  how: fc.constantFrom('drop', 'replace', 'replace', 'replace', 'wrap', 'twice', 'rename', 'mark', 'mark'),
  value: oddValue,
});

function put({ holder, key }: Place, value: unknown): void {
  // Assigning to __proto__ would change the prototype and leave no field.
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

function mutate(root: unknown, { at, how, value: shared }: Mutation): void {
  // The next mutation may fall into what this one puts there.
  const value: unknown = JSON.parse(JSON.stringify(shared));
  const places = placesIn(root);
  const place = places[at % Math.max(1, places.length)];
  if (place === undefined) return;
  const { holder, key } = place;
  const before: unknown = Reflect.get(holder, key);
  if (how === 'replace') put(place, value);
  else if (how === 'wrap') put(place, [before, value]);
  else if (how === 'twice') put(place, [before, before]);
  else if (how === 'mark') put(place, typeof before === 'string' ? `${before}${mark}` : mark);
  else {
    Reflect.deleteProperty(holder, key);
    if (how === 'rename') put({ holder, key: `${key}${mark}` }, before);
  }
}

/** A recorded body with a few of its fields, or of those under one of them, changed to what no client sends. */
export const mutated = (bodies: readonly string[], under?: 'value' | 'data'): fc.Arbitrary<string> =>
  fc.tuple(fc.constantFrom(...bodies), fc.array(mutation, { minLength: 1, maxLength: 4 })).map(([body, mutations]) => {
    const whole: unknown = JSON.parse(body);
    for (const one of mutations) mutate(under && isHolder(whole) ? Reflect.get(whole, under) : whole, one);
    return asBody(whole);
  });
