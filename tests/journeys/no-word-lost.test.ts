import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe } from '@jest/globals';
import { expectNowhereIn, expectNowhereOnDisk } from '../support/journeys/canary.ts';
import { pageClient } from '../support/journeys/page-client.ts';
import { newReporter } from '../support/journeys/reporter.ts';
import { type RunningBot, startBot } from '../support/journeys/running-bot.ts';
import { newPerson } from '../support/journeys/teams-activities.ts';
import { journeys } from './journeys.ts';
import { noWordLost } from './no-word-lost.journey.ts';

for (const door of ['dialog', 'chat'] as const)
  journeys(door, 'sqlite', [
    ({ bot, reporter }) =>
      noWordLost(bot, async (language) => {
        const { teams, ...rest } = await reporter(newPerson(language === 'en' ? 'en-GB' : 'cy-GB'));
        return { hand: teams, ...rest };
      }),
  ]);

describe('by the page', () => {
  let bot: RunningBot;
  let canaries: string[] = [];
  beforeAll(async () => {
    bot = await startBot({ door: 'dialog' });
  });
  afterAll(() => bot.stop());
  afterEach(() => {
    expectNowhereIn('log', bot.log.join(''), canaries);
    expectNowhereIn('posts', JSON.stringify(bot.connector.posts), canaries);
    expectNowhereOnDisk(bot.folder, canaries);
    canaries = [];
  });

  noWordLost(
    () => bot,
    async (language) => {
      const { report, canary } = await newReporter(bot);
      canaries.push(canary);
      const hand = pageClient(bot.tab({ objectId: randomUUID(), name: 'A reporter' }), language);
      return { hand, report, canary };
    },
  );
});
