import { describe, expect, it } from '@jest/globals';
import { translate } from '../../../words/cards/translate.ts';
import type { WordKey } from '../../../words/cards/catalogue.ts';
import { developmentPeople } from '../../../development/development-tenant.ts';
import { channels } from '../../support/journeys/bot-settings.ts';
import { newPerson } from '../../support/journeys/teams-activities.ts';
import { createTeamsClient } from '../../support/journeys/teams-client.ts';
import { setUpBot } from '../../support/journeys/set-up-bot.ts';

const bot = setUpBot({ entryPoint: 'dialog' });

const by = (objectId: string) => createTeamsClient(bot, newPerson('en-GB', objectId));
const fresh = '19:fresh@thread.tacv2';
const other = '19:other@thread.tacv2';
const place = (channelId: string) => ({ channelId, teamId: '19:team@thread.tacv2' });
const cardsIn = (channelId: string, key: WordKey, language: 'en' | 'cy' = 'en') =>
  bot.connector.posts
    .filter((post) => post.conversationId.startsWith(channelId))
    .map(({ activity }) => JSON.stringify(activity))
    .filter((text) => text.includes(translate(language, key)));
const last = async () => (await bot.store().settings.all()).at(-1);

describe('a channel for alerts that somebody moves', () => {
  it('is told that it is no longer the one, and so are the admins: by which role, and not by whom', async () => {
    await by(developmentPeople.handler).say('alerts here', place(fresh));
    const told = [
      ...cardsIn(channels.acu, 'target.movedHeading'),
      ...cardsIn(channels.admins, 'target.movedAwayHeading'),
    ];
    expect(told).toHaveLength(2);
    for (const text of told) {
      expect(text).toContain(translate('en', 'target.byHandler'));
      expect(text).not.toContain(developmentPeople.handler);
      expect(text).not.toContain(fresh);
    }
    expect(bot.log.join('')).not.toContain(developmentPeople.handler);
    expect(await last()).toMatchObject({
      kind: 'targetSet',
      by: { objectId: developmentPeople.handler },
      detail: { target: { name: 'acu', conversationId: fresh } },
    });
  });

  it.each([403, 404, 503, 'reset'] as const)(
    'is moved, and the admins are told, where the old channel answers %s',
    async (answer) => {
      bot.connector.answerTo(channels.acu, answer);
      await by(developmentPeople.handler).say('alerts here', place(fresh));
      expect(await bot.store().targets.read('acu')).toMatchObject({ conversationId: fresh });
      expect(await last()).toMatchObject({ kind: 'targetSet', by: { objectId: developmentPeople.handler } });
      expect(cardsIn(channels.acu, 'target.movedHeading')).toEqual([]);
      expect(cardsIn(channels.admins, 'target.movedAwayHeading')).toHaveLength(1);
      expect(bot.log.join('')).toContain('"event":"targetFailed","target":"acu"');
      expect(bot.log.join('')).not.toContain('"event":"turnFailed"');
    },
  );

  it('is told in the language that it was set in', async () => {
    await createTeamsClient(bot, newPerson('cy-GB', developmentPeople.admin)).say('rhybuddion yma', place(fresh));
    await by(developmentPeople.handler).say('alerts here', place(other));
    expect(cardsIn(fresh, 'target.movedHeading', 'cy')).toHaveLength(1);
    expect(cardsIn(channels.acu, 'target.movedHeading')).toHaveLength(1);
    expect(cardsIn(channels.admins, 'target.movedAwayHeading')).toHaveLength(2);
  });

  it('is told nothing where it is set again, or where none was set before', async () => {
    await by(developmentPeople.handler).say('alerts here', place(channels.acu));
    expect(cardsIn(channels.acu, 'target.movedHeading')).toEqual([]);
    expect(cardsIn(channels.admins, 'target.movedAwayHeading')).toEqual([]);
    expect(await last()).toMatchObject({ kind: 'targetSet', by: { objectId: developmentPeople.handler } });
  });

  it('of the admins themselves is told, and of the reserve, whose role is named', async () => {
    await by(developmentPeople.reserve).say('reserve alerts here', place(fresh));
    const [told] = cardsIn(channels.reserve, 'target.movedHeading');
    expect(told).toContain(translate('en', 'target.byReserve'));
    await by(developmentPeople.admin).say('admin alerts here', place(other));
    expect(cardsIn(channels.admins, 'target.movedHeading')).toHaveLength(1);
  });

  it('is moved by nobody whose request was refused, and nothing stands in the history', async () => {
    const before = await bot.store().settings.all();
    await by(developmentPeople.reserve).say('alerts here', place(fresh));
    await by(developmentPeople.handler).say('reserve alerts here', place(fresh));
    expect(await bot.store().settings.all()).toEqual(before);
    expect(cardsIn(channels.acu, 'target.movedHeading')).toEqual([]);
  });
});
