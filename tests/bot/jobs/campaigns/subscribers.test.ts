import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { effectiveSubscriptionPreference, newSubscriber, subscriberId } from '../../../../core/model/subscriber.ts';
import type { Store } from '../../../../core/ports/store.ts';
import { parseDay } from '../../../../core/model/calendar.ts';
import { createSubscribers, type Subscribers } from '../../../../bot/jobs/campaigns/subscribers.ts';
import { openSqliteStore } from '../../../../storage/sqlite/open-sqlite-store.ts';
import { createTemporaryFolder } from '../../../support/storage/temporary-folder.ts';
import { startBot } from '../../../support/journeys/running-bot.ts';
import { type Activity, installationActivities, newPerson } from '../../../support/journeys/teams-activities.ts';
import { type TeamsClient, createTeamsClient } from '../../../support/journeys/teams-client.ts';
import { tenantId } from '../../../support/journeys/bot-settings.ts';
import { setUpSharedBot } from '../../../support/journeys/set-up-bot.ts';

const bot = setUpSharedBot({ entryPoint: 'dialog' });

const standing = (teams: TeamsClient) => bot.store().subscribers.read(subscriberId(teams.person.conversationId));
const rowOf = async (teams: TeamsClient) => (await standing(teams))?.value;
const everybody = async () => (await bot.store().subscribers.page(undefined, 1_000)).length;
const twins = (teams: TeamsClient, action: 'add' | 'remove'): readonly Activity[] =>
  installationActivities(teams.surroundings(), action);
const today = () => parseDay(bot.clock.now().toISOString().slice(0, 10));

describe('who has the app', () => {
  it.each([
    ['en-GB', 'en'],
    ['cy-GB', 'cy'],
  ] as const)(
    'is one row of a conversation and no person, in the language of a client of %s',
    async (locale, language) => {
      const teams = createTeamsClient(bot, newPerson(locale));
      await teams.install();
      const row = await rowOf(teams);
      const { conversationId, objectId, name, userId } = teams.person;
      expect(row).toEqual({
        id: subscriberId(conversationId),
        conversationId,
        serviceUrl: bot.connector.serviceUrl,
        language,
        since: today(),
      });
      for (const told of [objectId, name, userId]) expect(JSON.stringify(row)).not.toContain(told);
    },
  );

  it('is noted once, by whichever of the two tells first, and by both at the same time', async () => {
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const teams = createTeamsClient(bot);
      const before = await everybody();
      const both = twins(teams, 'add');
      for (const at of order) await teams.send(both[at] ?? {});
      expect(await everybody()).toBe(before + 1);
    }
    const teams = createTeamsClient(bot);
    const before = await everybody();
    await Promise.all([...twins(teams, 'add'), ...twins(teams, 'add')].map((activity) => teams.send(activity)));
    expect(await everybody()).toBe(before + 1);
  });

  it('waits for the twin that says a language', async () => {
    const teams = createTeamsClient(bot, newPerson('cy-GB'));
    const [update, installed] = twins(teams, 'add');
    const { locale: _locale, ...withoutLanguage } = update ?? {};
    await teams.send(withoutLanguage);
    expect(await rowOf(teams)).toBeUndefined();
    await teams.send(installed ?? {});
    expect(await rowOf(teams)).toMatchObject({ language: 'cy' });
  });

  it('is left to the byte by an upgrade, and by another language of the client', async () => {
    const teams = createTeamsClient(bot);
    await teams.install();
    const before = await standing(teams);
    bot.clock.forward(40 * 86_400_000);
    const [update, installed] = twins(teams, 'add');
    await teams.send({ ...update, locale: 'cy-GB' });
    await teams.send({ ...installed, action: 'add-upgrade', locale: 'cy-GB' });
    await teams.send({ ...installed, action: 'remove-upgrade' });
    expect(await standing(teams)).toEqual(before);
  });

  it('takes another address from an installation, and keeps all else', async () => {
    const teams = createTeamsClient(bot);
    const { subscribers: reach } = bot.store();
    const serviceUrl = 'https://smba.trafficmanager.net/emea/';
    const { conversationId } = teams.person;
    const since = parseDay('2026-01-02');
    if (since === undefined) throw new Error('no day');
    await reach.add({ ...newSubscriber({ conversationId, serviceUrl, language: 'cy' }, since), optedOut: true });
    const [, installed] = twins(teams, 'add');
    await teams.send({ ...installed, action: 'add-upgrade' });
    expect(await rowOf(teams)).toEqual({
      ...newSubscriber({ conversationId, serviceUrl: bot.connector.serviceUrl, language: 'cy' }, since),
      optedOut: true,
    });
  });

  it('goes as the app is removed, and nothing of it is left', async () => {
    const teams = createTeamsClient(bot);
    await teams.install();
    const before = await everybody();
    for (const activity of twins(teams, 'remove')) await teams.send(activity);
    expect(await standing(teams)).toBeUndefined();
    expect(await everybody()).toBe(before - 1);
    for (const activity of twins(teams, 'remove')) expect((await teams.send(activity)).status).toBe(200);
  });

  it('is nobody of a team, of a group or of another tenant, and nobody from an address that is not of Teams', async () => {
    const teams = createTeamsClient(bot);
    const before = await everybody();
    const place = { channelId: '19:any@thread.tacv2', teamId: '19:any@thread.tacv2' };
    for (const activity of installationActivities(teams.surroundings(place), 'add')) await teams.send(activity);
    const other = '11111111-2222-4333-8444-555555555555';
    for (const activity of twins(teams, 'add')) {
      await teams.send({ ...activity, conversation: { id: 'a:1', conversationType: 'groupChat', tenantId } });
      await teams.send({ ...activity, conversation: { id: 'a:1', tenantId } });
      const foreign = { id: 'a:1', conversationType: 'personal', tenantId: other };
      const refused = await teams.send({ ...activity, conversation: foreign, channelData: { tenant: { id: other } } });
      expect(refused.status).toBe(403);
      expect((await teams.send({ ...activity, serviceUrl: 'https://elsewhere.example/' })).status).toBe(401);
    }
    expect(await everybody()).toBe(before);
  });

  it('is left to the byte by somebody who uses Candour, also from another address', async () => {
    const teams = createTeamsClient(bot);
    await teams.install();
    const before = await standing(teams);
    await teams.say('hello');
    await teams.press('comeBack');
    await teams.say('guidance');
    expect(await standing(teams)).toEqual(before);
  });
});

