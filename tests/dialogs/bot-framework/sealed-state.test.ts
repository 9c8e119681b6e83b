import { beforeEach, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { compactDecrypt } from 'jose';
import { type DialogState, createStateSealer } from '../../../dialogs/bot-framework/sealed-state.ts';
import { createDayKeyRing, stateLifetimeMs } from '../../../dialogs/bot-framework/day-key-ring.ts';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { random } from '../../support/core/open-core.ts';
import { assertAbsent } from '../../support/journeys/canary.ts';
import { newCanary } from '../../support/journeys/new-canary.ts';
import { setUpSqliteStore, setUpFolder } from '../../support/storage/set-up-store.ts';

const morning = Date.parse('2026-11-25T08:00:00.000Z');
const foreign = { kind: 'foreign' };
const numRuns = process.env['SLOW'] ? 2_000 : 100;
const store = setUpSqliteStore();
const inFolder = setUpFolder();
let now: number;
beforeEach(() => {
  now = morning;
});

const keysOf = (dayKeys = store.dayKeys, secret = 'a secret of the server, long enough') =>
  createDayKeyRing({ dayKeys, secret, clock: () => new Date(now), random });
const carriedBy = (keys = keysOf()) => createStateSealer({ keys, clock: () => new Date(now), random });
const stackWith = (flow: unknown): DialogState => ({ dialogStack: [{ id: 'report', state: { flow } }] });
const stacks = fc
  .array(
    fc.record({
      id: fc.string(),
      state: fc.dictionary(
        fc.string().filter((name) => name !== '__proto__'),
        fc.jsonValue(),
      ),
    }),
    { maxLength: 3 },
  )
  .map((dialogStack): DialogState => JSON.parse(JSON.stringify({ dialogStack })));
const textOf = (length: number) => Buffer.from(random(length)).toString('base64').slice(0, length);

describe('state that a card carries', () => {
  it('is a JWE as others read it', async () => {
    const keys = keysOf();
    const token = await carriedBy(keys).seal(stackWith('short'), 'a person');
    const { plaintext, protectedHeader } = await compactDecrypt(token, (await keys.current()).key);
    expect(protectedHeader).toMatchObject({ alg: 'dir', enc: 'A256GCM' });
    expect(JSON.parse(Buffer.from(plaintext).subarray(1).toString())).toMatchObject({ state: stackWith('short') });
  });

  it('comes back to the person it was sealed for, on any instance', async () => {
    const [one, other] = [carriedBy(), carriedBy()];
    await fc.assert(
      fc.asyncProperty(stacks, fc.string(), async (state, person) => {
        const token = await one.seal(state, person);
        expect(token).toMatch(/^[A-Za-z0-9_.-]+$/u);
        expect(await other.open(token, person)).toEqual({ kind: 'valid', state });
      }),
      { numRuns },
    );
  });

  it("is nobody else's", async () => {
    const carried = carriedBy();
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.string(), async (person, other) => {
        fc.pre(person !== other);
        expect(await carried.open(await carried.seal(stackWith(1), person), other)).toEqual(foreign);
      }),
      { numRuns },
    );
  });

  it('says nothing of what is in it or whose it is, and never the same twice', async () => {
    const [words, person] = [newCanary(), newCanary()];
    for (const length of [1, 5_000]) {
      const state = stackWith({ words, filling: 'x'.repeat(length) });
      const [first, second] = [await carriedBy().seal(state, person), await carriedBy().seal(state, person)];
      expect(first).not.toBe(second);
      const [header] = first.split('.');
      expect(Buffer.from(header ?? '', 'base64url').toString()).toBe(
        '{"alg":"dir","enc":"A256GCM","kid":"2026-11-25"}',
      );
      for (const part of first.split('.')) {
        assertAbsent('part', `${part}${Buffer.from(part, 'base64url').toString('latin1')}`, [words, person]);
      }
    }
  });

  it('is refused once any of its characters is another', async () => {
    const carried = carriedBy();
    for (const size of [10, 3_000]) {
      const token = await carried.seal(stackWith(textOf(size)), 'person');
      // Every place of a short token; of a long one its beginning, its end and some between.
      const far = Math.max(1, Math.floor(token.length / 150));
      const places = Array.from({ length: token.length }, (_, place) => place).filter(
        (place) => place < 110 || place > token.length - 40 || place % far === 0,
      );
      for (const place of places) {
        for (const other of ['A', 'B', '_', '.', '*', ' ']) {
          if (token[place] === other) continue;
          const changed = token.slice(0, place) + other + token.slice(place + 1);
          expect({ place, other, opened: (await carried.open(changed, 'person')).kind }).toEqual({
            place,
            other,
            opened: 'foreign',
          });
        }
      }
    }
  });

  it('is refused where parts are missing, doubled, cut, swapped between cards or given another key', async () => {
    const carried = carriedBy();
    const token = await carried.seal(stackWith('words'), 'person');
    const parts = token.split('.');
    const others = (await carried.seal(stackWith('other'), 'person')).split('.');
    for (let place = 0; place < parts.length; place += 1) {
      expect(await carried.open(parts.toSpliced(place, 1).join('.'), 'person')).toEqual(foreign);
      expect(await carried.open(parts.with(place, '').join('.'), 'person').then(({ kind }) => kind)).toBe(
        place === 1 ? 'valid' : 'foreign',
      );
      expect(
        await carried.open(parts.with(place, (parts[place] ?? '').slice(0, -1) || 'A').join('.'), 'person'),
      ).toEqual(foreign);
      if (place > 1)
        expect(await carried.open(parts.with(place, others[place] ?? '').join('.'), 'person')).toEqual(foreign);
    }
    for (const header of [
      { alg: 'none' },
      { alg: 'dir', enc: 'A256GCM' },
      { alg: 'dir', enc: 'A256GCM', kid: '2026-11-24' },
      { kid: '2026-11-25' },
      null,
    ]) {
      const made = Buffer.from(JSON.stringify(header)).toString('base64url');
      expect(await carried.open(parts.with(0, made).join('.'), 'person')).toEqual(foreign);
    }
    expect(await carried.open(`${token}.`, 'person')).toEqual(foreign);
    expect(await carried.open(`${token}A`, 'person')).toEqual(foreign);
  });

  it('is refused whatever text somebody makes up', async () => {
    const carried = carriedBy();
    const texts = fc.oneof(
      fc.string(),
      fc.array(fc.base64String(), { maxLength: 6 }).map((parts) => parts.join('.')),
    );
    await fc.assert(
      fc.asyncProperty(texts, async (text) => expect(await carried.open(text, 'person')).toEqual(foreign)),
      { numRuns },
    );
  });

  it('expires after twelve hours, says so as long as its key lives, and then is nothing', async () => {
    const [carried, other] = [carriedBy(), carriedBy()];
    const state = stackWith('words');
    const token = await carried.seal(state, 'person');
    now = morning + stateLifetimeMs;
    expect(await carried.open(token, 'person')).toEqual({ kind: 'valid', state });
    now += 1;
    expect(await carried.open(token, 'person')).toEqual({ kind: 'expired', state });
    expect(await carried.open(token, 'another')).toEqual(foreign);
    now = Date.parse('2026-11-26T11:59:59.999Z');
    expect(await other.open(token, 'person')).toEqual({ kind: 'expired', state });
    now += 1;
    for (const one of [carried, other, carriedBy()]) expect(await one.open(token, 'person')).toEqual(foreign);
  });

  it('is nothing to a deployment with another secret or other keys', async () => {
    const token = await carriedBy().seal(stackWith('words'), 'person');
    expect(
      await carriedBy(keysOf(store.dayKeys, 'another secret, as long as the first')).open(token, 'person'),
    ).toEqual(foreign);
    const empty = openSqliteStore(inFolder('other.db'));
    const elsewhere = carriedBy(keysOf(empty.dayKeys));
    expect(await elsewhere.open(token, 'person')).toEqual(foreign);
    await elsewhere.seal(stackWith('words'), 'person');
    expect(await elsewhere.open(token, 'person')).toEqual(foreign);
    await empty.close();
  });
});
