import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { say } from '../../../cards/words/say.ts';
import type { WordKey } from '../../../cards/words/catalogue.ts';
import { developmentPeople } from '../../../bot/development/people.ts';
import type { TargetName } from '../../../concerns/ports/alert-targets.ts';
import { aCase, anAlert, firstEvent } from '../../contracts/records.ts';
import { type RunningBot, startBot } from '../../journeys/running-bot.ts';
import { channels } from '../../journeys/settings-of-a-bot.ts';
import { type Activity, installation, newPerson } from '../../journeys/teams-activities.ts';
import { type TeamsClient, teamsClient } from '../../journeys/teams-client.ts';

let bot: RunningBot;
beforeEach(async () => {
  bot = await startBot({ door: 'dialog' });
});
afterEach(() => bot.stop());

const somebody = (objectId?: string, locale: 'en-GB' | 'cy-GB' = 'en-GB') =>
  teamsClient(bot, newPerson(locale, objectId));
const handler = (locale?: 'en-GB' | 'cy-GB') => somebody(developmentPeople.handler, locale);
const reserve = () => somebody(developmentPeople.reserve);
const admin = () => somebody(developmentPeople.admin);
const place = (channelId: string, teamId = '19:team@thread.tacv2') => ({ channelId, teamId });
const target = (name: TargetName) => bot.store().targets.read(name);
const lastPost = () => JSON.stringify(bot.connector.posts.at(-1)?.activity ?? {});
const postsIn = (channelId: string) => bot.connector.posts.filter((post) => post.conversationId.startsWith(channelId));
const says = (text: string, key: WordKey, language: 'en' | 'cy' = 'en') => text.includes(say(language, key));
const logged = () => bot.log.map((line) => JSON.parse(line)).map(({ at: _, ...event }) => event);
const fresh = '19:fresh@thread.tacv2';

async function tell(teams: TeamsClient, activities: readonly Activity[]): Promise<void> {
  for (const activity of activities) expect((await teams.send(activity)).status).toBe(200);
}

describe('a channel for alerts', () => {
  it.each([
    ['en-GB', 'alerts here', 'en'],
    ['cy-GB', 'rhybuddion yma', 'cy'],
  ] as const)('is set by mention in %s, and sees a test post', async (locale, words, language) => {
    await handler(locale).say(words, place(fresh, '19:unit@thread.tacv2'));
    expect(await target('acu')).toEqual({
      name: 'acu',
      conversationId: fresh,
      teamId: '19:unit@thread.tacv2',
      serviceUrl: bot.connector.serviceUrl,
      tenantId: bot.config.TENANT_ID,
      language,
      lost: false,
    });
    expect(postsIn(fresh).map(({ kind }) => kind)).toEqual(['create']);
    expect(says(lastPost(), 'target.testHeading', language)).toBe(true);
    expect(logged()).toContainEqual({ event: 'targetSet', target: 'acu' });
  });

  it.each([
    ['urgent alerts here', 'acuSecond', handler],
    ['reserve alerts here', 'reserve', reserve],
    ['admin alerts here', 'admins', admin],
    ['alerts here', 'acu', admin],
  ] as const)('is set by "%s" for %s', async (words, name, who) => {
    await who().say(words, place(fresh));
    expect(await target(name)).toMatchObject({ conversationId: fresh });
  });

  it.each([
    ['alerts here', 'acu', () => somebody()],
    ['urgent alerts here', 'acuSecond', reserve],
    ['reserve alerts here', 'reserve', handler],
    ['reserve alerts here', 'reserve', admin],
    ['admin alerts here', 'admins', handler],
  ] as const)(
    'is not set by "%s" without the role for %s, which is said calmly and logged',
    async (words, name, who) => {
      const before = await target(name);
      await who().say(words, place(fresh));
      expect(await target(name)).toEqual(before);
      expect(postsIn(fresh).map(({ kind }) => kind)).toEqual(['reply']);
      expect(says(lastPost(), 'target.refused')).toBe(true);
      expect(logged()).toContainEqual({ event: 'refused', what: 'target' });
    },
  );

  it('of the reserve never takes other alerts, and another never those of the reserve', async () => {
    await handler().say('alerts here', place(channels.reserve));
    expect(says(lastPost(), 'target.mixed')).toBe(true);
    await reserve().say('reserve alerts here', place(channels.acu));
    expect(says(lastPost(), 'target.mixed')).toBe(true);
    expect(await target('acu')).toMatchObject({ conversationId: channels.acu });
    expect(await target('reserve')).toMatchObject({ conversationId: channels.reserve });
  });

  it.each([403, 404, 502, 'reset'] as const)(
    'stays where it was when the test post is answered by %s',
    async (answer) => {
      bot.connector.plan(answer);
      await handler().say('alerts here', place(fresh));
      expect(await target('acu')).toMatchObject({ conversationId: channels.acu });
      expect(says(lastPost(), 'target.failed')).toBe(true);
      expect(logged().filter(({ event }) => event === 'turnFailed')).toEqual([]);
      expect(logged()).toContainEqual(expect.objectContaining({ event: 'targetFailed', target: 'acu' }));
    },
  );

  it('tells those who say something else there what it understands, and keeps none of it', async () => {
    await somebody().say('somebody did something', place(fresh));
    expect(says(lastPost(), 'notice.channelHelp')).toBe(true);
    expect(lastPost()).not.toContain('something');
  });

  it('learns its team and its address from what is heard there', async () => {
    await bot.store().targets.write({
      name: 'acu',
      conversationId: channels.acu,
      serviceUrl: 'https://old.example/',
      tenantId: 'tenant',
      language: 'en',
      lost: false,
    });
    await somebody().say('hello', place(channels.acu, '19:unit@thread.tacv2'));
    expect(await target('acu')).toMatchObject({ serviceUrl: bot.connector.serviceUrl, teamId: '19:unit@thread.tacv2' });
    expect(await target('reserve')).not.toHaveProperty('teamId');
  });
});

