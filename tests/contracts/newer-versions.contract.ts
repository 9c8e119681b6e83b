import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { mayChangeRecord, formatVersions } from '../../storage/record-codec.ts';
import { storedKinds } from '../support/contracts/stored-kinds.ts';
import { type OpenStore, withOpenStore } from '../support/contracts/open-store.ts';
import type { Fields, RecordLocation, StoredRecords } from '../support/contracts/stored-records.ts';

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
function addUnknownFields(value: unknown, more: Iterator<Fields>): unknown {
  if (Array.isArray(value)) return value.map((one) => addUnknownFields(one, more));
  if (!isObject(value)) return value;
  const own = Object.entries(value).map(([name, field]) => [
    name,
    ofCounts.includes(name) ? field : addUnknownFields(field, more),
  ]);
  return { ...Object.fromEntries(own), ...more.next().value };
}

/** All that another version put into a record, by where it stands. */
function findNewerFields(value: unknown, path = ''): readonly (readonly [string, unknown])[] {
  if (Array.isArray(value)) return value.flatMap((one, place) => findNewerFields(one, `${path}/${place}`));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, field]) =>
    name.startsWith('later') ? [[`${path}/${name}`, field] as const] : findNewerFields(field, `${path}/${name}`),
  );
}

function* cycle<T>(values: readonly T[]): Generator<T> {
  for (;;) yield* values;
}

/** Writes into what stands as a server of a later version would, with a mark of its own. */
async function rewriteAsNewer(
  standing: StoredRecords,
  place: RecordLocation,
  how: { readonly more: readonly Fields[]; readonly mark: Fields },
): Promise<void> {
  const stood = await standing.read(place);
  const under = standing.under(place);
  const more = cycle(how.more);
  const next =
    under === undefined
      ? { ...stood, ...Object(addUnknownFields(stood, more)) }
      : { ...stood, [under]: addUnknownFields(stood[under], more), ...more.next().value };
  await standing.write(place, { ...next, ...how.mark });
}

/** A shape that no kind of record has yet. */
const nextShape = Math.max(...Object.values(formatVersions)) + 1;

/** What every store promises of records that servers of a later version wrote. */
export function newerVersionsContract(name: string, open: OpenStore): void {
  describe.each(storedKinds)(`a $kind of a later version in ${name}`, ({ make }) => {
    it(
      'keeps all that this one does not know through every change, and the shape that it was written in',
      withOpenStore(open, async (store, standing) => {
        const { place, change } = await make(store);
        expect(await standing.read(place)).toMatchObject({ shape: expect.any(Number) });
        const scene = fc.record({
          more: fc.array(fields, { minLength: 1, maxLength: 4 }),
          shape: fc.option(fc.integer({ min: nextShape, max: 2 ** 31 }), { nil: undefined }),
        });
        await fc.assert(
          fc.asyncProperty(scene, async ({ more, shape }) => {
            const mark = shape === undefined ? {} : { shape, oldestWriter: 1 };
            await rewriteAsNewer(standing, place, { more, mark });
            const before = findNewerFields(await standing.read(place));
            expect(before).not.toEqual([]);
            expect(await change()).toBe(true);
            expect(await change()).toBe(true);
            const after = await standing.read(place);
            expect(Object.fromEntries(findNewerFields(after))).toEqual(Object.fromEntries(before));
            expect(after).toMatchObject(mark);
          }),
          { numRuns: 6 },
        );
      }),
    );

    it(
      'is read, and not changed, where only a later version may change it',
      withOpenStore(open, async (store, standing) => {
        const { place, change } = await make(store);
        for (const oldestWriter of [nextShape, 9, Infinity, 'odd', -1, 1.5]) {
          await rewriteAsNewer(standing, place, {
            more: [{ laterField: 1 }],
            mark: { shape: nextShape, oldestWriter },
          });
          const before = await standing.read(place);
          await expect(change()).rejects.toMatchObject({ code: 'newer' });
          expect(await standing.read(place)).toEqual(before);
        }
      }),
    );
  });

  it('no server of this version may change what says so, and each may change what does not', () => {
    for (const kind of Object.keys(formatVersions).filter(
      (one): one is keyof typeof formatVersions => one in formatVersions,
    )) {
      expect(mayChangeRecord(kind, undefined)).toBe(true);
      expect(mayChangeRecord(kind, { shape: 7 })).toBe(true);
      expect(mayChangeRecord(kind, { oldestWriter: formatVersions[kind] })).toBe(true);
      expect(mayChangeRecord(kind, { oldestWriter: formatVersions[kind] + 1 })).toBe(false);
    }
  });
}
