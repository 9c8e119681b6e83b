import { describe, expect, it } from '@jest/globals';
import { say } from '../../words/cards/translate.ts';
import type { Fault } from '../fakes/faults.ts';
import type { Journey } from './journeys.ts';
import { stepOf, walkTo } from '../support/journeys/reporter.ts';
import { codeOn, opened, referenceOn, savedCase } from '../support/journeys/saved-case.ts';

/** What people are told while Cosmos DB refuses, cuts or loses its answers. */
export function failingStore({ bot, reporter }: Journey): void {
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
      await walkTo(teams, report, 'code');
      const code = codeOn(teams.card());
      await walkTo(teams, report, 'review');
      fail(fault);
      try {
        await teams.press('send');
      } finally {
        mend();
      }
      expect(stepOf(teams.card())).toBe('review');
      expect(teams.card().text).toContain(say('en', 'problem.notSaved'));
      expect(referenceOn(teams.card())).toBeUndefined();
      await teams.press('send');
      const saved = await savedCase(bot(), teams.card());
      expect((await opened(bot(), saved)).report.answers).toEqual(report);
      expect(saved.events).toHaveLength(1);
      expect(codeOn(teams.card())).toBe(code);
    });

    it('a look-up and a draft are answered calmly', async () => {
      const { teams, report } = await reporter();
      await teams.press('report');
      await walkTo(teams, report, 'code');
      const code = codeOn(teams.card());
      teams.fill('then', 'later');
      fail({ kind: 'status', status: 403 });
      try {
        await teams.press('next');
        expect(stepOf(teams.card())).toBe('code');
        expect(teams.card().text).toContain(say('en', 'problem.notSaved'));
      } finally {
        mend();
      }
      teams.fill('then', 'later');
      await teams.press('next');
      await teams.press('done');
      await teams.press('comeBack');
      teams.fill('code', code);
      fail({ kind: 'status', status: 403 });
      try {
        await teams.press('next');
        expect(teams.card().text).toContain(say('en', 'notice.unavailable'));
        expect(teams.filled('code')).toBe(code);
      } finally {
        mend();
      }
      await teams.press('next');
      expect(teams.card().text).toContain(say('en', 'comeBack.draftHeading'));
    });
  });
}