describe('a bot that is removed', () => {
  const at = place(fresh, '19:unit@thread.tacv2');
  /** Teams says so of the team, by the id of its General channel. */
  const team = place('19:unit@thread.tacv2', '19:unit@thread.tacv2');
  const noticesOfLoss = () =>
    postsIn(channels.admins).filter(({ activity }) => says(JSON.stringify(activity), 'target.lostHeading'));

  it('from a team is noticed, and said once to the admins although Teams tells of it twice', async () => {
    const teams = handler();
    await teams.say('alerts here', at);
    const telling = installation(teams.surroundings(team), 'remove');
    expect(telling).toHaveLength(2);
    await tell(teams, telling);
    expect(await target('acu')).toMatchObject({ lost: true });
    expect(noticesOfLoss()).toHaveLength(1);
    expect(says(JSON.stringify(noticesOfLoss()[0]?.activity), 'target.acu')).toBe(true);
    expect(logged().filter(({ event }) => event === 'targetLost')).toHaveLength(1);
  });

  it('and added again finds its channel, and posts what waited', async () => {
    const teams = handler();
    await teams.say('alerts here', at);
    await tell(teams, installation(teams.surroundings(team), 'remove'));
    await tell(teams, installation(teams.surroundings(team), 'add'));
    expect(await target('acu')).toMatchObject({ lost: false, conversationId: fresh });
  });

  it('from another team changes nothing here', async () => {
    const teams = handler();
    await teams.say('alerts here', at);
    const other = place('19:other@thread.tacv2', '19:other@thread.tacv2');
    await tell(teams, installation(teams.surroundings(other), 'remove'));
    expect(await target('acu')).toMatchObject({ lost: false });
    expect(noticesOfLoss()).toEqual([]);
  });

  it.each([
    ['channelDeleted', 'channelRestored', fresh],
    ['teamArchived', 'teamUnarchived', '19:unit@thread.tacv2'],
    ['teamDeleted', 'teamRestored', '19:unit@thread.tacv2'],
  ])('with %s loses its channel, and finds it with %s', async (lost, found, channelId) => {
    const teams = handler();
    await teams.say('alerts here', at);
    const event = (eventType: string): Activity => {
      const [update] = installation(teams.surroundings(team), 'add');
      const channelData = {
        eventType,
        channel: { id: channelId },
        team: { id: '19:unit@thread.tacv2' },
        tenant: { id: bot.config.TENANT_ID },
      };
      return { ...update, membersAdded: undefined, channelData };
    };
    await tell(teams, [event(lost)]);
    expect(await target('acu')).toMatchObject({ lost: true });
    expect(noticesOfLoss()).toHaveLength(1);
    await tell(teams, [event(found)]);
    expect(await target('acu')).toMatchObject({ lost: false });
  });

  it('with another channel of the team deleted keeps its own', async () => {
    const teams = handler();
    await teams.say('alerts here', at);
    const [update] = installation(teams.surroundings(team), 'add');
    const channelData = {
      eventType: 'channelDeleted',
      channel: { id: '19:other' },
      team: { id: '19:unit@thread.tacv2' },
      tenant: { id: bot.config.TENANT_ID },
    };
    await tell(teams, [{ ...update, membersAdded: undefined, channelData }]);
    expect(await target('acu')).toMatchObject({ lost: false });
  });

  it('from the channel of the admins or while that one fails is noticed all the same', async () => {
    const teams = handler();
    await teams.say('alerts here', at);
    bot.connector.plan(503);
    await tell(teams, installation(teams.surroundings(team), 'remove'));
    expect(await target('acu')).toMatchObject({ lost: true });
    await tell(teams, installation(teams.surroundings(place(channels.admins)), 'remove'));
    expect(await target('admins')).toMatchObject({ lost: true });
    expect(logged()).toContainEqual(
      expect.objectContaining({ event: 'alertFailed', target: 'admins', code: 'notTold' }),
    );
  });
});

