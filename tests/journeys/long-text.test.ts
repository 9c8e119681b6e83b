import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe } from '@jest/globals';
import { assertAbsent, assertAbsentOnDisk } from '../support/journeys/canary.ts';
import { createPageClient } from '../support/journeys/page-client.ts';
import { newReporter } from '../support/journeys/reporter.ts';
import { type RunningBot, startBot } from '../support/journeys/running-bot.ts';
import { newPerson } from '../support/journeys/teams-activities.ts';
import { runJourneys } from './run-journeys.ts';
import { longTextJourney } from './long-text.journey.ts';

for (const door of ['dialog', 'chat'] as const)
  runJourneys(door, 'sqlite', [
    ({ bot, reporter }) =>
      longTextJourney(bot, async (language) => {
        const { teams, ...rest } = await reporter(newPerson(language === 'en' ? 'en-GB' : 'cy-GB'));
        return { hand: teams, ...rest };
      }),
  ]);

describe('by the page', () => {
  let bot: RunningBot;
  let canaries: string[] = [];
  beforeAll(async () => {
    bot = await startBot({ entryPoint: 'dialog' });
  });
  afterAll(() => bot.stop());
  afterEach(() => {
    assertAbsent('log', bot.log.join(''), canaries);
    assertAbsent('posts', JSON.stringify(bot.connector.posts), canaries);
    assertAbsentOnDisk(bot.folder, canaries);
    canaries = [];
  });

  longTextJourney(
    () => bot,
    async (language) => {
      const { report, canary } = await newReporter(bot);
      canaries.push(canary);
      const hand = createPageClient(bot.tab({ objectId: randomUUID(), name: 'A reporter' }), language);
      return { hand, report, canary };
    },
  );
});
