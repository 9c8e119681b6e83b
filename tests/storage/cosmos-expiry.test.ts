import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Store } from '../../concerns/ports/store.ts';
import { aDraft, minutesFromNow, now } from '../contracts/records.ts';
import { startStrictCosmos, type StrictCosmos } from '../fakes/strict-cosmos.ts';
import { newDatabase } from './cosmos-database.ts';

let cosmos: StrictCosmos;
let store: Store;
let clock: Date;

beforeEach(async () => {
  clock = now;
  cosmos = await startStrictCosmos({ tls: true, now: () => clock.getTime() });
  store = (await newDatabase(cosmos)).open({ clock: () => clock });
});
afterEach(async () => {
  await store.close();
  await cosmos.stop();
});

describe('what expires in Cosmos DB', () => {
  it('is removed by Cosmos itself when its time is up, and not before', async () => {
    const draft = aDraft(60);
    await store.drafts.save(draft);
    clock = minutesFromNow(59);
    expect(await store.drafts.read(draft.id, now)).toEqual(draft);
    clock = minutesFromNow(61);
    expect(await store.drafts.read(draft.id, now)).toBeUndefined();
  });

  it('starts its time anew when a draft is saved again', async () => {
    const draft = aDraft(60);
    await store.drafts.save(draft);
    clock = minutesFromNow(50);
    const later = { ...draft, expiresAt: minutesFromNow(110) };
    await store.drafts.save(later);
    clock = minutesFromNow(100);
    expect(await store.drafts.read(draft.id, now)).toEqual(later);
  });

  it('does not touch day keys, which are removed by name', async () => {
    await store.dayKeys.add({ id: '2026-11-25', wrapped: 'key' });
    clock = minutesFromNow(60 * 24 * 400);
    expect(await store.dayKeys.read('2026-11-25')).toBeDefined();
  });
});
