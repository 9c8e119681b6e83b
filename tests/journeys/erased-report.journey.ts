import { describe, expect, it } from '@jest/globals';
import { showDay } from '../../words/days.ts';
import { say } from '../../words/cards/translate.ts';
import { dayOf } from '../../core/model/calendar.ts';
import type { Language } from '../../core/model/language.ts';
import { eraseByTwo } from '../support/journeys/erase-by-two.ts';
import type { Journey } from './journeys.ts';
import { sendShort, stepOf, walkTo } from '../support/journeys/reporter.ts';
import { codeOn, opened, savedCase } from '../support/journeys/saved-case.ts';
import type { TeamsClient } from '../support/journeys/teams-client.ts';

type Hand = Pick<TeamsClient, 'card' | 'fill' | 'filled' | 'press'>;

/** From the start to what stands under a code. */
export async function lookUp(teams: Hand, code: string): Promise<void> {
  await teams.press('comeBack');
  teams.fill('code', code);
  await teams.press('next');
}

/** What a card says first of a report that was erased today. */
export const erasedToday = (language: Language, now: Date): string =>
  say(language, 'comeBack.erased', { day: showDay(language, dayOf(now, 'Europe/London')) });

/** Goes on from words that were not added to a new report, up to where they stand in it, and sends it. */
export async function reportAnew(teams: Hand, report: Parameters<typeof walkTo>[1], words: string): Promise<void> {
  await teams.press('report');
  await walkTo(teams, report, 'account');
  expect(teams.filled('what')).toBe(words);
  await walkTo(teams, { ...report, what: words }, 'code');
  teams.fill('then', 'send');
  await teams.press('next');
}

/** Words that are written to a report which is erased before they are sent. */
export function erasedReport({ bot, reporter }: Journey): void {
  describe('somebody whose report was erased', () => {
    it.each(['en', 'cy'] as const)(
      'between the card and Send is told so in %s, keeps what they wrote, and reports it anew',
      async (language) => {
        const { teams, report, canary } = await reporter();
        await sendShort({ teams }, report);
        const first = await savedCase(bot(), teams.card());
        const code = codeOn(teams.card());
        await teams.press('done');
        await lookUp(teams, code);
        if (language === 'cy') await teams.press('language');
        const words = `It happened again on Friday. ${canary} too late`;
        teams.fill('addition', words);
        await eraseByTwo(bot(), first.record.caseId);
        await teams.press('add');

        const { text } = teams.card();
        expect(text).toContain(say(language, 'comeBack.erasedHeading'));
        expect(text).toContain(erasedToday(language, bot().clock.now()));
        expect(text).toContain(say(language, 'comeBack.unadded'));
        expect(text).not.toContain(say(language, 'problem.notFound'));
        expect(teams.filled('addition')).toBe(words);
        const messages = await bot().store().history.count(first.record.caseId, 'messageFromReporter');
        expect(messages).toBe(0);

        // The other language and back again: nothing is lost on the way.
        await teams.press('language');
        await teams.press('language');
        expect(teams.filled('addition')).toBe(words);
        await reportAnew(teams, report, words);
        const anew = await savedCase(bot(), teams.card());
        expect(anew.record).toMatchObject({ language, status: 'received' });
        expect(anew.record.caseId).not.toBe(first.record.caseId);
        expect((await opened(bot(), anew)).report.answers['what']).toBe(words);
      },
    );

    it('is told so by an old card as well, whatever is pressed there, and by the code', async () => {
      const { teams, report, canary } = await reporter();
      await sendShort({ teams }, report);
      const { record } = await savedCase(bot(), teams.card());
      const code = codeOn(teams.card());
      await teams.press('done');
      await lookUp(teams, code);
      const old = teams.keep();
      await eraseByTwo(bot(), record.caseId);

      await teams.press('language');
      expect(teams.card().text).toContain(erasedToday('cy', bot().clock.now()));
      expect(teams.card().text).not.toContain(say('cy', 'comeBack.unadded'));
      expect(teams.card().inputs).toEqual([]);
      await teams.press('report');
      expect(stepOf(teams.card())).toBe('limits');

      for (const verb of ['add', 'language'] as const) {
        teams.holdUp(old);
        teams.fill('addition', `${canary} by an old card`);
        await teams.press(verb);
        expect(teams.card().text).toContain(say(verb === 'add' ? 'en' : 'cy', 'comeBack.unadded'));
        expect(teams.filled('addition')).toBe(`${canary} by an old card`);
      }
      await teams.press('done');
      expect(teams.filled('addition')).toBe(`${canary} by an old card`);
      await teams.press('leave');
      await lookUp(teams, code);
      // A chat goes on in the language of what was done there last.
      expect(teams.card().text).toContain(erasedToday(teams.card().language, bot().clock.now()));
      expect(teams.card().inputs).toEqual([]);
    });

    it('is not told that words were not added which had been, before all was erased', async () => {
      const { teams, report, canary } = await reporter();
      await sendShort({ teams }, report);
      const { record } = await savedCase(bot(), teams.card());
      const code = codeOn(teams.card());
      await teams.press('done');
      await lookUp(teams, code);
      teams.fill('addition', `${canary} in time`);
      const typed = teams.keep();
      await teams.press('add');
      expect(teams.card().text).toContain(say('en', 'comeBack.addedHeading'));
      await eraseByTwo(bot(), record.caseId);
      teams.holdUp(typed);
      await teams.press('add');
      expect(teams.card().text).toContain(erasedToday('en', bot().clock.now()));
      expect(teams.card().text).not.toContain(say('en', 'comeBack.unadded'));
      expect(teams.filled('addition')).toBe(`${canary} in time`);
    });

    it('and who adds a changed version to it goes on under a new code, and is told why', async () => {
      const { teams, report, canary } = await reporter();
      await teams.press('report');
      await walkTo(teams, report, 'review');
      const review = teams.keep();
      await teams.press('send');
      const { record } = await savedCase(bot(), teams.card());
      const code = codeOn(teams.card());
      teams.holdUp(review);
      await teams.press('change:account');
      teams.fill('what', `Another account ${canary}`);
      await teams.press('next');
      await teams.press('send');
      expect(teams.card().text).toContain(say('en', 'receipt.differsHeading'));
      await eraseByTwo(bot(), record.caseId);
      await teams.press('add');
      expect(teams.card().text).toContain(say('en', 'report.erasedHeading'));
      expect(codeOn(teams.card())).not.toBe(code);
      teams.fill('then', 'send');
      await teams.press('next');
      const anew = await savedCase(bot(), teams.card());
      expect((await opened(bot(), anew)).report.answers['what']).toBe(`Another account ${canary}`);
    });
  });
}
