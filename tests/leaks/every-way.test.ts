import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { languages } from '../../concerns/language.ts';
import { modes } from '../../concerns/questions.ts';
import { showCaseId } from '../../concerns/case-id.ts';
import { expectNowhereIn } from '../journeys/canary.ts';
import { eventually } from '../journeys/eventually.ts';
import { alertsOf } from '../journeys/journeys.ts';
import { type RunningBot, startBot } from '../journeys/running-bot.ts';
import { referenceOn } from '../journeys/saved-case.ts';
import { fineInstantsIn } from './instants.ts';
import { type MarkedReport, markedReport } from './marked-report.ts';
import { isLong, tally } from './tally.ts';
import { tracesOf } from './traces.ts';

const seen = tally('leaks, every way of reporting');
const hourMs = 3_600_000;
const parts = [
  { door: 'dialog', store: 'cosmos' },
  { door: 'dialog', store: 'sqlite' },
  { door: 'chat', store: 'sqlite' },
] as const;
const ways = languages.flatMap((language) => modes.map((mode) => ({ language, mode })));
const rounds = isLong ? 5 : 1;

function expectNothingOf(bot: RunningBot, marked: MarkedReport): void {
  const { secrets, identity, stretch, teams } = marked;
  const [, , , conversation = ''] = identity;
  const isOwnChat = ({ path }: { readonly path: string }): boolean => path.includes(conversation);
  for (const { place, text } of tracesOf(bot, isOwnChat)) {
    expectNowhereIn(place, text, [...secrets, ...identity]);
    expect({ place, times: fineInstantsIn(text, stretch) }).toEqual({ place, times: [] });
    seen.add('places');
    seen.add('characters', text.length);
  }
  const ownChat = bot.connector.requests.filter(isOwnChat);
  expect(ownChat.length).toBeGreaterThan(0);
  expectNowhereIn('own chat', JSON.stringify(ownChat), secrets);
  for (const text of teams.answers) expectNowhereIn('answer', text, identity);
  for (const text of marked.answersAfterSending) {
    expectNowhereIn('answer after sending', text, secrets.slice(0, 1));
    expect(fineInstantsIn(text, stretch)).toEqual([]);
  }
  seen.add('answers', teams.answers.length);
}

describe.each(parts)('by the $door door, in $store', ({ door, store }) => {
  let bot: RunningBot;
  beforeAll(async () => {
    bot = await startBot({ door, store, environment: { ALERT_TIMING: 'fullHour' } });
  });
  afterAll(() => bot.stop());

  it.each(ways)(
    'nothing is left of $mode in $language while the server runs, is alerted and starts again',
    async (way) => {
      for (let round = 0; round < rounds; round += 1) {
        // Away from when the server was started, which its log says.
        bot.clock.forward(7 * 60_000);
        let looks = 0;
        const marked = await markedReport(bot, way, (so) => {
          looks += 1;
          expectNothingOf(bot, so);
        });
        expect(looks).toBe(3);
        expect(marked.answersAfterSending.length).toBeGreaterThan(4);
        const reference = marked.answersAfterSending
          .map((text) => referenceOn({ text }))
          .find((id) => id !== undefined);
        if (reference === undefined) throw new Error('no receipt came');
        // Alerts leave at the next full hour, and no post says when somebody typed.
        bot.clock.forward(hourMs - (bot.clock.now().getTime() % hourMs));
        bot.lookForAlerts();
        await eventually('an alert', () => alertsOf(bot, showCaseId(reference)) || undefined);
        expectNothingOf(bot, marked);
        await bot.restart();
        expectNothingOf(bot, marked);
        seen.add('reports');
      }
    },
    60_000,
  );
});
