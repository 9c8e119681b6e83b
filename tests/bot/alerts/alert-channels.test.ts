import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { say } from '../../../words/cards/say.ts';
import type { WordKey } from '../../../words/cards/catalogue.ts';
import { developmentPeople } from '../../../development/people.ts';
import type { TargetName } from '../../../concerns/records/alert-targets.ts';
import { type RunningBot, startBot } from '../../support/journeys/running-bot.ts';
import { channels } from '../../support/journeys/settings-of-a-bot.ts';
import { newPerson } from '../../support/journeys/teams-activities.ts';
import { teamsClient } from '../../support/journeys/teams-client.ts';

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
const logged = () => bot.log.map((line) => JSON.parse(line)).map(({ at: _at, ...event }) => event);
const fresh = '19:fresh@thread.tacv2';

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
      tenantId: bot.settings.tenantId,
      language,
      lost: false,
      noted: expect.any(Number),
    });
    expect(postsIn(fresh).map(({ kind }) => kind)).toEqual(['create']);
    expect(says(JSON.stringify(postsIn(fresh)), 'target.testHeading', language)).toBe(true);
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
