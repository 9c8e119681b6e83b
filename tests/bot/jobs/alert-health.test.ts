import { describe, expect, it } from '@jest/globals';
import { alertChannelWords } from '../../../words/alert-channels.ts';
import { developmentPeople } from '../../../development/development-tenant.ts';
import { createCase, createAlert, firstEvent } from '../../support/contracts/records.ts';
import { channels } from '../../support/journeys/bot-settings.ts';
import { setUpBot } from '../../support/journeys/set-up-bot.ts';
import { createChatsByRole, channelPlace, includesWord, newObjectId } from '../../support/journeys/chats-by-role.ts';

const bot = setUpBot({ entryPoint: 'dialog' });

const { somebody, handler, reserve, admin, lastPost, logged } = createChatsByRole(bot);

describe('the health of the alerts', () => {
  const waiting = async (handledBy: 'acu' | 'reserve') => {
    const record = createCase({ handledBy });
    const dueAt = new Date(bot.clock.now().getTime() + 3_600_000).toISOString();
    await bot
      .store()
      .cases.create(record, createAlert(record.caseId, { handledBy, dueAt }), [firstEvent(record.caseId)]);
  };
  const shows = (text: string) => [includesWord(text, 'target.acuCases'), includesWord(text, 'target.reserveCases')];

  it('is shown in a chat for the roles of whoever asks', async () => {
    await waiting('acu');
    await waiting('acu');
    await waiting('reserve');
    await handler().say('alert health');
    expect(shows(lastPost())).toEqual([true, false]);
    expect(lastPost()).toContain('Alerts waiting: 2.');
    await reserve().say('alert health');
    expect(shows(lastPost())).toEqual([false, true]);
    expect(lastPost()).toContain('Alerts waiting: 1.');
    expect(lastPost()).not.toContain(alertChannelWords.acu.name.en);
    await admin().say('cyflwr rhybuddion');
    expect(lastPost()).toContain('Rhybuddion yn aros: 2.');
  });

  it('is shown in a channel only of the alerts that come there', async () => {
    await handler().say('alert health', channelPlace(channels.acu));
    expect(shows(lastPost())).toEqual([true, false]);
    await reserve().say('alert health', channelPlace(channels.reserve));
    expect(shows(lastPost())).toEqual([false, true]);
  });

  it.each([
    ['nobody with a role', undefined, channels.acu],
    ['a handler in the channel of the reserve', developmentPeople.handler, channels.reserve],
    ['the reserve in the channel of the unit', developmentPeople.reserve, channels.acu],
    ['a handler in any other channel', developmentPeople.handler, newObjectId],
    ['nobody with a role in a chat', undefined, undefined],
  ])('is refused calmly to %s, and logged', async (_, objectId, channelId) => {
    await somebody(objectId).say('alert health', channelId === undefined ? 'chat' : channelPlace(channelId));
    expect(includesWord(lastPost(), 'target.healthRefused')).toBe(true);
    expect(shows(lastPost())).toEqual([false, false]);
    expect(logged()).toContainEqual({ event: 'refused', what: 'health' });
  });
});