describe('the health of the alerts', () => {
  const waiting = async (handledBy: 'acu' | 'reserve') => {
    const record = aCase({ handledBy });
    const dueAt = new Date(bot.clock.now().getTime() + 3_600_000).toISOString();
    await bot.store().cases.create(record, anAlert(record.caseId, { handledBy, dueAt }), [firstEvent(record.caseId)]);
  };
  const shows = (text: string) => [says(text, 'target.acuCases'), says(text, 'target.reserveCases')];

  it('is shown in a chat for the roles of whoever asks', async () => {
    await waiting('acu');
    await waiting('acu');
    await waiting('reserve');
    await handler().say('alert health');
    expect(shows(lastPost())).toEqual([true, false]);
    expect(lastPost()).toContain('Waiting: 2.');
    await reserve().say('alert health');
    expect(shows(lastPost())).toEqual([false, true]);
    expect(lastPost()).toContain('Waiting: 1.');
    expect(says(lastPost(), 'target.acu')).toBe(false);
    await admin().say('cyflwr rhybuddion');
    expect(shows(lastPost())).toEqual([true, false]);
  });

  it('is shown in a channel only of the alerts that come there', async () => {
    await handler().say('alert health', place(channels.acu));
    expect(shows(lastPost())).toEqual([true, false]);
    await reserve().say('alert health', place(channels.reserve));
    expect(shows(lastPost())).toEqual([false, true]);
  });

  it.each([
    ['nobody with a role', undefined, channels.acu],
    ['a handler in the channel of the reserve', developmentPeople.handler, channels.reserve],
    ['the reserve in the channel of the unit', developmentPeople.reserve, channels.acu],
    ['a handler in any other channel', developmentPeople.handler, fresh],
    ['nobody with a role in a chat', undefined, undefined],
  ])('is refused calmly to %s, and logged', async (_, objectId, channelId) => {
    await somebody(objectId).say('alert health', channelId === undefined ? 'chat' : place(channelId));
    expect(says(lastPost(), 'target.healthRefused')).toBe(true);
    expect(shows(lastPost())).toEqual([false, false]);
    expect(logged()).toContainEqual({ event: 'refused', what: 'health' });
  });
});

describe('the summary', () => {
  it('is refused calmly to who holds no role, and logged', async () => {
    await somebody().say('weekly summary');
    expect(says(lastPost(), 'notice.refused')).toBe(true);
    expect(logged()).toContainEqual({ event: 'refused', what: 'summary' });
  });
});
