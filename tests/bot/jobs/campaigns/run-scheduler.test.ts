import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createChannelPostSender } from '../../../../bot/jobs/campaigns/channel-post-sender.ts';
import { createRunScheduler, type RunControl } from '../../../../bot/jobs/campaigns/run-scheduler.ts';
import { ChannelError } from '../../../../bot/teams/channel-connection.ts';
import type { Store } from '../../../../core/ports/store.ts';
import {
  type Campaign,
  type CampaignChannel,
  campaignChannelId,
  findPlannedItem,
} from '../../../../core/model/campaign.ts';
import { type DeliveryCounts, emptyTally, type RunSpec } from '../../../../core/model/delivery.ts';
import { applyCampaignResume, applyCampaignPause, applyItemWithdrawal } from '../../../../core/model/campaign-edits.ts';
import type { LogEvent } from '../../../../bot/runtime/event-log.ts';
import { openSqliteStore } from '../../../../storage/sqlite/open-sqlite-store.ts';
import {
  markItemApproved,
  parseTestDay,
  createCampaign,
  createRunningCampaign,
  writer,
} from '../../../support/core/campaigns.ts';
import { createTemporaryFolder } from '../../../support/storage/temporary-folder.ts';

const timeZone = 'Europe/London';
let folder: string;
let store: Store;
let now: Date;
/** The runs that a sender was told of, by their ids: as it keeps them itself. */
let runs: Map<string, { readonly run: RunSpec; state: DeliveryCounts['state']; stopped?: DeliveryCounts['stopped'] }>;
let told: string[];
let posted: { readonly channel: string; readonly summary: string | undefined }[];
let updated: string[];
let answers: (ChannelError | 'ok')[];
let log: LogEvent[];

