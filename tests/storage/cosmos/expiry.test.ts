import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Store } from '../../../core/ports/store.ts';
import { createDraft, minutesFromNow, now } from '../../support/contracts/records.ts';
import { startStrictCosmos, type StrictCosmos } from '../../fakes/strict-cosmos.ts';
import { createDatabase } from '../../support/storage/cosmos-database.ts';

const dayMinutes = 24 * 60;
let cosmos: StrictCosmos;
let store: Store;
let clock: Date;

beforeEach(async () => {
  clock = now;
  cosmos = await startStrictCosmos({ tls: true, now: () => clock.getTime() });
  store = (await createDatabase(cosmos)).open({ clock: () => clock });
});
afterEach(async () => {
  await store.close();
  await cosmos.stop();
});

describe('what expires in Cosmos DB', () => {
  it('is removed by Cosmos itself within a day after its time is up, and not before', async () => {
    const draft = createDraft(2 * dayMinutes + 60);
    await store.drafts.save(draft);
    clock = minutesFromNow(2 * dayMinutes + 59);
    expect(await store.drafts.read(draft.id, now)).toEqual(draft);
    clock = minutesFromNow(3 * dayMinutes + 1);
    expect(await store.drafts.read(draft.id, now)).toBeUndefined();
  });

  it('is written alike at whatever time of a day it is written', async () => {
    const draft = createDraft(7 * dayMinutes);
    for (const minutes of [0, 1, 701, dayMinutes - 1]) {
      clock = minutesFromNow(minutes);
      await store.drafts.save(draft);
    }
    const written = cosmos.requests.filter(
      ({ path, method }) => path.endsWith('/colls/drafts/docs') && method === 'POST',
    );
    expect(written).toHaveLength(4);
    expect(new Set(written.map(({ body }) => body)).size).toBe(1);
  });

  it('starts its time anew when a draft is saved again', async () => {
    const draft = createDraft(dayMinutes);
    await store.drafts.save(draft);
    clock = minutesFromNow(dayMinutes - 10);
    const later = { ...draft, expiresAt: minutesFromNow(2 * dayMinutes) };
    await store.drafts.save(later);
    clock = minutesFromNow(dayMinutes + 10);
    expect(await store.drafts.read(draft.id, now)).toEqual(later);
  });

  it('does not touch day keys, which are removed by name', async () => {
    await store.dayKeys.add({ id: '2026-11-25', wrapped: 'key' });
    clock = minutesFromNow(60 * 24 * 400);
    expect(await store.dayKeys.read('2026-11-25')).toBeDefined();
  });
});
