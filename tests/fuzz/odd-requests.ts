import * as fc from 'fast-check';

/** Bodies of every kind: JSON, any text and any bytes, and what was recorded, cut off somewhere. */
export const anyBodyOf = (recorded: readonly string[]): fc.Arbitrary<BodyInit> =>
  fc.oneof(
    fc.json({ maxDepth: 5 }),
    fc.string({ unit: 'binary' }),
    fc.uint8Array({ maxLength: 2_000 }).map((bytes) => new Uint8Array(bytes)),
    fc.constantFrom(...recorded).chain((body) => fc.nat(body.length).map((at) => body.slice(0, at))),
  );

/** Headers of authorisation that let nobody in, some of them as near as a letter to the good one. */
export const badHeaderBeside = (good: string): fc.Arbitrary<string> =>
  fc.oneof(
    fc.string({ unit: fc.constantFrom(...Array.from(' !~abcXYZ019._-=,;"')) }),
    fc
      .tuple(fc.constantFrom('Bearer ', 'bearer ', ''), fc.base64String(), fc.base64String(), fc.base64String())
      .map(([scheme, ...parts]) => `${scheme}${parts.join('.')}`),
    // A good token with one letter changed; some bits of the last one say nothing.
    fc.nat(good.length - 2).map((at) => {
      const other = good.charAt(at) === 'A' ? 'B' : 'A';
      return `${good.slice(0, at)}${other}${good.slice(at + 1)}`;
    }),
  );
