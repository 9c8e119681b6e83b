import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { say } from '../../../words/cards/say.ts';
import { developmentPeople } from '../../../development/people.ts';
import { type RunningBot, startBot } from '../../support/journeys/running-bot.ts';
import { newPerson } from '../../support/journeys/teams-activities.ts';
import { teamsClient } from '../../support/journeys/teams-client.ts';

let bot: RunningBot;
beforeAll(async () => {
  bot = await startBot({ door: 'dialog' });
});
afterAll(() => bot.stop());

const ask = async (objectId?: string): Promise<string> => {
  await teamsClient(bot, newPerson('en-GB', objectId)).say('weekly summary');
  return JSON.stringify(bot.connector.posts.at(-1)?.activity ?? {});
};

describe('the summary', () => {
  it.each([
    ['nobody with a role', undefined],
    ['an admin', developmentPeople.admin],
    ['a custodian', developmentPeople.custodian],
  ])('is refused calmly to %s, and logged', async (_, objectId) => {
    const before = bot.log.length;
    expect(await ask(objectId)).toContain(say('en', 'notice.refused'));
    expect(bot.log.slice(before).join('')).toContain('"event":"refused","what":"summary"');
  });

  it('is offered to those who may pull it', async () => {
    for (const objectId of [developmentPeople.handler, developmentPeople.reserve, developmentPeople.summaryReader]) {
      expect(await ask(objectId)).not.toContain(say('en', 'notice.refused'));
    }
  });
});
