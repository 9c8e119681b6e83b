import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  approveCampaignItem,
  type CampaignDependencies,
  type CampaignOutcome,
  cancelCampaign,
  cancelCampaignItem,
  createCampaign,
  resumeCampaign,
  pauseCampaign,
  reorderCampaignItems,
  setCampaignItem,
  setCampaignRules,
  startCampaign,
  withdrawCampaignItem,
} from '../../../core/campaigns/change-campaign.ts';
import type { Store } from '../../../core/ports/store.ts';
import {
  type Campaign,
  campaignChannelId,
  plannedItemDigest,
  isItemApproved,
  findPlannedItem,
} from '../../../core/model/campaign.ts';
import { advanceCampaign } from '../../../core/model/campaign-progress.ts';
import type { Actor } from '../../../core/model/permissions.ts';
import { type Role, roles } from '../../../core/model/roles.ts';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { approver, parseTestDay, createItem, writer } from '../../support/core/campaigns.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';

const actor = (objectId: Actor['objectId'], ...held: readonly Role[]): Actor => ({ objectId, roles: new Set(held) });
const one = actor(writer, 'communications');
const two = actor(approver, 'communications');
const startsOn = parseTestDay('2026-11-02');
const plan = [createItem('first', 0), createItem('second', 1)];

let folder: string;
let store: Store;
let deps: CampaignDependencies;
let drawn = 0;
const request = (): string => (drawn += 1).toString(16).padStart(32, '0');

