import { describe, expect, it } from '@jest/globals';
import { channels } from '../../support/journeys/bot-settings.ts';
import { setUpBot } from '../../support/journeys/set-up-bot.ts';
import { createChatsByRole, channelPlace, includesWord, newObjectId } from '../../support/journeys/chats-by-role.ts';

const bot = setUpBot({ entryPoint: 'dialog' });

const { somebody, handler, reserve, admin, target, lastPost, postsIn, logged } = createChatsByRole(bot);

describe('a channel for alerts', () => {
  it.each([
    ['en-GB', 'alerts here', 'en'],
    ['cy-GB', 'rhybuddion yma', 'cy'],
  ] as const)('is set by mention in %s, and sees a test post', async (locale, words, language) => {
    await handler(locale).say(words, channelPlace(newObjectId, '19:unit@thread.tacv2'));
    expect(await target('acu')).toEqual({
      name: 'acu',
      conversationId: newObjectId,
      teamId: '19:unit@thread.tacv2',
      serviceUrl: bot.connector.serviceUrl,
      tenantId: bot.settings.tenantId,
      language,
      lost: false,
      noted: expect.any(Number),
    });
    expect(postsIn(newObjectId).map(({ kind }) => kind)).toEqual(['create']);
    expect(includesWord(JSON.stringify(postsIn(newObjectId)), 'target.testHeading', language)).toBe(true);
    expect(logged()).toContainEqual({ event: 'targetSet', target: 'acu' });
  });

  it.each([
    ['urgent alerts here', 'acuSecond', handler],
    ['reserve alerts here', 'reserve', reserve],
    ['admin alerts here', 'admins', admin],
    ['alerts here', 'acu', admin],
  ] as const)('is set by "%s" for %s', async (words, name, who) => {
    await who().say(words, channelPlace(newObjectId));
    expect(await target(name)).toMatchObject({ conversationId: newObjectId });
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
      await who().say(words, channelPlace(newObjectId));
      expect(await target(name)).toEqual(before);
      expect(postsIn(newObjectId).map(({ kind }) => kind)).toEqual(['reply']);
      expect(includesWord(lastPost(), 'target.refused')).toBe(true);
      expect(logged()).toContainEqual({ event: 'refused', what: 'target' });
    },
  );

  it('of the reserve never takes other alerts, and another never those of the reserve', async () => {
    await handler().say('alerts here', channelPlace(channels.reserve));
    expect(includesWord(lastPost(), 'target.mixed')).toBe(true);
    await reserve().say('reserve alerts here', channelPlace(channels.acu));
    expect(includesWord(lastPost(), 'target.mixed')).toBe(true);
    expect(await target('acu')).toMatchObject({ conversationId: channels.acu });
    expect(await target('reserve')).toMatchObject({ conversationId: channels.reserve });
  });

  it.each([403, 404, 502, 'reset'] as const)(
    'stays where it was when the test post is answered by %s',
    async (answer) => {
      bot.connector.plan(answer);
      await handler().say('alerts here', channelPlace(newObjectId));
      expect(await target('acu')).toMatchObject({ conversationId: channels.acu });
      expect(includesWord(lastPost(), 'target.failed')).toBe(true);
      expect(logged().filter(({ event }) => event === 'turnFailed')).toEqual([]);
      expect(logged()).toContainEqual(expect.objectContaining({ event: 'targetFailed', target: 'acu' }));
    },
  );

  it('tells those who say something else there what it understands, and keeps none of it', async () => {
    await somebody().say('somebody did something', channelPlace(newObjectId));
    expect(includesWord(lastPost(), 'notice.channelHelp')).toBe(true);
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
    await somebody().say('hello', channelPlace(channels.acu, '19:unit@thread.tacv2'));
    expect(await target('acu')).toMatchObject({ serviceUrl: bot.connector.serviceUrl, teamId: '19:unit@thread.tacv2' });
    expect(await target('reserve')).not.toHaveProperty('teamId');
  });
});
