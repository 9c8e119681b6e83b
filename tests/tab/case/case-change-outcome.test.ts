import { describe, expect, it } from '@jest/globals';
import { sealingRefusal } from '../../../tab/ui/change-outcome.ts';
import { toCaseChangeOutcome as outcomeOf, changesSince } from '../../../tab/case/case-change-outcome.ts';
import { changedFieldSentences } from '../../../tab/case/changed-fields.ts';
import type { Refusal } from '../../../contract/operation-answers.ts';
import { createCaseView } from '../../support/tab/case-view.ts';
import { createTab } from '../../support/tab/create-tab.ts';

const shown = createCaseView();
const now = createCaseView({ caseId: shown.record.caseId }, [
  { kind: 'acknowledged' },
  { kind: 'viewed' },
  { kind: 'triaged' },
]);

const toCaseChangeOutcome = (sent: Parameters<typeof outcomeOf>[0], before: typeof shown) =>
  outcomeOf(sent, before, (one, other) => changedFieldSentences(createTab('en'), one, other));

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

  it.each([
    [
      'en',
      [
        'Urgency: it was “Standard”, and is now “Urgent”.',
        'National category: it was “nothing recorded”, and is now “Sexual misconduct”.',
      ],
    ],
    [
      'cy',
      [
        'Lefel brys: “Safonol” gynt, “Brys” nawr.',
        'Categori cenedlaethol: “dim wedi’i gofnodi” gynt, “Camymddwyn rhywiol” nawr.',
      ],
    ],
  ] as const)('names each field that moved, with what it was and is: %s', (language, sentences) => {
    const after = createCaseView({
      caseId: shown.record.caseId,
      urgency: 'urgent',
      nationalCategory: 'sexualMisconduct',
    });
    expect(changedFieldSentences(createTab(language), shown, after)).toEqual(sentences);
    expect(changedFieldSentences(createTab(language), after, after)).toEqual([]);
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