beforeEach(() => {
  folder = createTemporaryFolder();
  store = openSqliteStore(join(folder, 'candour.db'));
  deps = { ...store, clock: () => new Date('2026-11-02T09:00:00Z'), timeZone: 'Europe/London' };
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

function of(outcome: CampaignOutcome): Campaign {
  if (outcome.kind !== 'changed') throw new Error(outcome.kind);
  return outcome.campaign;
}
const make = async (): Promise<Campaign> =>
  of(await createCampaign(deps, one, { name: 'Autumn', startsOn, request: request() }, plan));
const ask = ({ id, revision }: Campaign) => ({ campaign: id, revision, request: request() });
const digest = (campaign: Campaign, id: string): string => {
  const planned = findPlannedItem(campaign, id);
  return planned ? plannedItemDigest(campaign, planned) : '';
};
const kinds = async (campaign: Campaign) => (await store.campaigns.history(campaign.id)).map((entry) => entry?.kind);

describe('a campaign', () => {
  it('is made of the plan, a week apart, and each item waits for a second person', async () => {
    const campaign = await make();
    expect(campaign.items.map(({ item, on, at }) => [item.id, on, at])).toEqual([
      ['first', '2026-11-02', '10:00'],
      ['second', '2026-11-09', '10:00'],
    ]);
    expect(campaign.items.some((planned) => isItemApproved(campaign, planned))).toBe(false);
    expect(campaign.state).toBe('draft');
  });

  it('gives nobody two items on a day, where the plan has two in a week', async () => {
    const two = [createItem('a', 0), createItem('b', 0), createItem('c', 1)];
    const made = of(await createCampaign(deps, one, { name: 'Autumn', startsOn, request: request() }, two));
    expect(made.items.map(({ on }) => on)).toEqual(['2026-11-02', '2026-11-03', '2026-11-09']);
  });

  it('is made once by the same request, and not in the past', async () => {
    const asked = { name: 'Autumn', startsOn, request: request() };
    const first = of(await createCampaign(deps, one, asked, plan));
    expect(await createCampaign(deps, one, asked, plan)).toEqual({ kind: 'changed', campaign: first, isNew: false });
    expect(of(await createCampaign(deps, two, asked, plan)).id).not.toBe(first.id);
    const past = { ...asked, startsOn: parseTestDay('2026-11-01'), request: request() };
    expect(await createCampaign(deps, one, past, plan)).toEqual({ kind: 'notAllowed', why: 'past' });
  });

  it('goes its way with an entry for each act, of who did it and when', async () => {
    let campaign = await make();
    campaign = of(
      await setCampaignRules(deps, one, { ...ask(campaign), rules: { ...campaign, joiners: 'whereItIs' } }),
    );
    campaign = of(await reorderCampaignItems(deps, one, { ...ask(campaign), order: ['second', 'first'] }));
    for (const id of ['first', 'second']) {
      campaign = of(await approveCampaignItem(deps, two, { ...ask(campaign), item: id, digest: digest(campaign, id) }));
    }
    campaign = of(await startCampaign(deps, one, ask(campaign)));
    campaign = of(await pauseCampaign(deps, two, ask(campaign)));
    campaign = of(await resumeCampaign(deps, one, ask(campaign)));
    campaign = of(await cancelCampaignItem(deps, one, { ...ask(campaign), item: 'first' }));
    campaign = of(await cancelCampaign(deps, two, ask(campaign)));
    expect(await kinds(campaign)).toEqual([
      'created',
      'rulesSet',
      'reordered',
      'itemApproved',
      'itemApproved',
      'started',
      'paused',
      'wentOn',
      'itemCancelled',
      'cancelled',
    ]);
    const history = await store.campaigns.history(campaign.id);
    expect(history[6]).toMatchObject({ by: { objectId: approver }, at: '2026-11-02T09:00:00.000Z' });
    expect(campaign.revision).toBe(9);
  });

  it('carries a request out once, and answers its repeat with how it stands', async () => {
    const draft = await make();
    const asked = ask(draft);
    const started = of(await startCampaign(deps, one, asked));
    expect(await startCampaign(deps, one, asked)).toEqual({ kind: 'changed', campaign: started, isNew: false });
    expect(await kinds(draft)).toEqual(['created', 'started']);
    // The same request of another person, or for another thing, is none of a repeat.
    expect((await startCampaign(deps, two, asked)).kind).toBe('moved');
    expect((await pauseCampaign(deps, one, asked)).kind).toBe('moved');
    const about = (item: string) => ({ ...asked, revision: started.revision, item });
    expect(of(await cancelCampaignItem(deps, one, about('first'))).revision).toBe(started.revision + 1);
    expect((await cancelCampaignItem(deps, one, about('second'))).kind).toBe('moved');
  });

  it('is not written over by a page that shows an earlier revision', async () => {
    const draft = await make();
    const item = { item: createItem('third'), on: startsOn, at: '10:00', audience: { kind: 'everybody' } } as const;
    const set = of(await setCampaignItem(deps, one, { ...ask(draft), wanted: item }));
    expect(await cancelCampaign(deps, two, ask(draft))).toEqual({ kind: 'moved', campaign: set });
    expect(
      await approveCampaignItem(deps, two, { ...ask(draft), item: 'first', digest: digest(draft, 'first') }),
    ).toEqual({
      kind: 'moved',
      campaign: set,
    });
  });

  it('lets one of two people who act at once be first', async () => {
    const draft = await make();
    const outcomes = await Promise.all([startCampaign(deps, one, ask(draft)), startCampaign(deps, two, ask(draft))]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['changed', 'moved']);
    expect(await kinds(draft)).toEqual(['created', 'started']);
  });

  it('goes to no channel that nobody named', async () => {
    const draft = await make();
    const id = campaignChannelId('19:briefing@thread.tacv2');
    const wanted = {
      item: createItem('first'),
      on: startsOn,
      at: '10:00',
      audience: { kind: 'channels', ids: [id] },
    } as const;
    expect(await setCampaignItem(deps, one, { ...ask(draft), wanted })).toEqual({
      kind: 'notAllowed',
      why: 'noSuchChannel',
    });
    await store.campaignChannels.write({
      id,
      conversationId: '19:briefing@thread.tacv2',
      serviceUrl: 'https://smba.example/',
      tenantId: 'tenant',
      language: 'en',
      by: writer,
      on: startsOn,
    });
    expect(of(await setCampaignItem(deps, one, { ...ask(draft), wanted })).items[0]?.audience).toEqual(wanted.audience);
    const twice = { ...wanted, audience: { kind: 'channels', ids: [id, id] } } as const;
    expect((await setCampaignItem(deps, one, { ...ask(draft), wanted: twice })).kind).not.toBe('changed');
  });

  it('is withdrawn by item, also when it was cancelled', async () => {
    let campaign = await make();
    campaign = of(
      await approveCampaignItem(deps, two, { ...ask(campaign), item: 'first', digest: digest(campaign, 'first') }),
    );
    campaign = of(await startCampaign(deps, one, ask(campaign)));
    const standing = await store.campaigns.read(campaign.id);
    await store.campaigns.write(advanceCampaign(campaign, { day: startsOn, time: '12:00' }), standing?.version, []);
    campaign = of(await cancelCampaign(deps, one, ask(campaign)));
    campaign = of(await withdrawCampaignItem(deps, one, { ...ask(campaign), item: 'first' }));
    expect(findPlannedItem(campaign, 'first')?.state).toBe('withdrawn');
    expect((await withdrawCampaignItem(deps, one, { ...ask(campaign), item: 'second' })).kind).toBe('notAllowed');
  });
});

describe('the second person', () => {
  it('is no one who changed the item, and may be an admin', async () => {
    const draft = await make();
    const asked = () => ({ ...ask(draft), item: 'first', digest: digest(draft, 'first') });
    expect(await approveCampaignItem(deps, one, asked())).toEqual({ kind: 'notAllowed', why: 'ownWork' });
    // Whoever holds both roles is still the one who changed it.
    expect(await approveCampaignItem(deps, actor(writer, 'communications', 'admin'), asked())).toEqual({
      kind: 'notAllowed',
      why: 'ownWork',
    });
    expect((await approveCampaignItem(deps, actor(approver, 'admin'), asked())).kind).toBe('changed');
  });
});

it('is nothing that a role without campaigns can do, whatever it asks', async () => {
  const campaign = await make();
  for (const role of roles.filter((each) => each !== 'communications')) {
    const other = actor(approver, role);
    const asked = ask(campaign);
    const item = { ...asked, item: 'first' };
    const acts = [
      createCampaign(deps, other, { name: 'Other', startsOn, request: request() }, plan),
      setCampaignRules(deps, other, { ...asked, rules: campaign }),
      setCampaignItem(deps, other, {
        ...asked,
        wanted: { item: createItem('x'), on: startsOn, at: '10:00', audience: { kind: 'everybody' } },
      }),
      reorderCampaignItems(deps, other, { ...asked, order: ['second', 'first'] }),
      startCampaign(deps, other, asked),
      pauseCampaign(deps, other, asked),
      resumeCampaign(deps, other, asked),
      cancelCampaign(deps, other, asked),
      cancelCampaignItem(deps, other, item),
      withdrawCampaignItem(deps, other, item),
      ...(role === 'admin' ? [] : [approveCampaignItem(deps, other, { ...item, digest: digest(campaign, 'first') })]),
    ];
    for (const outcome of await Promise.all(acts)) expect(outcome).toEqual({ kind: 'refused' });
  }
  expect(await kinds(campaign)).toEqual(['created']);
});
