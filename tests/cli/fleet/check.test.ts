import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { z } from 'zod';
import { fleetSchema, parseFleet } from '../../../cli/fleet/fleet-file.ts';
import { createDigest, fleetText, createForce, releases, runFleet, train } from '../../support/cli/example-fleet.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';

const folder = createTemporaryFolder();
const [newest, before, oldest] = releases;
let count = 0;

/** What is said of a fleet of these rows. */
async function check(forces: readonly unknown[], other: Readonly<Record<string, unknown>> = {}, today?: string) {
  const path = join(folder, `${(count += 1)}.json`);
  writeFileSync(path, fleetText(forces, other));
  return runFleet(['check', path], today);
}

const inOrder = [createForce('north', newest, 1), createForce('south', before, 2)];

describe('a fleet file that is looked at', () => {
  it('is in order where each wave that has begun is on the train', async () => {
    const { code, said } = await check(inOrder);
    expect(code).toBe(0);
    expect(said).toMatch(/north .* wave 1 .*the train’s release/u);
    expect(said).toMatch(/^ {2}south .* wave 2 .*1\.1\.0, until its wave begins on 2026-12-08/mu);
    expect(said).toContain('No server was asked');
  });

  it('says who is behind, and by how many releases, from the day of their wave', async () => {
    const { code, said } = await check([createForce('north', oldest, 1), createForce('south', before, 2)]);
    expect(code).toBe(3);
    expect(said).toMatch(/north .*BEHIND: 1\.0\.0, 2 releases before the train/u);
    expect(said).not.toMatch(/^ {2}south .*BEHIND/mu);
  });

  it('says that a wave began while a force of the one before it had not come', async () => {
    const { code, said } = await check(
      [createForce('north', before, 1), createForce('south', newest, 2)],
      {},
      '2026-12-08',
    );
    expect(code).toBe(3);
    expect(said).toContain('Wave 2 has begun, but these forces of an earlier wave have not moved: north.');
  });

  it('says who moved before their wave', async () => {
    const { code, said } = await check([createForce('north', newest, 1), createForce('south', newest, 2)]);
    expect(code).toBe(3);
    expect(said).toMatch(/^ {2}south .*EARLY/mu);
  });

  it('says of digests that differ whether they are of two releases, or of none', async () => {
    const { code, said } = await check([
      createForce('mixed', newest, 1, { page: before.page }),
      createForce('odd-image', newest, 1, { image: createDigest(77) }),
      createForce('odd-page', newest, 1, { page: createDigest(77) }),
      createForce('south', before, 2),
    ]);
    expect(code).toBe(3);
    expect(said).toMatch(/mixed .*the image of 1\.2\.0 and the pages of 1\.1\.0/u);
    expect(said).toMatch(/odd-image .*UNKNOWN: no release in the file has its image\n/u);
    expect(said).toMatch(/odd-page .*UNKNOWN: no release in the file has its pages\n/u);
  });

  it('takes two releases with the same pages for what they are', async () => {
    const same = [{ ...before, page: newest.page }, oldest];
    const { code, said } = await check(
      [createForce('north', newest, 1), createForce('south', { ...before, page: newest.page }, 2)],
      {
        earlier: same,
      },
    );
    expect(said).not.toContain('MIXED');
    expect(code).toBe(0);
  });

  it.each([
    [
      'two rows with one name',
      [...inOrder, createForce('north', newest, 1, { addresses: { server: 'https://n.example' } })],
      {},
      'Two rows have the same name',
    ],
    [
      'two forces on one server',
      [...inOrder, createForce('east', newest, 1, { addresses: { server: 'https://north.candour.example/' } })],
      {},
      'each force has its own',
    ],
    ['a wave that nobody moves with', inOrder.slice(0, 1), {}, 'No force moves with wave 2'],
    ['a force in no wave', [...inOrder, createForce('east', newest, 3)], {}, 'NO WAVE'],
    [
      'waves in another order than their days',
      inOrder,
      {
        train: {
          ...train,
          waves: [
            { wave: 1, from: '2026-12-01' },
            { wave: 2, from: '2026-11-01' },
          ],
        },
      },
      'Wave 2 begins before the one before it',
    ],
    [
      'two releases with one image',
      inOrder,
      { earlier: [before, { ...oldest, image: before.image }] },
      'of another release',
    ],
  ])('is not in order with %s', async (_what, forces, other, sentence) => {
    const { code, said } = await check(forces, other);
    expect(code).toBe(3);
    expect(said).toContain(sentence);
  });

  it('costs no other force a row that cannot be read, and says no value of it', async () => {
    const canary = 'zq-canary-7731';
    const rows = [
      { ...createForce('east', newest, 1), password: canary },
      { ...createForce('west', newest, 1), addresses: { server: `https://someone:${canary}@west.example` } },
      { ...createForce('mid', newest, 1), addresses: { server: `https://mid.example/?code=${canary}` } },
      { ...createForce('low', newest, 1), image: canary },
      { ...createForce('plain', newest, 1), addresses: { server: 'http://plain.example' } },
      canary,
      null,
      ...inOrder,
    ];
    const { code, said } = await check(rows);
    expect(code).toBe(3);
    expect(said).toMatch(/north .*the train’s release/u);
    expect(said).toContain('forces[0]: There is an unknown field: password.');
    for (const place of [1, 2, 3, 4, 5, 6]) expect(said).toContain(`Not checked: forces[${place}]`);
    expect(said).not.toContain(canary);
  });

  it.each([
    ['no JSON', 'not json'],
    ['something else', '{"format":"candour-page-1"}'],
    ['no force', fleetText([])],
    ['a train without a digest', fleetText(inOrder, { train: { ...train, image: 'latest' } })],
    ['a field for a secret', fleetText(inOrder, { token: 'zq-canary-7731' })],
  ])('is refused with %s, in a sentence and without its words', async (_what, text) => {
    const path = join(folder, `${(count += 1)}.json`);
    writeFileSync(path, text);
    const { code, said } = await runFleet(['check', path]);
    expect(code).toBe(1);
    expect(said).toContain('Correct the fleet file:');
    expect(said).not.toContain('zq-canary');
    expect(said).not.toContain('latest');
  });

  it('says how it is called where it is called otherwise', async () => {
    const path = join(folder, 'any.json');
    for (const args of [
      ['check'],
      ['look', path],
      ['check', path, '--on', 'soon'],
      ['check', path, '--what'],
      ['check', path, '--manifests', folder],
    ])
      expect((await runFleet(args)).code).toBe(2);
    expect((await runFleet([])).code).toBe(0);
  });

  it('reads whatever text it is given, or says what is wrong, and never fails', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.json(),
      fc.array(fc.jsonValue(), { maxLength: 5 }).map((rows) => fleetText(rows)),
      fc.dictionary(fc.string(), fc.jsonValue()).map((other) => fleetText(inOrder, other)),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const read = parseFleet(text);
        const problems = read.kind === 'wrong' ? read.problems : [{}];
        return problems.length > 0;
      }),
    );
  });
});

describe('what comes with it', () => {
  const read = (name: string) => readFileSync(new URL(`../../../deploy/fleet/${name}`, import.meta.url), 'utf8');

  it('is an example that is in order on its day', async () => {
    const path = new URL('../../../deploy/fleet/example.json', import.meta.url).pathname;
    expect(await runFleet(['check', path, '--on', '2026-12-10'])).toMatchObject({ code: 0 });
  });

  it('is a schema that is the one by which a file is read', () => {
    expect(JSON.parse(read('fleet.schema.json'))).toEqual(JSON.parse(JSON.stringify(z.toJSONSchema(fleetSchema))));
  });
});
