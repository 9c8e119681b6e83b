import { describe, expect, it } from '@jest/globals';
import { toCaseChangeOutcome, changesSince } from '../../../tab/case/case-change-outcome.ts';
import { sealingRefusal } from '../../../tab/ui/change-outcome.ts';
import type { Refusal } from '../../../contract/operation-answers.ts';
import { createCaseView } from '../../support/tab/case-view.ts';

const shown = createCaseView();
const now = createCaseView({ caseId: shown.record.caseId }, [
  { kind: 'acknowledged' },
  { kind: 'viewed' },
  { kind: 'triaged' },
]);

describe('a form that was sent', () => {
  it('is saved with the case as it stands, also where an earlier try had been carried out', () => {
    for (const isNew of [true, false]) {
      const answer = { ok: true, value: { case: now, isNew } } as const;
      expect(toCaseChangeOutcome(answer, shown)).toEqual({ kind: 'saved', isNew, case: now });
    }
  });

  it('says what somebody else changed meanwhile, and leaves out that they looked', () => {
    const answer = { ok: false, refusal: { code: 'moved', case: now } } as const;
    const moved = toCaseChangeOutcome(answer, shown);
    expect(moved).toMatchObject({ kind: 'moved', case: now });
    expect(moved.kind === 'moved' && moved.changes.map(({ kind }) => kind)).toEqual(['acknowledged', 'triaged']);
    expect(changesSince(now, now)).toEqual([]);
  });

  it('is out where the case is gone for whoever sent it', () => {
    const answer = { ok: true, value: { out: true } } as const;
    expect(toCaseChangeOutcome(answer, shown)).toEqual({ kind: 'out' });
  });

  it('is neither saved nor gone where it was refused or could not be sealed', () => {
    const refusals: readonly Refusal[] = [
      { code: 'unavailable' },
      { code: 'unconfirmed' },
      { code: 'notAllowed', why: 'state' },
    ];
    for (const refusal of refusals) {
      const outcome = toCaseChangeOutcome({ ok: false, refusal }, shown);
      expect(outcome).toEqual({ kind: 'refused', refusal });
    }
    const why = 'ownKey';
    expect(toCaseChangeOutcome(sealingRefusal(why), shown)).toEqual({
      kind: 'refused',
      refusal: { code: 'notSealed', why },
    });
  });
});
