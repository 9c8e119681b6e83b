import { describe, expect, it } from '@jest/globals';
import { formatDay } from '../../words/date-format.ts';
import { translate } from '../../words/cards/translate.ts';
import { toDay } from '../../core/model/calendar.ts';
import type { Language } from '../../core/model/language.ts';
import { eraseCase } from '../support/journeys/erase-case.ts';
import type { Journey } from './run-journeys.ts';
import { sendShortReport, currentStep, goToStep } from '../support/journeys/reporter.ts';
import { parseCardCode, decryptSavedReport, readSavedCase } from '../support/journeys/saved-case.ts';
import type { TeamsClient } from '../support/journeys/teams-client.ts';

type Hand = Pick<TeamsClient, 'card' | 'fill' | 'filled' | 'press'>;

/** From the start to what stands under a code. */
export async function enterCode(teams: Hand, code: string): Promise<void> {
  await teams.press('comeBack');
  teams.fill('code', code);
  await teams.press('next');
}

/** What a card says first of a report that was erased today. */
export const erasedTodaySentence = (language: Language, now: Date): string =>
  translate(language, 'comeBack.erased', { day: formatDay(language, toDay(now, 'Europe/London')) });

/** Goes on from words that were not added to a new report, up to where they stand in it, and sends it. */
export async function submitNewReport(
  teams: Hand,
  report: Parameters<typeof goToStep>[1],
  words: string,
): Promise<void> {
  await teams.press('report');
  await goToStep(teams, report, 'account');
  expect(teams.filled('what')).toBe(words);
  await goToStep(teams, { ...report, what: words }, 'code');
  await teams.press('send');
}

/** Words that are written to a report which is erased before they are sent. */
export function erasedReportJourney({ bot, reporter }: Journey): void {
  describe('somebody whose report was erased', () => {
    it.each(['en', 'cy'] as const)(
      'between the card and Send is told so in %s, keeps what they wrote, and reports it anew',
      async (language) => {
        const { teams, report, canary } = await reporter();
        await sendShortReport({ teams }, report);
        const first = await readSavedCase(bot(), teams.card());
        const code = parseCardCode(teams.card());
        await teams.press('done');
        await enterCode(teams, code);
        if (language === 'cy') await teams.press('language');
        const words = `It happened again on Friday. ${canary} too late`;
        teams.fill('addition', words);
        await eraseCase(bot(), first.record.caseId);
        await teams.press('add');

        const { text } = teams.card();
        expect(text).toContain(translate(language, 'comeBack.erasedHeading'));
        expect(text).toContain(erasedTodaySentence(language, bot().clock.now()));
        expect(text).toContain(translate(language, 'comeBack.unadded'));
        expect(text).not.toContain(translate(language, 'problem.notFound'));
        expect(teams.filled('addition')).toBe(words);
        const messages = await bot().store().history.count(first.record.caseId, 'messageFromReporter');
        expect(messages).toBe(0);

        // The other language and back again: nothing is lost on the way.
        await teams.press('language');
        await teams.press('language');
        expect(teams.filled('addition')).toBe(words);
        await submitNewReport(teams, report, words);
        const anew = await readSavedCase(bot(), teams.card());
        expect(anew.record).toMatchObject({ language, status: 'received' });
        expect(anew.record.caseId).not.toBe(first.record.caseId);
        expect((await decryptSavedReport(bot(), anew)).report.answers['what']).toBe(words);
      },
    );

    it('is told so by an old card as well, whatever is pressed there, and by the code', async () => {
      const { teams, report, canary } = await reporter();
      await sendShortReport({ teams }, report);
      const { record } = await readSavedCase(bot(), teams.card());
      const code = parseCardCode(teams.card());
      await teams.press('done');
      await enterCode(teams, code);
      const old = teams.keep();
      await eraseCase(bot(), record.caseId);

      await teams.press('language');
      expect(teams.card().text).toContain(erasedTodaySentence('cy', bot().clock.now()));
      expect(teams.card().text).not.toContain(translate('cy', 'comeBack.unadded'));
      expect(teams.card().inputs).toEqual([]);
      await teams.press('report');
      expect(currentStep(teams.card())).toBe('account');

      for (const verb of ['add', 'language'] as const) {
        teams.holdUp(old);
        teams.fill('addition', `${canary} by an old card`);
        await teams.press(verb);
        expect(teams.card().text).toContain(translate(verb === 'add' ? 'en' : 'cy', 'comeBack.unadded'));
        expect(teams.filled('addition')).toBe(`${canary} by an old card`);
      }
      await teams.press('done');
      expect(teams.filled('addition')).toBe(`${canary} by an old card`);
      await teams.press('leave');
      await enterCode(teams, code);
      // A chat goes on in the language of what was done there last.
      expect(teams.card().text).toContain(erasedTodaySentence(teams.card().language, bot().clock.now()));
      expect(teams.card().inputs).toEqual([]);
    });

    it('is not told that words were not added which had been, before all was erased', async () => {
      const { teams, report, canary } = await reporter();
      await sendShortReport({ teams }, report);
      const { record } = await readSavedCase(bot(), teams.card());
      const code = parseCardCode(teams.card());
      await teams.press('done');
      await enterCode(teams, code);
      teams.fill('addition', `${canary} in time`);
      const typed = teams.keep();
      await teams.press('add');
      expect(teams.card().text).toContain(translate('en', 'comeBack.addedHeading'));
      await eraseCase(bot(), record.caseId);
      teams.holdUp(typed);
      await teams.press('add');
      expect(teams.card().text).toContain(erasedTodaySentence('en', bot().clock.now()));
      expect(teams.card().text).not.toContain(translate('en', 'comeBack.unadded'));
      expect(teams.filled('addition')).toBe(`${canary} in time`);
    });

    it('and who adds a changed version to it goes on under a new code, and is told why', async () => {
      const { teams, report, canary } = await reporter();
      await teams.press('report');
      await goToStep(teams, report, 'review');
      const review = teams.keep();
      await teams.press('send');
      const { record } = await readSavedCase(bot(), teams.card());
      const code = parseCardCode(teams.card());
      teams.holdUp(review);
      await teams.press('change:account');
      teams.fill('what', `Another account ${canary}`);
      await teams.press('next');
      await teams.press('send');
      expect(teams.card().text).toContain(translate('en', 'receipt.differsHeading'));
      await eraseCase(bot(), record.caseId);
      await teams.press('add');
      expect(teams.card().text).toContain(translate('en', 'report.erasedHeading'));
      expect(parseCardCode(teams.card())).not.toBe(code);
      await teams.press('send');
      const anew = await readSavedCase(bot(), teams.card());
      expect((await decryptSavedReport(bot(), anew)).report.answers['what']).toBe(`Another account ${canary}`);
    });
  });
}
