import { afterAll, afterEach, beforeAll, describe, expect } from '@jest/globals';
import { formatCaseId } from '../../core/model/case-id.ts';
import { channels, type EntryPoint } from '../support/journeys/bot-settings.ts';
import { waitFor } from '../support/journeys/wait-for.ts';
import { assertNoLeak } from '../support/journeys/assert-no-leak.ts';
import { newReporter, type Reporter } from '../support/journeys/reporter.ts';
import { type RunningBot, startBot } from '../support/journeys/running-bot.ts';
import { parseCardReference } from '../support/journeys/saved-case.ts';
import type { TeamsPerson } from '../support/journeys/teams-activities.ts';

/** What a journey is given: a running bot, and people whose words are looked for everywhere when it ends. */
export interface Journey {
  readonly bot: () => RunningBot;
  /** Somebody new, or a person of these ids, with the bot in their chat. */
  readonly reporter: (person?: TeamsPerson) => Promise<Reporter>;
}

/** How many posts in channels show a case's alert. */
export const countAlerts = (bot: RunningBot, reference: string, channelId?: string): number =>
  bot.connector.posts.filter(
    ({ activity, conversationId }) =>
      JSON.stringify(activity).includes(reference) && (channelId === undefined || conversationId.startsWith(channelId)),
  ).length;

/** Waits for a case's alert. A post that failed on a machine that others keep busy is due again later, so time goes on. */
async function waitForAlert(bot: RunningBot, reference: string, channelId: string): Promise<void> {
  let last = performance.now();
  const look = () => {
    if (performance.now() - last > 1_000) {
      last = performance.now();
      bot.clock.forward(5_000);
      bot.postDueAlerts();
    }
    return countAlerts(bot, reference, channelId) || undefined;
  };
  await waitFor('an alert', look).catch(() => {
    throw new Error(`no alert came: ${bot.log.slice(-20).join('')}`);
  });
}

/**
 * Runs journeys against one bot: production by the dialog door, development by the chat door. After each, every case
 * that was receipted has its alert in the channel of those who handle it and in no other, and nothing has leaked.
 */
export function runJourneys(
  entryPoint: EntryPoint,
  store: 'sqlite' | 'cosmos',
  suites: readonly ((journey: Journey) => void)[],
): void {
  describe(`by the ${entryPoint} door, in ${store}`, () => {
    let bot: RunningBot;
    let reporters: Reporter[] = [];
    beforeAll(async () => {
      bot = await startBot({ entryPoint, store, environment: { ALERT_TIMING: 'atOnce' } });
    });
    afterAll(() => bot.stop());

    afterEach(async () => {
      const ended = reporters;
      reporters = [];
      for (const { teams } of ended) {
        for (const text of new Set(teams.answers)) {
          const caseId = parseCardReference({ text });
          const handledBy = caseId && (await bot.store().cases.read(caseId))?.value.handledBy;
          if (caseId === undefined || handledBy === undefined) continue;
          const reference = formatCaseId(caseId);
          await waitForAlert(bot, reference, channels[handledBy]);
          expect(countAlerts(bot, reference)).toBe(countAlerts(bot, reference, channels[handledBy]));
        }
      }
      expect(bot.log.filter((line) => line.includes('turnFailed'))).toEqual([]);
      for (const reporter of ended) assertNoLeak(bot, reporter);
    });

    const journey: Journey = {
      bot: () => bot,
      async reporter(person) {
        const reporter = await newReporter(bot, person);
        reporters.push(reporter);
        return reporter;
      },
    };
    for (const suite of suites) suite(journey);
  });
}