beforeEach(() => {
  folder = createTemporaryFolder();
  store = openSqliteStore(join(folder, 'candour.db'));
  now = new Date('2026-11-02T10:00:00Z');
  [runs, told, posted, updated, answers, log] = [new Map(), [], [], [], [], []];
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const sender: RunControl = {
  async startRun(run) {
    told.push(`start ${run.id}`);
    if (!runs.has(run.id)) runs.set(run.id, { run, state: 'running' });
  },
  async pause(id) {
    told.push(`pause ${id}`);
  },
  async resume(id) {
    told.push(`resume ${id}`);
  },
  async cancel(id) {
    told.push(`cancel ${id}`);
  },
  async withdraw(id) {
    told.push(`withdraw ${id}`);
  },
  counts: async (id) => {
    const kept = runs.get(id);
    return kept && { ...emptyTally, waiting: 0, state: kept.state, ...(kept.stopped && { stopped: kept.stopped }) };
  },
};

function answer(): void {
  const next = answers.shift();
  if (next instanceof ChannelError) throw next;
}

/** A server of its own on the same store; `failing` is what its sender throws. */
function server(using: Partial<RunControl> = {}, onPost: () => Promise<void> = async () => undefined) {
  const posts = createChannelPostSender({
    ...store,
    connectionTo: () => ({
      async post(channel, _tenant, { summary }) {
        await onPost();
        answer();
        posted.push({ channel, summary });
        return { conversationId: `${channel};messageid=${posted.length}`, activityId: `${posted.length}` };
      },
      async update(conversationId, activityId, { summary }) {
        answer();
        updated.push(`${conversationId} ${activityId} ${summary}`);
      },
    }),
    messages: {
      item: ({ id }, language) => ({
        page: { language, heading: id, actions: [] },
        card: { type: 'AdaptiveCard', version: '1.5', body: [] },
        summary: `${id} ${language}`,
      }),
      withdrawn: (language) => ({
        page: { language, heading: 'gone', actions: [] },
        card: { type: 'AdaptiveCard', version: '1.5', body: [] },
        summary: `gone ${language}`,
      }),
    },
    clock: () => now,
    monotonic: () => now.getTime(),
    timeZone,
  });
  return createRunScheduler({
    ...store,
    runs: { ...sender, ...using },
    posts,
    clock: () => now,
    timeZone,
    log: (event) => log.push(event),
  });
}

async function keep(campaign: Campaign): Promise<void> {
  const standing = await store.campaigns.read(campaign.id);
  expect(await store.campaigns.write(campaign, standing?.version, [])).toBe(true);
}
async function standing(): Promise<Campaign> {
  const [found] = await store.campaigns.list();
  if (!found) throw new Error('no campaign');
  return found.value;
}
async function change(by: (campaign: Campaign) => Campaign | { readonly why: string }): Promise<void> {
  const changed = by(await standing());
  if ('why' in changed) throw new Error(changed.why);
  await keep(changed);
}
const stateOf = async (id: string) => findPlannedItem(await standing(), id)?.state;
const first = '0123456789abcdef.first';

describe('the schedule of campaigns', () => {
  it('begins what is due once, by however many servers, and says nothing of it but how many', async () => {
    await keep(createRunningCampaign(createCampaign()));
    await Promise.all([1, 2, 3].map(() => server().processDue()));
    await server().processDue();
    expect(runs.size).toBe(1);
    expect(runs.get(first)?.run).toEqual({ id: first, kind: 'send' });
    expect(await stateOf('first')).toBe('sending');
    expect((await store.campaigns.history('0123456789abcdef')).map((entry) => [entry?.kind, entry?.by])).toEqual([
      ['itemStarted', 'system'],
    ]);
    expect(log).toEqual([{ event: 'campaignItemsStarted', items: 1 }]);
  });

  it('begins the same run again where a server was ended before it noted that it had, and no other', async () => {
    await keep(createRunningCampaign(createCampaign()));
    const dying = {
      async startRun(run: RunSpec) {
        await sender.startRun(run);
        throw new Error('ended');
      },
    };
    await expect(server(dying).processDue()).rejects.toThrow('ended');
    expect((await standing()).owed).toHaveLength(1);
    await server().processDue();
    await server().processDue();
    expect(told).toEqual([`start ${first}`, `start ${first}`]);
    expect([...runs.keys()]).toEqual([first]);
    expect((await standing()).owed).toEqual([]);
  });

  it('notes that an item went out when its run is over, and that the campaign is over with its last', async () => {
    await keep(createRunningCampaign(createCampaign({}, ['first'])));
    await server().processDue();
    await server().processDue();
    expect(await stateOf('first')).toBe('sending');
    const run = runs.get(first);
    if (run) run.state = 'over';
    await server().processDue();
    expect(await stateOf('first')).toBe('sent');
    expect((await standing()).state).toBe('ended');
    const kinds = (await store.campaigns.history('0123456789abcdef')).map((entry) => entry?.kind);
    expect(kinds).toEqual(['itemStarted', 'itemSent', 'ended']);
  });

  it('tells the sender to pause, go on, and take back', async () => {
    await keep(createRunningCampaign(createCampaign()));
    await server().processDue();
    await change(applyCampaignPause);
    await server().processDue();
    await change(applyCampaignResume);
    await server().processDue();
    await change((campaign) => applyItemWithdrawal(campaign, 'first'));
    await server().processDue();
    expect(told.slice(1)).toEqual([`pause ${first}`, `resume ${first}`, `cancel ${first}`, `withdraw ${first}`]);
  });

  it('pauses a campaign whose item reaches nobody, once, until somebody has it go on', async () => {
    await keep(createRunningCampaign(createCampaign()));
    await server().processDue();
    const run = runs.get(first);
    if (run) [run.state, run.stopped] = ['paused', 'refused'];
    await Promise.all([1, 2, 3].map(() => server().processDue()));
    expect((await standing()).state).toBe('paused');
    expect(await stateOf('first')).toBe('sending');
    const last = (await store.campaigns.history('0123456789abcdef')).slice(1);
    expect(last).toEqual([{ kind: 'itemStopped', by: 'system', at: now.toISOString(), item: 'first' }]);
    // Neither an evening and a morning nor the day of the next item takes it up again.
    for (const moment of ['2026-11-02T20:00:00Z', '2026-11-03T09:00:00Z', '2026-11-09T12:00:00Z']) {
      now = new Date(moment);
      await server().processDue();
    }
    expect(told).not.toContain(`resume ${first}`);
    expect([...runs.keys()]).toEqual([first]);
    await change(applyCampaignResume);
    if (run) [run.state, run.stopped] = ['running', undefined];
    await server().processDue();
    expect(told).toContain(`resume ${first}`);
    expect((await standing()).state).toBe('running');
  });

  it('keeps no campaign waiting for another that fails', async () => {
    const other = { ...createCampaign({ id: 'fedcba9876543210' }) };
    await keep(createRunningCampaign(createCampaign()));
    await store.campaigns.write(createRunningCampaign(other), undefined, []);
    const failing = {
      startRun: (run: RunSpec) => (run.id === first ? Promise.reject(new Error('no store')) : sender.startRun(run)),
    };
    await expect(server(failing).processDue()).rejects.toThrow('no store');
    expect([...runs.keys()]).toEqual(['fedcba9876543210.first']);
  });

  it('starts nothing in quiet hours', async () => {
    now = new Date('2026-11-02T19:30:00Z');
    await keep(createRunningCampaign(createCampaign()));
    await server().processDue();
    expect(told).toEqual([]);
    now = new Date('2026-11-03T08:00:00Z');
    await server().processDue();
    expect(told).toEqual([`start ${first}`]);
  });
});

describe('an item for channels', () => {
  const places = ['19:a@thread.tacv2', '19:b@thread.tacv2'];
  const channel = (conversationId: string): CampaignChannel => ({
    id: campaignChannelId(conversationId),
    conversationId,
    serviceUrl: 'https://smba.example/',
    tenantId: 'tenant',
    language: conversationId === places[0] ? 'en' : 'cy',
    by: writer,
    on: parseTestDay('2026-11-01'),
  });

  beforeEach(async () => {
    for (const each of places) await store.campaignChannels.write(channel(each));
    const campaign = createCampaign({ state: 'running' }, ['first']);
    const [planned] = campaign.items;
    if (!planned) throw new Error('no item');
    const ids = places.map(campaignChannelId);
    await keep({
      ...campaign,
      items: [markItemApproved(campaign, { ...planned, audience: { kind: 'channels', ids } })],
    });
  });

  const posts = async () => (await standing()).items[0]?.posts?.map(({ state }) => state) ?? [];

  it('is posted to each once, in the language of each, by however many servers', async () => {
    await Promise.allSettled([1, 2, 3].map(() => server().processDue()));
    await server().processDue();
    await server().processDue();
    expect(posted).toEqual([
      { channel: places[0], summary: 'first en' },
      { channel: places[1], summary: 'first cy' },
    ]);
    expect(runs.size).toBe(0);
    expect(await stateOf('first')).toBe('sent');
  });

  it('is not posted again where nobody knows whether it arrived, or the server was ended on the way', async () => {
    answers = [new ChannelError('noAnswer')];
    await server().processDue();
    expect(await posts()).toEqual(['notKnown', 'posted']);
    const [planned] = (await standing()).items;
    if (!planned) throw new Error('no item');
    const left = {
      channel: campaignChannelId(places[0] ?? ''),
      state: 'taken',
      until: '2026-11-02T10:01:00.000Z',
    } as const;
    await change((campaign) => ({
      ...campaign,
      state: 'running',
      items: [{ ...planned, state: 'sending', posts: [left] }],
    }));
    const other = server();
    await other.processDue();
    now = new Date(now.getTime() + 61_000);
    await other.processDue();
    expect(posted.filter(({ channel: one }) => one === places[0])).toEqual([]);
    expect((await posts()).sort()).toEqual(['notKnown', 'posted']);
  });

  it('is posted later where Teams asked for time, and never where it refuses', async () => {
    answers = [new ChannelError('http429', 429, 30_000), new ChannelError('http403', 403)];
    await server().processDue();
    expect((await posts()).sort()).toEqual(['failed', 'waiting']);
    now = new Date('2026-11-02T10:01:00Z');
    await server().processDue();
    expect(posted.map(({ channel: one }) => one)).toEqual([places[0]]);
    expect(await stateOf('first')).toBe('sent');
  });

  it('becomes a neutral card where it was posted, once it is withdrawn, also in quiet hours', async () => {
    await server().processDue();
    await change((campaign) => applyItemWithdrawal(campaign, 'first'));
    await store.campaignChannels.remove(campaignChannelId(places[0] ?? ''));
    now = new Date('2026-11-02T22:00:00Z');
    answers = [new ChannelError('http500', 500)];
    await server().processDue();
    expect(updated).toHaveLength(1);
    await server().processDue();
    await server().processDue();
    expect([...updated].sort((one, other) => (one < other ? -1 : 1))).toEqual([
      '19:a@thread.tacv2;messageid=1 1 gone en',
      '19:b@thread.tacv2;messageid=2 2 gone cy',
    ]);
    expect(await posts()).toEqual(['withdrawn', 'withdrawn']);
  });

  it('is posted no further once it is paused between two channels', async () => {
    let isFirst = true;
    const pausing = server({}, async () => {
      if (isFirst) await change(applyCampaignPause);
      isFirst = false;
    });
    await pausing.processDue();
    expect(posted).toHaveLength(1);
    await server().processDue();
    expect(posted).toHaveLength(1);
    await change(applyCampaignResume);
    await server().processDue();
    expect(posted).toHaveLength(2);
  });
});
