import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Store } from '../../../core/ports/store.ts';
import { createDayKeyRing, stateLifetimeMs } from '../../../dialogs/bot-framework/day-key-ring.ts';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { random } from '../../support/core/open-core.ts';
import { assertAbsentOnDisk } from '../../support/journeys/canary.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';

const secret = 'a secret of the server, long enough';
const noon = Date.parse('2026-11-25T12:00:00.000Z');
const hourMs = 3_600_000;
let folder: string;
let store: Store;
let now: number;
beforeEach(() => {
  folder = createTemporaryFolder();
  store = openSqliteStore(join(folder, 'candour.db'));
  now = noon;
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const ring = (differences: Partial<Parameters<typeof createDayKeyRing>[0]> = {}) =>
  createDayKeyRing({ dayKeys: store.dayKeys, secret, clock: () => new Date(now), random, ...differences });
const raw = (found: { readonly key: { export(): Buffer } } | undefined): string | undefined =>
  found?.key.export().toString('hex');

describe('the keys of the day', () => {
  it('are one for every instance on a store, whoever asks first', async () => {
    const [one, other] = [ring(), ring()];
    const [first, second] = await Promise.all([one.current(), other.current()]);
    expect(first.id).toBe('2026-11-25');
    expect(raw(second)).toBe(raw(first));
    expect(raw(await other.find('2026-11-25'))).toBe(raw(first));
    expect(raw(await ring().find('2026-11-25'))).toBe(raw(first));
  });

  it("are another each day, and yesterday's is found until noon", async () => {
    const keys = ring();
    const first = await keys.current();
    now += 24 * hourMs - 1;
    expect(raw(await keys.current())).not.toBe(raw(first));
    expect(raw(await keys.find('2026-11-25'))).toBe(raw(first));
    now += 1;
    expect(await keys.find('2026-11-25')).toBeUndefined();
  });

  it('live as long as the last card of their day, to the millisecond', async () => {
    const [keys, other] = [ring(), ring()];
    now = Date.parse('2026-11-25T23:59:59.999Z');
    const { id } = await keys.current();
    const last = now + stateLifetimeMs;
    now = last;
    await keys.destroyExpired();
    expect(await keys.find(id)).toBeDefined();
    expect(await other.find(id)).toBeDefined();
    now = last + 1;
    await keys.destroyExpired();
    for (const one of [keys, other, ring()]) expect(await one.find(id)).toBeUndefined();
    now = last;
    expect(await ring().find(id)).toBeUndefined();
  });

  it("are destroyed in the store, today's left alone", async () => {
    const keys = ring();
    await keys.current();
    now += 24 * hourMs;
    await keys.current();
    await keys.destroyExpired();
    expect(await store.dayKeys.read('2026-11-25')).toBeUndefined();
    expect(await store.dayKeys.read('2026-11-26')).toBeDefined();
  });

  it('do not stand in the store but wrapped', async () => {
    const key = await ring().current();
    const found = raw(key) ?? '';
    assertAbsentOnDisk(folder, [Buffer.from(found, 'hex').toString('latin1'), found, secret]);
    const wrapped = (await store.dayKeys.read(key.id))?.wrapped ?? '';
    expect(Buffer.from(wrapped, 'base64')).toHaveLength(12 + 32 + 16);
    expect(wrapped).not.toContain(Buffer.from(found, 'hex').toString('base64').slice(0, 40));
  });

  it("of another deployment's secret are none, and nothing is sealed with them", async () => {
    await ring().current();
    const foreign = ring({ secret: 'another secret, as long as the first' });
    expect(await foreign.find('2026-11-25')).toBeUndefined();
    await expect(foreign.current()).rejects.toThrow('wrapped by another secret');
  });

  it('outlive a change of the secret where the server has the one before it, which wraps nothing new', async () => {
    const first = await ring().current();
    const changed = { secret: 'a secret that came after the first one', secretBefore: secret };
    const after = ring(changed);
    expect(raw(await after.current())).toBe(raw(first));
    expect(raw(await after.find(first.id))).toBe(raw(first));
    now += 24 * hourMs - 1;
    const next = await after.current();
    expect(raw(await ring({ secret: changed.secret }).find(next.id))).toBe(raw(next));
    expect(await ring().find(next.id)).toBeUndefined();
    await expect(ring().current()).rejects.toThrow('wrapped by another secret');
    expect(raw(await ring(changed).find(first.id))).toBe(raw(first));
    now += 1;
    expect(await ring(changed).find(first.id)).toBeUndefined();
  });

  it('are none where the record was changed, or belongs to another day', async () => {
    const { id } = await ring().current();
    const wrapped = (await store.dayKeys.read(id))?.wrapped ?? '';
    const holding = (text: string) =>
      ring({ dayKeys: { ...store.dayKeys, read: (name) => Promise.resolve({ id: name, wrapped: text }) } });
    expect(await holding(wrapped).find(id)).toBeDefined();
    expect(await holding(wrapped).find('2026-11-26')).toBeUndefined();
    for (const place of [0, 12, 43, 44, 59]) {
      const bytes = Buffer.from(wrapped, 'base64');
      bytes[place] = (bytes[place] ?? 0) ^ 1;
      expect(await holding(bytes.toString('base64')).find(id)).toBeUndefined();
    }
    for (const text of ['', 'AAAA', wrapped.slice(0, 20)]) expect(await holding(text).find(id)).toBeUndefined();
  });

  it('are looked up by names of living days alone: what somebody makes up never reaches the store', async () => {
    const asked: string[] = [];
    const listening = {
      ...store.dayKeys,
      read: (name: string) => {
        asked.push(name);
        return store.dayKeys.read(name);
      },
    };
    const keys = ring({ dayKeys: listening });
    const names = ['', 'x', '2026-11-23', '2026-11-24', '2026-11-27', '1999-01-01', '2026-11-25\n', "2026-11-25' --"];
    for (const name of names) expect(await keys.find(name)).toBeUndefined();
    expect(asked).toEqual([]);
    await keys.find('2026-11-25');
    await keys.find('2026-11-26');
    expect(asked).toEqual(['2026-11-25', '2026-11-26']);
  });
});
