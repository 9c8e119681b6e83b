import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { createCampaignViews } from '../../../bot/api/campaign-operations.ts';
import type { Store } from '../../../core/ports/store.ts';
import { deliveryRunId, advanceCampaign } from '../../../core/model/campaign-progress.ts';
import { type DeliveryCounts, emptyTally } from '../../../core/model/delivery.ts';
import { addDays } from '../../../core/model/calendar.ts';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { createCampaign, createRunningCampaign, writer } from '../../support/core/campaigns.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';

let folder: string;
let store: Store;
beforeEach(() => {
  folder = createTemporaryFolder();
  store = openSqliteStore(join(folder, 'candour.db'));
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const caller = { objectId: writer, name: 'Writer', roles: new Set(['communications'] as const) };
const running = createRunningCampaign(createCampaign({ joiners: 'fromBeginning' }, ['first']));
const sent = advanceCampaign(running, { day: running.startsOn, time: '12:00' });
const weekLater = advanceCampaign(sent, { day: addDays(running.startsOn, 7), time: '12:00' });

/** The first item as somebody sees it, where the runs counted so. */
async function shown(counts: Readonly<Record<string, Partial<DeliveryCounts>>>) {
  const views = createCampaignViews({
    ...store,
    runs: {
      counts: async (id) => {
        const counted = counts[id];
        return counted && { ...emptyTally, waiting: 0, state: 'over', ...counted };
      },
    },
    people: { getNames: async () => [] },
    clock: () => new Date('2026-11-10T12:00:00Z'),
    timeZone: 'Europe/London',
    topicsNow: () => new Map(),
  });
  const { items } = await views.view(weekLater, caller);
  return items[0];
}
const main = deliveryRunId(running, 'first');
const joined = deliveryRunId(running, 'first', weekLater.items[0]?.joiners?.to);

it('counts those who want no messages only where they are five or more', async () => {
  expect((await shown({ [main]: { sent: 90, optedOut: 4 } }))?.health).toMatchObject({ sent: 90, optedOut: 'few' });
  expect((await shown({ [main]: { sent: 90, optedOut: 5 } }))?.health?.optedOut).toBe(5);
  expect((await shown({ [main]: { sent: 90, optedOut: 0 } }))?.health?.optedOut).toBe(0);
});

it('says why an item was paused by itself, for everybody or for those who joined', async () => {
  const stopped = { state: 'paused', stopped: 'gone' } as const;
  expect((await shown({ [main]: { sent: 90 } }))?.stopped).toBeUndefined();
  expect((await shown({ [main]: stopped }))?.stopped).toBe('gone');
  expect((await shown({ [main]: { sent: 90 }, [joined]: stopped }))?.stopped).toBe('gone');
});

it('says of those who joined in a week no more than about how many were sent an item', async () => {
  expect(joined).not.toBe(main);
  for (const [count, about] of [
    [0, 0],
    [1, 0],
    [9, 0],
    [27, 20],
  ] as const) {
    const item = await shown({ [main]: { sent: 90 }, [joined]: { sent: count, optedOut: 1 } });
    expect(item?.joiners).toBe(about);
    expect(item?.health?.optedOut).toBe(0);
  }
});

it('names nobody whom an item reached, and says nothing of what anybody did with it', async () => {
  const item = await shown({ [main]: { sent: 90 } });
  expect(Object.keys(item?.health ?? {}).sort()).toEqual([
    'cancelled',
    'failed',
    'gone',
    'notKnown',
    'optedOut',
    'sent',
    'waiting',
  ]);
});