describe('the store of who has the app', () => {
  it('does not answer, and whoever comes is welcomed all the same, with a line that names nobody', async () => {
    const failing = await startBot({
      entryPoint: 'dialog',
      wrapParts: ({ store, seal }) => ({
        seal,
        store: { ...store, subscribers: { ...store.subscribers, add: () => Promise.reject(new Error('a document')) } },
      }),
    });
    const teams = createTeamsClient(failing);
    await teams.install();
    expect(teams.card().text).toContain('Candour');
    const lines = failing.log.filter((line) => line.includes('reachFailed'));
    expect(lines).toHaveLength(2);
    expect(lines.map((line) => Object.keys(JSON.parse(line)))).toEqual([
      ['at', 'event', 'code'],
      ['at', 'event', 'code'],
    ]);
    await failing.stop();
  });
});

describe('a choice about messages', () => {
  const by = { conversationId: 'a:1', serviceUrl: 'https://smba.trafficmanager.net/uk/', language: 'en' } as const;
  const elsewhere = { ...by, serviceUrl: 'https://smba.trafficmanager.net/emea/', language: 'cy' } as const;
  const now = new Date('2026-11-26T10:00:00Z');
  let folder: string;
  let store: Store;
  let reach: Subscribers;
  beforeEach(() => {
    folder = createTemporaryFolder();
    store = openSqliteStore(join(folder, 'candour.db'));
    reach = createSubscribers({ subscribers: store.subscribers, clock: () => now, timeZone: 'Europe/London' });
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });
  const day = (text: string) => {
    const parsed = parseDay(text);
    if (parsed === undefined) throw new Error('no day');
    return parsed;
  };

  it('stands until it is changed, and an installation, an upgrade and a repeat leave it', async () => {
    await reach.addInstalled(by);
    await reach.choose(by, { kind: 'choice', choice: 'none' });
    await reach.choose(by, { kind: 'choice', choice: 'none' });
    await reach.choose(by, { kind: 'language', language: 'cy' });
    await reach.addInstalled(by);
    const row = await reach.read(by.conversationId);
    expect(row).toMatchObject({ optedOut: true, language: 'cy' });
    expect(row && effectiveSubscriptionPreference(row, day('2030-01-01'))).toBe('none');
    expect(await reach.choose(by, { kind: 'choice', choice: 'receive' })).not.toHaveProperty('optedOut');
  });

  it('is over by itself where it is a pause', async () => {
    await reach.addInstalled(by);
    const row = await reach.choose(by, { kind: 'choice', choice: 'pause' });
    expect(row.pausedUntil).toBe('2027-02-26');
    expect(
      [day('2026-11-26'), day('2027-02-25'), day('2027-02-26')].map((one) => effectiveSubscriptionPreference(row, one)),
    ).toEqual(['pause', 'pause', 'receive']);
    expect(await reach.choose(by, { kind: 'choice', choice: 'none' })).not.toHaveProperty('pausedUntil');
  });

  it('makes the row of somebody who has the app since before there were rows', async () => {
    const row = await reach.choose(elsewhere, { kind: 'choice', choice: 'none' });
    expect(await reach.read(by.conversationId)).toEqual(row);
    expect(row).toMatchObject({ optedOut: true, since: '2026-11-26', language: 'cy' });
  });

  it('does not take the address that it came from', async () => {
    await reach.addInstalled(by);
    expect(await reach.choose(elsewhere, { kind: 'choice', choice: 'none' })).toMatchObject({
      serviceUrl: by.serviceUrl,
      language: 'en',
    });
  });

  it('meets others that are made at the same time, and none is lost', async () => {
    await reach.addInstalled(by);
    await Promise.all([
      reach.choose(by, { kind: 'choice', choice: 'none' }),
      reach.choose(by, { kind: 'language', language: 'cy' }),
      reach.addInstalled(elsewhere),
    ]);
    expect(await reach.read(by.conversationId)).toMatchObject({
      optedOut: true,
      language: 'cy',
      serviceUrl: elsewhere.serviceUrl,
    });
  });
});
