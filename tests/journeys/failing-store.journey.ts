import { describe, expect, it } from '@jest/globals';
import { translate } from '../../words/cards/translate.ts';
import type { Fault } from '../fakes/faults.ts';
import type { Journey } from './run-journeys.ts';
import { currentStep, goToStep } from '../support/journeys/reporter.ts';
import {
  parseCardCode,
  decryptSavedReport,
  parseCardReference,
  readSavedCase,
} from '../support/journeys/saved-case.ts';

/** What people are told while Cosmos DB refuses, cuts or loses its answers. */
export function failingStoreJourney({ bot, reporter }: Journey): void {
  const fail = (fault: Fault): void => bot().cosmos?.faults.next({ ...fault, times: Infinity });
  const mend = (): void => bot().cosmos?.faults.clear();

  describe('while the database fails', () => {
    it.each([
      ['is refused', { kind: 'status', status: 403 }],
      ['is cut off', { kind: 'reset' }],
      ['gets no answer for what was done', { kind: 'commit-then-reset' }],
    ] as const)('a report that %s is not called saved, is kept, and is saved once later', async (_name, fault) => {
      const { teams, report } = await reporter();
      await teams.press('report');
      await goToStep(teams, report, 'code');
      const code = parseCardCode(teams.card());
      await goToStep(teams, report, 'review');
      fail(fault);
      try {
        await teams.press('send');
      } finally {
        mend();
      }
      expect(currentStep(teams.card())).toBe('review');
      expect(teams.card().text).toContain(translate('en', 'problem.notSaved'));
      expect(parseCardReference(teams.card())).toBeUndefined();
      await teams.press('send');
      const saved = await readSavedCase(bot(), teams.card());
      expect((await decryptSavedReport(bot(), saved)).report.answers).toEqual(report);
      expect(saved.events).toHaveLength(1);
      expect(parseCardCode(teams.card())).toBe(code);
    });

    it('a look-up and a draft are answered calmly', async () => {
      const { teams, report } = await reporter();
      await teams.press('report');
      await goToStep(teams, report, 'code');
      const code = parseCardCode(teams.card());
      fail({ kind: 'status', status: 403 });
      try {
        await teams.press('later');
        expect(currentStep(teams.card())).toBe('code');
        expect(teams.card().text).toContain(translate('en', 'problem.notSaved'));
      } finally {
        mend();
      }
      await teams.press('later');
      await teams.press('done');
      await teams.press('comeBack');
      teams.fill('code', code);
      fail({ kind: 'status', status: 403 });
      try {
        await teams.press('next');
        expect(teams.card().text).toContain(translate('en', 'notice.unavailable'));
        expect(teams.filled('code')).toBe(code);
      } finally {
        mend();
      }
      await teams.press('next');
      expect(teams.card().text).toContain(translate('en', 'comeBack.draftHeading'));
    });
  });
}
