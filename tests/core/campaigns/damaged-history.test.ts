import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { cancelCampaign, pauseCampaign, withdrawCampaignItem } from '../../../core/campaigns/change-campaign.ts';
import type { Store } from '../../../core/ports/store.ts';
import type { CampaignEvent } from '../../../core/model/campaign.ts';
import { advanceCampaign } from '../../../core/model/campaign-progress.ts';
import type { Actor } from '../../../core/model/permissions.ts';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { createCampaign, createRunningCampaign, writer } from '../../support/core/campaigns.ts';
import { createDatabase } from '../../support/storage/cosmos-database.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';
import { setUpCosmos } from '../../support/storage/set-up-cosmos.ts';

const cosmos = setUpCosmos();

const running = createRunningCampaign(createCampaign());
const sending = advanceCampaign(running, { day: running.startsOn, time: '12:00' });
const { id } = sending;
const documentId = `campaign:${id}`;
const created: CampaignEvent = { kind: 'created', by: { objectId: writer }, at: '2026-11-01T12:00:00.000Z' };
/** Of a later version, of nobody, and no entry at all. */
const damaged: readonly unknown[] = [
  { ...created, kind: 'askedSomebody', of: 'a later version' },
  { kind: 'paused' },
  'zzz',
];

/** A store whose campaign has damaged entries between good ones, and how its history stands in it, word for word. */
interface Damaged {
  readonly store: Store;
  readonly stands: () => Promise<readonly unknown[]>;
  readonly close: () => Promise<void>;
}

const rowSchema = z.object({ record: z.string() });

async function inSqlite(): Promise<Damaged> {
  const folder = createTemporaryFolder();
  const path = join(folder, 'candour.db');
  const store = openSqliteStore(path);
  await store.campaigns.write(sending, undefined, [created]);
  const database = new DatabaseSync(path);
  const add = database.prepare('INSERT INTO campaign_events (campaign_id, sequence, record) VALUES (?, ?, ?)');
  for (const [place, entry] of damaged.entries()) add.run(id, place + 2, JSON.stringify(entry));
  const all = database.prepare('SELECT record FROM campaign_events WHERE campaign_id = ? ORDER BY sequence');
  return {
    store,
    stands: async () => all.all(id).map((row): unknown => JSON.parse(rowSchema.parse(row).record)),
    close: async () => {
      database.close();
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

const documentSchema = z.object({ events: z.unknown() });

/** The history of a document that somebody else left in the place of it, among good entries or alone. */
async function inCosmos(damage = (events: unknown): unknown => [events, damaged].flat()): Promise<Damaged> {
  const database = await createDatabase(cosmos);
  const store = database.open();
  await store.campaigns.write(sending, undefined, [created]);
  await database.tamper('state', documentId, documentId, (document) => ({
    ...document,
    events: damage(document['events']),
  }));
  return {
    store,
    stands: async () => {
      let events: unknown;
      await database.tamper('state', documentId, documentId, (document) => {
        ({ events } = documentSchema.parse(document));
        return { ...document };
      });
      return [events].flat();
    },
    close: () => store.close(),
  };
}

const actor: Actor = { objectId: writer, roles: new Set(['communications']) };
const asked = { campaign: id, revision: sending.revision, request: '0123456789abcdef0123456789abcdef' };
const depsOf = (store: Store) => ({
  ...store,
  clock: () => new Date('2026-11-02T12:30:00Z'),
  timeZone: 'Europe/London',
});
const stops = [
  ['paused', (store: Store) => pauseCampaign(depsOf(store), actor, asked)],
  ['cancelled', (store: Store) => cancelCampaign(depsOf(store), actor, asked)],
  ['itemWithdrawn', (store: Store) => withdrawCampaignItem(depsOf(store), actor, { ...asked, item: 'first' })],
] as const;

describe.each([
  ['SQLite', inSqlite],
  ['Cosmos DB', () => inCosmos()],
] as const)('a campaign with entries that cannot be read, in %s', (_name, open) => {
  it.each(stops)('is %s all the same, and each entry stays as it is', async (kind, stop) => {
    const { store, stands, close } = await open();
    expect(await store.campaigns.history(id)).toEqual([created, undefined, undefined, undefined]);
    const before = await stands();
    expect(await stop(store)).toMatchObject({ kind: 'changed', isNew: true });
    const [last, ...more] = (await stands()).slice(before.length);
    expect((await stands()).slice(0, before.length)).toEqual(before);
    expect(before.slice(1)).toEqual(damaged);
    expect([last, more]).toEqual([expect.objectContaining({ kind }), []]);
    // A repeat is found behind them.
    expect(await stop(store)).toMatchObject({ kind: 'changed', isNew: false });
    expect(await stands()).toHaveLength(before.length + 1);
    await close();
  });
});

describe('a campaign in Cosmos DB', () => {
  it.each([
    ['is gone', () => undefined, []],
    ['is no list', () => 'zzz', ['zzz']],
  ])('whose whole history %s is paused all the same', async (_name, damage, before) => {
    const { store, stands, close } = await inCosmos(damage);
    expect(await pauseCampaign(depsOf(store), actor, asked)).toMatchObject({ kind: 'changed', isNew: true });
    expect(await stands()).toEqual([...before, expect.objectContaining({ kind: 'paused' })]);
    await close();
  });
});
