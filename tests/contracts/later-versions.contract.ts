import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { mayChange, recordShapes } from '../../storage/record-codec.ts';
import { keptKinds } from '../support/contracts/kept-kinds.ts';
import { type OpenStore, withStore } from '../support/contracts/open-store.ts';
import type { Fields, RecordPlace, StandingRecords } from '../support/contracts/standing-records.ts';

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The name of a field that no version of today knows. */
const later = fc.stringMatching(/^later[A-Za-z]{0,6}$/u);
/** Any JSON as it comes back out of a database. */
const anyJson = fc
  .jsonValue({ maxDepth: 3 })
  .map((value): unknown => JSON.parse(JSON.stringify(value)))
  .filter((value) => !JSON.stringify(value).includes('__proto__'));
const fields = fc.dictionary(later, anyJson, { minKeys: 1, maxKeys: 3 });

/** What is in these are counts by their names: another name in them would be another count. */
const ofCounts: readonly string[] = ['counts', 'failed'];

/** The record with fields put into each object of it, from the outermost in. */
function sprinkled(value: unknown, more: Iterator<Fields>): unknown {
  if (Array.isArray(value)) return value.map((one) => sprinkled(one, more));
  if (!isObject(value)) return value;
  const own = Object.entries(value).map(([name, field]) => [
    name,
    ofCounts.includes(name) ? field : sprinkled(field, more),
  ]);
  return { ...Object.fromEntries(own), ...more.next().value };
}

/** All that another version put into a record, by where it stands. */
function laterIn(value: unknown, path = ''): readonly (readonly [string, unknown])[] {
  if (Array.isArray(value)) return value.flatMap((one, place) => laterIn(one, `${path}/${place}`));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, field]) =>
    name.startsWith('later') ? [[`${path}/${name}`, field] as const] : laterIn(field, `${path}/${name}`),
  );
}

function* cycle<T>(values: readonly T[]): Generator<T> {
  for (;;) yield* values;
}

/** Writes into what stands as a server of a later version would, with a mark of its own. */
async function asLater(
  standing: StandingRecords,
  place: RecordPlace,
  how: { readonly more: readonly Fields[]; readonly mark: Fields },
): Promise<void> {
  const stood = await standing.read(place);
  const under = standing.under(place);
  const more = cycle(how.more);
  const next =
    under === undefined
      ? { ...stood, ...Object(sprinkled(stood, more)) }
      : { ...stood, [under]: sprinkled(stood[under], more), ...more.next().value };
  await standing.write(place, { ...next, ...how.mark });
}

/** A shape that no kind of record has yet. */
const nextShape = Math.max(...Object.values(recordShapes)) + 1;

/** What every store promises of records that servers of a later version wrote. */
export function laterVersionsContract(name: string, open: OpenStore): void {
  describe.each(keptKinds)(`a $kind of a later version in ${name}`, ({ make }) => {
    it(
      'keeps all that this one does not know through every change, and the shape that it was written in',
      withStore(open, async (store, standing) => {
        const { place, change } = await make(store);
        expect(await standing.read(place)).toMatchObject({ shape: expect.any(Number) });
        const scene = fc.record({
          more: fc.array(fields, { minLength: 1, maxLength: 4 }),
          shape: fc.option(fc.integer({ min: nextShape, max: 2 ** 31 }), { nil: undefined }),
        });
        await fc.assert(
          fc.asyncProperty(scene, async ({ more, shape }) => {
            const mark = shape === undefined ? {} : { shape, oldestWriter: 1 };
            await asLater(standing, place, { more, mark });
            const before = laterIn(await standing.read(place));
            expect(before).not.toEqual([]);
            expect(await change()).toBe(true);
            expect(await change()).toBe(true);
            const after = await standing.read(place);
            expect(Object.fromEntries(laterIn(after))).toEqual(Object.fromEntries(before));
            expect(after).toMatchObject(mark);
          }),
          { numRuns: 6 },
        );
      }),
    );

    it(
      'is read, and not changed, where only a later version may change it',
      withStore(open, async (store, standing) => {
        const { place, change } = await make(store);
        for (const oldestWriter of [nextShape, 9, Infinity, 'odd', -1, 1.5]) {
          await asLater(standing, place, { more: [{ laterField: 1 }], mark: { shape: nextShape, oldestWriter } });
          const before = await standing.read(place);
          await expect(change()).rejects.toMatchObject({ code: 'newer' });
          expect(await standing.read(place)).toEqual(before);
        }
      }),
    );
  });

  it('no server of this version may change what says so, and each may change what does not', () => {
    for (const kind of Object.keys(recordShapes).filter(
      (one): one is keyof typeof recordShapes => one in recordShapes,
    )) {
      expect(mayChange(kind, undefined)).toBe(true);
      expect(mayChange(kind, { shape: 7 })).toBe(true);
      expect(mayChange(kind, { oldestWriter: recordShapes[kind] })).toBe(true);
      expect(mayChange(kind, { oldestWriter: recordShapes[kind] + 1 })).toBe(false);
    }
  });
}
