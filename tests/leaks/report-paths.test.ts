import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Language, languages } from '../../core/model/language.ts';
import { identityModes } from '../../core/model/questions.ts';
import { parseCaseId, formatCaseId } from '../../core/model/case-id.ts';
import { assertAbsent } from '../support/journeys/canary.ts';
import { waitFor } from '../support/journeys/wait-for.ts';
import { countAlerts } from '../journeys/run-journeys.ts';
import { createPageClient } from '../support/journeys/page-client.ts';
import { type RunningBot, startBot } from '../support/journeys/running-bot.ts';
import { parseCardReference } from '../support/journeys/saved-case.ts';
import type { TeamsPerson } from '../support/journeys/teams-activities.ts';
import { findPreciseTimestamps } from './timestamps.ts';
import { type MarkedReport, submitMarkedReport, type ReportClient } from './marked-report.ts';
import { isLong, createTally } from './tally.ts';
import { marksFor, collectTraces } from './traces.ts';

const seen = createTally('leaks, every way of reporting');
const hourMs = 3_600_000;
const parts = [
  { by: 'dialog', beside: 'dialog', store: 'cosmos' },
  { by: 'dialog', beside: 'dialog', store: 'sqlite' },
  { by: 'chat', beside: 'chat', store: 'sqlite' },
  { by: 'page', beside: 'dialog', store: 'cosmos' },
  { by: 'page', beside: 'dialog', store: 'sqlite' },
  { by: 'page', beside: 'chat', store: 'sqlite' },
] as const;
const ways = languages.flatMap((language) => identityModes.map((mode) => ({ language, mode })));
const rounds = isLong ? 5 : 1;

function expectNothingOf(bot: RunningBot, marked: MarkedReport): void {
  const { secrets, identity, timeRange, at } = marked;
  const [, , , conversation = ''] = identity;
  const isOwnChat = ({ path }: { readonly path: string }): boolean => path.includes(conversation);
  for (const { place, text } of collectTraces(bot, isOwnChat)) {
    assertAbsent(place, text, marksFor(place, [...secrets, ...identity], conversation));
    expect({ place, times: findPreciseTimestamps(text, timeRange) }).toEqual({ place, times: [] });
    seen.add('places');
    seen.add('characters', text.length);
  }
  const ownChat = bot.connector.requests.filter(isOwnChat);
  expect(ownChat.length).toBeGreaterThan(0);
  assertAbsent('own chat', JSON.stringify(ownChat), secrets);
  for (const text of at.answers) assertAbsent('answer', text, identity);
  for (const text of marked.answersAfterSending) {
    assertAbsent('answer after sending', text, secrets.slice(0, 1));
    expect(findPreciseTimestamps(text, timeRange)).toEqual([]);
  }
  seen.add('answers', at.answers.length);
}

/** The case that a server names to a page, whose receipt the page draws itself. */
const handedBack = (text: string) => parseCaseId(/"caseId":"([0-9A-Z]{10})"/u.exec(text)?.[1] ?? '');

/** A page as it is used: with a look at each card, and nobody's answers but its own. */
function atPage(bot: RunningBot, person: TeamsPerson, language: Language): ReportClient {
  const tab = bot.tab({ objectId: person.objectId, name: person.name });
  const page = createPageClient(tab, language);
  return {
    ...page,
    answers: tab.answers,
    press(name) {
      bot.clock.forward(1_000);
      return page.press(name);
    },
  };
}

describe.each(parts)('by the $by, beside the $beside door, in $store', ({ by, beside, store }) => {
  let bot: RunningBot;
  beforeAll(async () => {
    bot = await startBot({ entryPoint: beside, store, environment: { ALERT_TIMING: 'fullHour' } });
    // Its first look at the rows of everybody is a line in the log of its start.
    await bot.run('sweepReach');
  });
  afterAll(() => bot.stop());

  it.each(ways)(
    'nothing is left of $mode in $language while the server runs, is alerted and starts again',
    async (way) => {
      for (let round = 0; round < rounds; round += 1) {
        // Away from when the server was started, which its log says.
        bot.clock.forward(7 * 60_000);
        let looks = 0;
        const look = (so: MarkedReport) => {
          looks += 1;
          expectNothingOf(bot, so);
        };
        const page = (person: TeamsPerson) => atPage(bot, person, way.language);
        const marked = await submitMarkedReport(bot, way, look, by === 'page' ? page : undefined);
        expect(looks).toBe(3);
        expect(marked.answersAfterSending.length).toBeGreaterThan(4);
        const reference = marked.answersAfterSending
          .map((text) => parseCardReference({ text }) ?? handedBack(text))
          .find((id) => id !== undefined);
        if (reference === undefined) throw new Error('no receipt came');
        // Alerts leave at the next full hour, and no post says when somebody typed.
        bot.clock.forward(hourMs - (bot.clock.now().getTime() % hourMs));
        bot.postDueAlerts();
        await waitFor('an alert', () => countAlerts(bot, formatCaseId(reference)) || undefined);
        expectNothingOf(bot, marked);
        await bot.restart();
        expectNothingOf(bot, marked);
        seen.add('reports');
      }
    },
  );
});
