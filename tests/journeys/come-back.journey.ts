import { describe, expect, it } from '@jest/globals';
import { translate } from '../../words/cards/translate.ts';
import { generateReturnCode, formatReturnCode } from '../../core/model/return-code.ts';
import { formatCaseId } from '../../core/model/case-id.ts';
import { languages } from '../../core/model/language.ts';
import { waitFor } from '../support/journeys/wait-for.ts';
import { countAlerts, type Journey } from './run-journeys.ts';
import { answerCard, sendShortReport, sendFullReport, currentStep, goToStep } from '../support/journeys/reporter.ts';
import { wordsOfCode } from '../support/journeys/code-forms.ts';
import { parseCardCode, decryptSavedReport, decryptReportFor, readSavedCase } from '../support/journeys/saved-case.ts';
import { channels } from '../support/journeys/bot-settings.ts';
import { newPerson } from '../support/journeys/teams-activities.ts';
import type { TeamsClient } from '../support/journeys/teams-client.ts';

const dayMs = 86_400_000;

/** From the welcome to what stands under a code. */
async function comeBack(teams: TeamsClient, code: string): Promise<void> {
  await teams.press('comeBack');
  teams.fill('code', code);
  await teams.press('next');
}

/** Finishing later, coming back with the code and adding to a report. */
export function comeBackJourney({ bot, reporter }: Journey): void {
  describe('somebody who comes back', () => {
    it('takes up a report that was to be finished later where it stood, with every answer', async () => {
      const { teams, report } = await reporter();
      await teams.press('report');
      await goToStep(teams, report, 'review');
      await teams.press('later');
      expect(teams.card().text).toContain(translate('en', 'receipt.keptHeading'));
      const code = parseCardCode(teams.card());
      await teams.press('done');
      await comeBack(teams, code.toLowerCase().replaceAll('-', ' '));
      expect(teams.card().text).toContain(translate('en', 'comeBack.draftHeading'));
      await teams.press('language');
      await teams.press('resume');
      expect(currentStep(teams.card())).toBe('review');
      expect(teams.card().language).toBe('cy');
      await teams.press('send');
      expect((await decryptSavedReport(bot(), await readSavedCase(bot(), teams.card()))).report.answers).toEqual(
        report,
      );
      expect(parseCardCode(teams.card())).toBe(code);
      await teams.press('done');
      await comeBack(teams, code);
      expect(teams.card().inputs.map(({ id }) => id)).toEqual(['addition', 'marks']);
    });

    it('may finish later from the code already, within seven days', async () => {
      const { teams, report } = await reporter();
      await teams.press('report');
      await goToStep(teams, report, 'code');
      const code = parseCardCode(teams.card());
      await teams.press('later');
      await teams.press('done');
      bot().clock.forward(7 * dayMs - 3_600_000);
      await comeBack(teams, code);
      await teams.press('resume');
      expect(currentStep(teams.card())).toBe('code');
      await teams.press('back');
      await teams.press('back');
      expect(teams.filled('what')).toBe(report.what);
      await goToStep(teams, report, 'code');
      await teams.press('later');
      await teams.press('done');
      bot().clock.forward(8 * dayMs);
      await comeBack(teams, code);
      expect(teams.card().text).toContain(translate('en', 'problem.notFound'));
    });

    it('finds nothing any more where they discarded what was kept', async () => {
      const { teams, report } = await reporter();
      await teams.press('report');
      await goToStep(teams, report, 'code');
      const code = parseCardCode(teams.card());
      await teams.press('later');
      await teams.press('done');
      await comeBack(teams, code);
      await teams.press('discard');
      await teams.press('delete');
      expect(teams.card().text).toContain(translate('en', 'comeBack.discardedHeading'));
      await teams.press('done');
      await comeBack(teams, code);
      expect(teams.card().text).toContain(translate('en', 'problem.notFound'));
      expect(teams.filled('code')).toBe(code);
    });

    it('is told what is wrong with a code, and where nothing is saved', async () => {
      const { teams } = await reporter();
      const made = formatReturnCode(generateReturnCode((bytes) => crypto.getRandomValues(new Uint8Array(bytes))));
      await comeBack(teams, made);
      expect(teams.card().text).toContain(translate('en', 'problem.notFound'));
      teams.fill('code', `${made.slice(0, -1)}${made.endsWith('7') ? '8' : '7'}`);
      await teams.press('next');
      expect(teams.card().text).toContain(translate('en', 'problem.codeSlip'));
      teams.fill('code', made.slice(5));
      await teams.press('next');
      expect(teams.card().text).toContain(translate('en', 'problem.oddCode'));
      teams.fill('code', '');
      await teams.press('next');
      expect(teams.card().text).toContain(translate('en', 'problem.heading'));
    });

    it.each(languages)('may come back with eleven words in %s, whichever language they read', async (language) => {
      const { teams, report } = await reporter();
      await sendShortReport({ teams }, report);
      const code = parseCardCode(teams.card());
      const { caseId } = (await readSavedCase(bot(), teams.card())).record;
      await teams.press('language');
      expect(teams.card().text).toContain(wordsOfCode(code, 'cy'));
      await teams.press('language');
      expect(teams.card().text).toContain(wordsOfCode(code, 'en'));
      await teams.press('done');
      const words = wordsOfCode(code, language).split(' ');
      const numbered = words.map((word, at) => `${at + 1}. ${word.toUpperCase()}`).join('\n');
      await comeBack(teams, numbered);
      expect(teams.card().text).toContain(formatCaseId(caseId));
      await teams.press('done');
      // A letter that is missing in the longest word.
      const longest = words.toSorted((one, other) => other.length - one.length)[0] ?? '';
      const slipped = words.map((word) => (word === longest ? `${word.slice(0, 2)}${word.slice(3)}` : word));
      await comeBack(teams, slipped.join(' '));
      expect(teams.card().text).toContain(formatCaseId(caseId));
    });

    it('is told which of the words is not known, how many there are, or that one is wrong', async () => {
      const { teams } = await reporter();
      const bytes = Uint8Array.from({ length: 15 }, (_, at) => at * 37);
      const words = wordsOfCode(
        generateReturnCode(() => bytes),
        'en',
      ).split(' ');
      await comeBack(teams, words.join(' '));
      expect(teams.card().text).toContain(translate('en', 'problem.notFound'));
      expect(teams.filled('code')).toBe(words.join(' '));
      const unknown = words.with(3, 'xqzxqzx').join(' ');
      for (const [typed, problem] of [
        [unknown, translate('en', 'problem.codeUnknownWord', { place: 4 })],
        [words.slice(1).join(' '), translate('en', 'problem.codeWordCount', { count: 10 })],
        [
          words
            .with(0, words[1] ?? '')
            .with(1, words[0] ?? '')
            .join(' '),
          translate('en', 'problem.codeWordSlip'),
        ],
      ] as const) {
        teams.fill('code', typed);
        await teams.press('next');
        expect(teams.card().text).toContain(problem);
        expect(teams.filled('code')).toBe(typed);
      }
      await teams.press('language');
      expect(teams.card().language).toBe('cy');
    });

    it('sees where it stands, though from another account, and adds once however often it is sent', async () => {
      const { teams, report } = await reporter();
      await sendShortReport({ teams }, report);
      const saved = await readSavedCase(bot(), teams.card());
      const code = parseCardCode(teams.card());

      const other = await reporter();
      await comeBack(other.teams, code);
      expect(other.teams.card().text).toContain(formatCaseId(saved.record.caseId));
      expect(other.teams.card().text).toContain(translate('en', 'comeBack.statusReceived'));
      const words = `It happened again on Friday. ${other.canary} addition`;
      other.teams.fill('addition', words);
      const typed = other.teams.keep();
      await Promise.all([other.teams.press('add'), other.teams.press('add')]);
      expect(other.teams.card().text).toContain(translate('en', 'comeBack.addedHeading'));
      for (const id of ['sameId', 'newId'] as const) {
        await other.teams.redeliver(id);
        expect(other.teams.card().text).toContain(translate('en', 'comeBack.addedHeading'));
      }
      other.teams.holdUp(typed);
      await other.teams.press('add');
      await other.teams.press('another');
      expect(other.teams.card().text).toContain(translate('en', 'comeBack.followUps', { count: 1 }));
      other.teams.fill('addition', `And on Monday. ${other.canary} addition`);
      await other.teams.press('add');

      const now = await decryptSavedReport(bot(), await readSavedCase(bot(), teams.card()));
      expect(now.followUps.map(({ text }) => text)).toEqual([words, `And on Monday. ${other.canary} addition`]);
      expect(now.unverifiedCount).toBe(0);
      expect(now.report.answers.what).toBe(report.what);
    });

    it.each(languages)('may say that somebody is at risk now: an urgent alert follows, in %s', async (language) => {
      const { teams, report, canary } = await reporter(newPerson(language === 'cy' ? 'cy-GB' : 'en-GB'));
      await sendShortReport({ teams }, report);
      const { record } = await readSavedCase(bot(), teams.card());
      const reference = formatCaseId(record.caseId);
      await waitFor('the first alert', () => countAlerts(bot(), reference, channels.acu) || undefined);
      const code = parseCardCode(teams.card());
      await teams.press('done');
      await comeBack(teams, code);
      teams.fill('marks', 'risk');
      teams.fill('addition', `He is on his way there. ${canary}`);
      const typed = teams.keep();
      await teams.press('language');
      expect([teams.filled('marks'), teams.filled('addition')]).toEqual(['risk', typed.filled.get('addition')]);
      await teams.press('language');
      await Promise.all([teams.press('add'), teams.press('add')]);
      expect(teams.card().text).toContain(translate(language, 'common.dangerHeading', { emergency: '999' }));
      expect(teams.card().text).toContain(translate(language, 'receipt.urgent'));
      await teams.redeliver('newId');
      teams.holdUp(typed);
      await teams.press('add');
      const urgent = languages.map((each) => translate(each, 'alert.followUpUrgent'));
      await waitFor('the urgent alert', () =>
        bot().connector.posts.find(
          ({ activity, conversationId }) =>
            conversationId.startsWith(channels.acu) &&
            JSON.stringify(activity).includes(reference) &&
            urgent.some((words) => JSON.stringify(activity).includes(words)),
        ),
      );
      const { report: first, followUps } = await decryptSavedReport(
        bot(),
        await readSavedCase(bot(), { text: reference }),
      );
      expect(first.answers.risk).toBe('no');
      expect(followUps.map(({ text }) => text)).toEqual([
        `${translate(language, 'comeBack.markRisk')}.\n\nHe is on his way there. ${canary}`,
      ]);
    });

    it.each(languages)(
      'may say that it concerns the unit, of which the unit learns nothing, in %s',
      async (language) => {
        const { teams, report, canary } = await reporter(newPerson(language === 'cy' ? 'cy-GB' : 'en-GB'));
        await sendShortReport({ teams }, report);
        const before = await readSavedCase(bot(), teams.card());
        const reference = formatCaseId(before.record.caseId);
        await waitFor('the first alert', () => countAlerts(bot(), reference, channels.acu) || undefined);
        const alerts = () =>
          bot().connector.posts.filter(({ conversationId }) => conversationId.startsWith(channels.acu));
        const heard = alerts().length;
        const code = parseCardCode(teams.card());
        await teams.press('done');
        await comeBack(teams, code);
        teams.fill('marks', 'risk,unit');
        teams.fill('addition', `It is their own sergeant. ${canary}`);
        const typed = teams.keep();
        await Promise.all([teams.press('add'), teams.press('add')]);
        await teams.redeliver('newId');
        expect(teams.card().text).toContain(translate(language, 'comeBack.apartHeading'));
        const own = parseCardCode(teams.card());
        const apart = await readSavedCase(bot(), teams.card());
        expect(apart.record).toMatchObject({ handledBy: 'reserve', urgency: 'urgent', mode: 'notKept', language });
        teams.holdUp(typed);
        await teams.press('add');
        expect(parseCardCode(teams.card())).toBe(own);

        const what = `${translate(language, 'comeBack.apartText', { reference })}\n\nIt is their own sergeant. ${canary}`;
        expect((await decryptReportFor(bot(), 'reserve', apart)).report.answers).toMatchObject({ what, risk: 'yes' });
        await expect(decryptReportFor(bot(), 'acu', apart)).rejects.toThrow();
        const its = formatCaseId(apart.record.caseId);
        await waitFor('the alert of the reserve', () => countAlerts(bot(), its, channels.reserve) || undefined);
        // Nothing has moved, and nothing of it is to be seen where the unit looks.
        expect(await readSavedCase(bot(), { text: reference })).toEqual(before);
        expect(alerts()).toHaveLength(heard);
        await teams.press('done');
        await comeBack(teams, own);
        expect(teams.card().text).toContain(translate(language, 'comeBack.statusReceived'));
      },
    );

    it('keeps what they typed where it is too long, in the other language and where it cannot be carried', async () => {
      const { teams, report, canary } = await reporter();
      await sendFullReport({ teams }, report);
      const code = parseCardCode(teams.card());
      await teams.press('done');
      await comeBack(teams, code);
      await teams.press('add');
      expect(teams.card().text).toContain(
        translate('en', 'problem.missing', { label: translate('en', 'comeBack.followUp') }),
      );
      const dense = `${canary} ${Buffer.from(crypto.getRandomValues(new Uint8Array(5_900))).toString('base64')}`;
      const text = dense.slice(0, 7_900);
      teams.fill('addition', text);
      await teams.press('language');
      expect(teams.filled('addition')).toBe(text);
      expect(teams.card().language).toBe('cy');
      await teams.pressWith('add', { addition: `${text} ${'x'.repeat(200)}` });
      expect(teams.card().text).toContain(translate('cy', 'problem.heading'));
      expect(teams.filled('addition')).toContain(text);
      teams.fill('addition', text);
      await teams.press('add');
      const { followUps } = await decryptSavedReport(bot(), await readSavedCase(bot(), await sameCase(teams, code)));
      expect(followUps.map((message) => message.text)).toEqual([text]);
    });
  });

  /** The card that shows a case under its code. */
  async function sameCase(teams: TeamsClient, code: string): Promise<ReturnType<TeamsClient['card']>> {
    await teams.press('done');
    await comeBack(teams, code);
    return teams.card();
  }

  describe('a draft', () => {
    it('raises no alert and leaves no case', async () => {
      const { teams, report } = await reporter();
      await teams.press('report');
      await goToStep(teams, report, 'about');
      answerCard(teams, report);
      await teams.press('back');
      const code = parseCardCode(teams.card());
      await teams.press('later');
      expect(countAlerts(bot(), code)).toBe(0);
      await expect(readSavedCase(bot(), teams.card())).rejects.toThrow();
    });
  });
}
