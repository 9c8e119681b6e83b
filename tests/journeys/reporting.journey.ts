import { describe, expect, it } from '@jest/globals';
import { supportText } from '../../cards/support-contacts.ts';
import { translate } from '../../words/cards/translate.ts';
import { languages } from '../../core/model/language.ts';
import { type Answers, questions } from '../../core/model/questions.ts';
import { assertAbsent } from '../support/journeys/canary.ts';
import type { Journey } from './run-journeys.ts';
import {
  answerCard,
  readEveryPage,
  sendShortReport,
  sendFullReport,
  currentStep,
  goToStep,
} from '../support/journeys/reporter.ts';
import {
  parseCardCode,
  decryptSavedReport,
  parseCardReference,
  readSavedCase,
} from '../support/journeys/saved-case.ts';
import { newPerson } from '../support/journeys/teams-activities.ts';
import { contactsSchema } from '../../words/contacts.ts';
import { buttonName } from '../support/journeys/parsed-card.ts';
import { getOptionLabel } from '../support/journeys/card-labels.ts';

const { victims } = contactsSchema.parse({});
const short = ({ mode, what, risk, conflict }: Answers): Answers => ({ mode, what, risk, conflict });

/** Reporting by every branch, with Back, the other language and changes in the middle. */
export function reportingJourney({ bot, reporter }: Journey): void {
  describe('a report', () => {
    const answersIn = async (teams: Parameters<typeof answerCard>[0]) =>
      (await decryptSavedReport(bot(), await readSavedCase(bot(), teams.card()))).report.answers;

    it('is saved by the short path with what was answered and nothing else', async () => {
      const { teams, report } = await reporter();
      await sendShortReport({ teams }, short(report));
      expect(teams.card().text).toContain(translate('en', 'receipt.heading'));
      expect(await answersIn(teams)).toEqual(short(report));
      await teams.press('done');
      expect(teams.dialogIsOpen()).toBe(false);
      expect(teams.card().text).toContain(translate('en', 'welcome.everyone'));
    });

    it('is gone from every card that follows the receipt', async () => {
      const { teams, canary, report } = await reporter();
      await teams.press('report');
      await goToStep(teams, report, 'review');
      const before = teams.answers.length;
      await teams.press('send');
      const code = parseCardCode(teams.card());
      await teams.press('language');
      await teams.press('done');
      await teams.press('comeBack');
      teams.fill('code', code);
      await teams.press('next');
      await teams.press('language');
      await teams.press('done');
      const after = teams.answers.slice(before).join('\n');
      expect(after).toContain(code);
      assertAbsent('cards after the receipt', after, [canary, ...Object.values(teams.person).slice(0, 4)]);
    });

    it('holds every answer of every card where all detail is given', async () => {
      const { teams, report } = await reporter();
      await sendFullReport({ teams }, report);
      expect(await answersIn(teams)).toEqual(report);
      const { record } = await readSavedCase(bot(), teams.card());
      expect(record).toMatchObject({ kind: 'boundaries', flags: ['apsp'], urgency: 'standard', handledBy: 'acu' });
    });

    it('says 999 and the support for victims where they belong', async () => {
      const { teams, report } = await reporter();
      await sendFullReport({ teams }, { ...report, risk: 'yes' });
      expect(teams.card().text).toContain(translate('en', 'common.dangerHeading', { emergency: '999' }));
      expect(teams.card().text).toContain(supportText('en', bot().settings.contacts));
      expect((await readSavedCase(bot(), teams.card())).record.urgency).toBe('urgent');
    });

    it.each(['en', 'cy'] as const)(
      'shows support to whoever it was done to, also where they send now, in %s',
      async (language) => {
        const { teams, report } = await reporter();
        const support = supportText(language, bot().settings.contacts);
        await teams.press('report');
        if (language === 'cy') await teams.press('language');
        await goToStep(teams, report, 'code');
        await teams.press('detail');
        answerCard(teams, { ...report, kind: 'harassment', towards: 'me' });
        await teams.press('next');
        expect(teams.card().text).toContain(support);
        await teams.press('back');
        await teams.press('back');
        await teams.press('send');
        expect(teams.card().text).toContain(translate(language, 'receipt.heading'));
        expect(teams.card().text).toContain(support);
        expect(await answersIn(teams)).toMatchObject({ kind: 'harassment', towards: 'me' });
        expect((await readSavedCase(bot(), teams.card())).record.flags).toEqual(['harassmentOfColleague']);
      },
    );

    it('passes over the signs where the public is not concerned', async () => {
      const { teams, report } = await reporter();
      const { signs: _signs, vulnerability: _vulnerability, ...rest } = report;
      const bribery = { ...rest, kind: 'bribery', towards: 'colleague' };
      await teams.press('report');
      await goToStep(teams, bribery, 'about');
      answerCard(teams, bribery);
      await teams.press('next');
      expect(currentStep(teams.card())).toBe('knowledge');
      await goToStep(teams, bribery, 'review');
      await teams.press('send');
      expect(await answersIn(teams)).toEqual(bribery);
    });

    it.each(languages)(
      'asks in %s what they were told, apart from what they saw, where somebody told them',
      async (language) => {
        const { teams, report } = await reporter(newPerson(language === 'cy' ? 'cy-GB' : 'en-GB'));
        const told = { ...report, passedOn: 'no' };
        await teams.press('report');
        await teams.press('more');
        expect(teams.card().text).toContain(translate(language, 'report.accountTold'));
        await teams.press('back');
        await goToStep(teams, told, 'disclosure');
        const care = translate(language, 'report.disclosureCare', { victims: victims[language], phone: 'none' });
        expect(teams.card().text).toContain(care);
        expect(teams.card().text).toContain(translate(language, 'question.passedOnHint'));
        await goToStep(teams, told, 'review');
        await teams.press('send');
        expect(teams.card().text).toContain(translate(language, 'receipt.passOn'));
        expect(await answersIn(teams)).toEqual(told);
      },
    );

    it('leaves out what they were told where they say after all that they saw it', async () => {
      const { teams, report } = await reporter();
      await teams.press('report');
      await goToStep(teams, report, 'review');
      expect(teams.card().text).toContain(report.theirWords.trim());
      await teams.press('change:knowledge');
      teams.fill('known', 'saw');
      await teams.press('next');
      expect(currentStep(teams.card())).toBe('review');
      expect(teams.card().text).not.toContain(report.theirWords);
      await teams.press('send');
      const { theirWords: _words, observed: _seen, theyAgree: _agree, passedOn: _passed, ...rest } = report;
      expect(await answersIn(teams)).toEqual({ ...rest, known: 'saw' });
      expect(teams.card().text).not.toContain(translate('en', 'receipt.passOn'));
    });

    it('loses nothing by Back from each card', async () => {
      const { teams, report } = await reporter();
      await teams.press('report');
      for (const step of ['limits', 'code', 'about', 'signs', 'knowledge', 'disclosure']) {
        await goToStep(teams, report, step);
        answerCard(teams, report);
        const asked = teams.card().inputs.map(({ id }) => id);
        const typed = asked.map((id) => teams.filled(id));
        await teams.press('back');
        expect(currentStep(teams.card())).not.toBe(step);
        await teams.press(currentStep(teams.card()) === 'code' ? 'detail' : 'next');
        expect(currentStep(teams.card())).toBe(step);
        expect(teams.card().inputs.map(({ id }) => teams.filled(id))).toEqual(typed);
      }
      await teams.press('next');
      await teams.press('send');
      expect(await answersIn(teams)).toEqual(report);
    });

    it('loses nothing by a change of language on each card', async () => {
      const { teams, report } = await reporter();
      await teams.press('report');
      for (const step of ['account', 'limits', 'code', 'about', 'signs', 'knowledge', 'disclosure', 'review']) {
        await goToStep(teams, report, step);
        answerCard(teams, report);
        const { language } = teams.card();
        const typed = teams.card().inputs.map(({ id }) => teams.filled(id));
        await teams.press('language');
        expect(teams.card().language).not.toBe(language);
        expect(currentStep(teams.card())).toBe(step);
        if (step !== 'code') expect(teams.card().inputs.map(({ id }) => teams.filled(id))).toEqual(typed);
      }
      if (teams.card().language === 'en') await teams.press('language');
      await teams.press('send');
      expect(teams.card().language).toBe('cy');
      await teams.press('language');
      expect(teams.card().text).toContain(translate('en', 'receipt.heading'));
      const saved = await decryptSavedReport(bot(), await readSavedCase(bot(), teams.card()));
      expect(saved.report).toMatchObject({ answers: report, language: 'cy' });
    });

    it('takes one change from the review, which may open or close the card of the signs', async () => {
      const { teams, report } = await reporter();
      const change = async (step: string) => {
        await teams.press(`change:${step}`);
        expect(currentStep(teams.card())).toBe(step);
      };
      await teams.press('report');
      await goToStep(teams, report, 'review');
      await change('limits');
      teams.fill('mode', 'named');
      await teams.press('next');
      await change('about');
      teams.fill('kind', 'association');
      teams.fill('towards', 'colleague');
      await teams.press('next');
      expect(currentStep(teams.card())).toBe('review');
      expect(teams.card().text).not.toContain(getOptionLabel('en', 'signs', 'gifts'));
      await change('about');
      teams.fill('towards', 'both');
      await teams.press('next');
      expect(currentStep(teams.card())).toBe('signs');
      expect(teams.filled('signs')).toBe(report.signs);
      teams.fill('vulnerability', '');
      await teams.press('next');
      expect(currentStep(teams.card())).toBe('review');
      await change('knowledge');
      await teams.press('back');
      await teams.press('send');
      const { vulnerability: _, ...rest } = report;
      expect(await answersIn(teams)).toEqual({ ...rest, mode: 'named', kind: 'association', towards: 'both' });
    });

    it('is read page by page where it is long, and sent whole', async () => {
      const { teams, report, canary } = await reporter();
      const line = (index: number) => `${index} ${'very often '.repeat(20)}${canary}\n`;
      const what = Array.from({ length: 26 }, (_, index) => line(index))
        .join('')
        .trim();
      await teams.press('report');
      await goToStep(teams, { ...report, what }, 'review');
      expect(teams.card().buttons.map(buttonName)).not.toContain('send');
      const read = await readEveryPage(teams);
      for (const part of what.split('\n')) expect(read).toContain(part);
      await teams.press('back');
      expect(teams.card().buttons.map(buttonName)).not.toContain('send');
      await readEveryPage(teams);
      await teams.press('send');
      expect(await answersIn(teams)).toEqual({ ...report, what });
    });

    it('asks to shorten what cannot be carried, and keeps it on the card', async () => {
      const { teams, report, canary } = await reporter();
      const dense = `${canary} ${Buffer.from(crypto.getRandomValues(new Uint8Array(5_800))).toString('base64')}`;
      await teams.press('report');
      await goToStep(teams, report, 'account');
      answerCard(teams, { ...report, what: dense.slice(0, questions.what.max) });
      await teams.press('next');
      expect(currentStep(teams.card())).toBe('account');
      expect(teams.card().text).toContain(translate('en', 'problem.full'));
      expect(teams.filled('what')).toBe(dense.slice(0, questions.what.max));
      expect(teams.filled('conflict')).toBe('no');
      await goToStep(teams, { ...report, what: dense.slice(0, 3_000) }, 'code');
      await teams.press('send');
      expect(parseCardReference(teams.card())).toBeDefined();
    });
  });
}
