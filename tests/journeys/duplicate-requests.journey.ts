import { describe, expect, it } from '@jest/globals';
import { translate } from '../../words/cards/translate.ts';
import { formatCaseId } from '../../core/model/case-id.ts';
import { waitFor } from '../support/journeys/wait-for.ts';
import { countAlerts, type Journey } from './run-journeys.ts';
import { type Reporter, sendFullReport, currentStep, goToStep } from '../support/journeys/reporter.ts';
import { parseCardCode, decryptSavedReport, readSavedCase } from '../support/journeys/saved-case.ts';

/** The same thing done twice, and older cards that are used again. */
export function duplicateRequestsJourney({ bot, reporter }: Journey): void {
  async function atReview(): Promise<Reporter> {
    const it = await reporter();
    await it.teams.press('report');
    await goToStep(it.teams, it.report, 'review');
    return it;
  }

  describe('what is sent twice', () => {
    it('is one case with one alert and the same receipt: double click, redelivery, a second window', async () => {
      const { teams, report } = await atReview();
      const review = teams.keep();
      const receipts = (await Promise.all([teams.press('send'), teams.press('send')])).map(({ text }) => text);
      for (const id of ['sameId', 'newId'] as const) receipts.push((await teams.redeliver(id)).text);
      teams.holdUp(review);
      receipts.push((await teams.press('send')).text);
      bot().clock.forward(3_600_000);
      teams.holdUp(review);
      receipts.push((await teams.press('send')).text);
      expect(new Set(receipts).size).toBe(1);

      const saved = await readSavedCase(bot(), teams.card());
      expect(saved.events.map(({ kind }) => kind)).toEqual(['received']);
      expect((await decryptSavedReport(bot(), saved)).report.answers).toEqual(report);
      const reference = formatCaseId(saved.record.caseId);
      bot().postDueAlerts();
      expect(countAlerts(bot(), reference)).toBe(1);
    });

    it('stands after a restart, which older cards outlive', async () => {
      const { teams } = await atReview();
      const review = teams.keep();
      const receipt = (await teams.press('send')).text;
      await bot().restart();
      teams.holdUp(review);
      expect((await teams.press('send')).text).toBe(receipt);
    });
  });

  describe('an older card that is changed and sent again', () => {
    async function sentAgain(): Promise<Reporter> {
      const it = await atReview();
      const review = it.teams.keep();
      await it.teams.press('send');
      it.teams.holdUp(review);
      await it.teams.press('change:account');
      it.teams.fill('what', `It was on Sundays. ${it.canary} changed`);
      await it.teams.press('next');
      expect(currentStep(it.teams.card())).toBe('review');
      await it.teams.press('send');
      expect(it.teams.card().text).toContain(translate('en', 'receipt.differsHeading'));
      return it;
    }

    it('is added to the first version where its writer wants it so, once', async () => {
      const { teams, canary, report } = await sentAgain();
      const differs = teams.keep();
      await Promise.all([teams.press('add'), teams.press('add')]);
      await teams.redeliver('newId');
      teams.holdUp(differs);
      await teams.press('add');
      expect(teams.card().text).toContain(translate('en', 'receipt.added'));
      const now = await decryptSavedReport(bot(), await readSavedCase(bot(), teams.card()));
      expect(now.report.answers).toEqual(report);
      expect(now.followUps).toHaveLength(1);
      expect(now.followUps[0]?.text).toContain(`It was on Sundays. ${canary} changed`);
      expect(now.unverifiedCount).toBe(0);
    });

    it('makes the case urgent where somebody is now at risk, and alerts of it anew', async () => {
      const { teams } = await atReview();
      const review = teams.keep();
      await teams.press('send');
      const { record } = await readSavedCase(bot(), teams.card());
      expect(record.urgency).toBe('standard');
      teams.holdUp(review);
      await teams.press('change:account');
      teams.fill('risk', 'yes');
      await teams.press('next');
      await teams.press('send');
      await teams.press('add');
      expect(teams.card().text).toContain(translate('en', 'receipt.urgent'));
      expect((await readSavedCase(bot(), teams.card())).record.urgency).toBe('urgent');
      const reference = formatCaseId(record.caseId);
      await waitFor('an urgent alert', () =>
        bot().connector.posts.find(({ activity }) => {
          const text = JSON.stringify(activity);
          return text.includes(reference) && text.includes(translate('en', 'alert.followUpUrgent'));
        }),
      );
    });

    it('is never added to a case of the unit where it may concern the unit', async () => {
      const { teams, report, canary } = await atReview();
      const review = teams.keep();
      await teams.press('send');
      const first = await readSavedCase(bot(), teams.card());
      const code = parseCardCode(teams.card());
      teams.holdUp(review);
      await teams.press('change:account');
      teams.fill('what', `It is somebody of the unit. ${canary} changed`);
      teams.fill('conflict', 'yes');
      await teams.press('next');
      await teams.press('send');
      expect(currentStep(teams.card())).toBe('code');
      expect(teams.card().text).toContain(translate('en', 'report.apart'));
      expect(parseCardCode(teams.card())).not.toBe(code);
      await teams.press('send');
      const second = await readSavedCase(bot(), teams.card());
      expect(second.record).toMatchObject({ handledBy: 'reserve' });
      expect((await decryptSavedReport(bot(), second)).report.answers.what).toContain('somebody of the unit');
      const stands = await decryptSavedReport(bot(), {
        record: first.record,
        events: await bot().store().history.readAll(first.record.caseId),
      });
      expect(stands).toMatchObject({ report: { answers: report }, followUps: [] });
    });

    it('is left out where they leave it, and the receipt says which version stands', async () => {
      const { teams, report } = await sentAgain();
      await teams.press('language');
      expect(teams.card().text).toContain(translate('cy', 'receipt.differsHeading'));
      await teams.press('leave');
      expect(teams.card().text).toContain(translate('cy', 'receipt.firstHeading'));
      const now = await decryptSavedReport(bot(), await readSavedCase(bot(), teams.card()));
      expect(now.report.answers).toEqual(report);
      expect(now.followUps).toEqual([]);
    });
  });

  describe('a card from before the end of the shift', () => {
    it('comes back as the review with everything on it, to be sent again', async () => {
      const { teams, report, canary } = await reporter();
      await teams.press('report');
      await goToStep(teams, report, 'about');
      teams.fill('who', `Somebody else ${canary} late`);
      bot().clock.forward(13 * 3_600_000);
      await teams.press('next');
      expect(currentStep(teams.card())).toBe('review');
      expect(teams.card().text).toContain(translate('en', 'report.expiredHeading'));
      await teams.press('send');
      const { mode, what, risk, conflict } = report;
      const answers = { mode, what, risk, conflict, who: `Somebody else ${canary} late` };
      expect((await decryptSavedReport(bot(), await readSavedCase(bot(), teams.card()))).report.answers).toEqual(
        answers,
      );
      expect(parseCardCode(teams.card())).toBeDefined();
    });

    it('leads on, though its key is gone after some days', async () => {
      const { teams, report } = await reporter();
      await teams.press('report');
      await goToStep(teams, report, 'account');
      bot().clock.forward(3 * 86_400_000);
      await teams.press('next');
      expect(teams.card().text).toContain(translate('en', 'notice.foreign'));
      await teams.press('report');
      expect(currentStep(teams.card())).toBe('account');
    });
  });

  describe('two people at once', () => {
    it('get a case each', async () => {
      const people = await Promise.all(Array.from({ length: 5 }, () => reporter()));
      await Promise.all(people.map((one) => sendFullReport(one, one.report)));
      const references = await Promise.all(people.map(async ({ teams }) => readSavedCase(bot(), teams.card())));
      expect(new Set(references.map(({ record }) => record.caseId)).size).toBe(people.length);
    });
  });
}
