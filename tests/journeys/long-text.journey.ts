import { describe, expect, it } from '@jest/globals';
import { languages, type Language } from '../../core/model/language.ts';
import { questionWordKeys } from '../../words/cards/question-word-keys.ts';
import { translate } from '../../words/cards/translate.ts';
import type { CardClient } from '../support/journeys/page-client.ts';
import {
  answerCard,
  readEveryPage,
  type Reporter,
  sendShortReport,
  currentStep,
  goToStep,
} from '../support/journeys/reporter.ts';
import type { RunningBot } from '../support/journeys/running-bot.ts';
import { parseCardCode, decryptSavedReport, readSavedCase } from '../support/journeys/saved-case.ts';
import { buttonName } from '../support/journeys/parsed-card.ts';

/** Somebody at a door, with the report they have in mind. */
export interface EntryPointClient extends Pick<Reporter, 'report' | 'canary'> {
  readonly hand: CardClient;
}

/** Lines of made-up words, each with a mark, as long as asked for. */
const marked = (canary: string, length: number): string =>
  Array.from({ length: Math.ceil(length / 40) }, (_, line) => `${line} ${canary} was there at night\n`)
    .join('')
    .slice(0, length - 1)
    .padEnd(length, '.');
const labelled = (language: Language, id: 'what' | 'who'): string => translate(language, questionWordKeys[id].label);

/** What was typed at a door and would have been lost: too long, left by Done, deleted by one tap. */
export function longTextJourney(
  bot: () => RunningBot,
  atDoor: (language: Language) => Promise<EntryPointClient>,
): void {
  describe.each(languages)('what somebody typed, in %s', (language) => {
    const inWords = (key: Parameters<typeof translate>[1], values?: Parameters<typeof translate>[2]) =>
      translate(language, key, values);

    async function underCode({ hand, report }: EntryPointClient): Promise<string> {
      await sendShortReport({ teams: hand }, report);
      const code = parseCardCode(hand.card());
      await hand.press('done');
      await hand.press('comeBack');
      hand.fill('code', code);
      await hand.press('next');
      return code;
    }

    it('is kept whole where it is too long, and is sent once it is shorter, the rest as a follow-up', async () => {
      const { hand, report, canary } = await atDoor(language);
      const pasted = marked(canary, 8_433);
      await hand.press('report');
      await goToStep(hand, report, 'account');
      answerCard(hand, { ...report, what: pasted });
      await hand.press('next');
      expect(hand.card().language).toBe(language);
      expect(hand.card().text).toContain(inWords('problem.long', { label: labelled(language, 'what'), by: 433 }));
      expect(hand.filled('what')).toBe(pasted);
      hand.fill('what', pasted.slice(0, 8_000));
      await goToStep(hand, { ...report, what: pasted.slice(0, 8_000) }, 'about');
      const who = marked(canary, 2_000);
      hand.fill('who', who);
      await hand.press('next');
      expect(hand.card().text).toContain(inWords('problem.long', { label: labelled(language, 'who'), by: 1_600 }));
      expect(hand.filled('who')).toBe(who);
      hand.fill('who', who.slice(0, 400));
      await hand.press('back');
      const code = parseCardCode(hand.card());
      await hand.press('send');
      const receipt = hand.card();
      await hand.press('done');
      await hand.press('comeBack');
      hand.fill('code', code);
      await hand.press('next');
      const rest = `${pasted.slice(8_000)}${who.slice(400)}`;
      hand.fill('addition', rest);
      await hand.press('add');
      expect(hand.card().text).toContain(inWords('comeBack.addedHeading'));
      const { report: sent, followUps } = await decryptSavedReport(bot(), await readSavedCase(bot(), receipt));
      expect(`${sent.answers.what}${followUps[0]?.text}`).toContain(pasted);
      expect(`${sent.answers.who}${followUps[0]?.text.slice(433)}`).toBe(who);
    });

    it('is all shown before it is sent where it is long, and changed by one press', async () => {
      const { hand, report, canary } = await atDoor(language);
      const what = marked(canary, 7_900);
      const movesNow = () => hand.card().buttons.map(buttonName);
      await hand.press('report');
      await goToStep(hand, { ...report, what }, 'review');
      expect([movesNow().includes('send'), movesNow().includes('later')]).toEqual([false, true]);
      const read = await readEveryPage(hand);
      for (const line of what.split('\n')) expect(read).toContain(line);
      for (const words of [report.who, report.evidence, report.whoElse]) expect(read).toContain(words);
      await hand.press('back');
      expect(movesNow()).not.toContain('send');
      await readEveryPage(hand);
      await hand.press('change:knowledge');
      hand.fill('evidence', `In the diary. ${canary}`);
      await hand.press('next');
      // From the beginning again: what was changed is read with the rest.
      expect([currentStep(hand.card()), movesNow().includes('send')]).toEqual(['review', false]);
      expect(await readEveryPage(hand)).toContain(`In the diary. ${canary}`);
      await hand.press('send');
      const { answers } = (await decryptSavedReport(bot(), await readSavedCase(bot(), hand.card()))).report;
      expect(answers).toEqual({ ...report, what, evidence: `In the diary. ${canary}` });
    });

    it('is asked about where it is not sent: it is sent, or written on, or left', async () => {
      const somebody = await atDoor(language);
      const { hand, canary } = somebody;
      await underCode(somebody);
      const words = `And on Friday. ${canary} typed`;
      hand.fill('addition', words);
      await hand.press('done');
      expect(hand.card().text).toContain(inWords('comeBack.unsentHeading'));
      expect([hand.card().language, hand.filled('addition')]).toEqual([language, words]);
      await hand.press('write');
      expect(hand.card().text).toContain(inWords('comeBack.standsHeading'));
      hand.fill('addition', `${hand.filled('addition')} More.`);
      await hand.press('done');
      await hand.press('language');
      await hand.press('language');
      await hand.press('add');
      expect(hand.card().text).toContain(inWords('comeBack.addedHeading'));
      await hand.press('another');
      expect(hand.card().text).toContain(inWords('comeBack.followUps', { count: 1 }));
      hand.fill('addition', words);
      await hand.press('done');
      await hand.press('leave');
    });

    it('is not deleted by one tap where it is a draft', async () => {
      const { hand, report } = await atDoor(language);
      await hand.press('report');
      await goToStep(hand, report, 'code');
      const code = parseCardCode(hand.card());
      const back = async (then: string): Promise<void> => {
        await hand.press(then);
        await hand.press('comeBack');
        hand.fill('code', code);
        await hand.press('next');
      };
      await hand.press('later');
      await back('done');
      await hand.press('discard');
      expect(hand.card().text).toContain(inWords('comeBack.askDiscardHeading'));
      await hand.press('keep');
      await hand.press('resume');
      expect(currentStep(hand.card())).toBe('code');
      await hand.press('later');
      await back('done');
      await hand.press('discard');
      await hand.press('delete');
      expect(hand.card().text).toContain(inWords('comeBack.discardedHeading'));
      await back('done');
      expect(hand.card().text).toContain(inWords('problem.notFound'));
    });
  });
}
