import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { flags, nationalCategories, recordedTowardsOptions } from '../../../core/model/classification.ts';
import { regimes } from '../../../core/model/case-terms.ts';
import {
  missingTriageFields,
  type TriageDraft,
  toTriageDraft,
  parseTriageDraft,
} from '../../../tab/case/triage-draft.ts';
import { operations } from '../../../contract/operations.ts';
import { createCaseView } from '../../support/tab/case-view.ts';

const orNothing = (...values: readonly string[]) => fc.constantFrom('', ...values);
const anyDraft: fc.Arbitrary<TriageDraft> = fc.record({
  category: orNothing(...nationalCategories),
  source: orNothing('1', '2', '3'),
  assessment: orNothing('A', 'B', 'C', 'D', 'E'),
  handling: orNothing('P', 'C'),
  action: orNothing('A1', 'A2', 'A3'),
  sanitisation: orNothing('S1', 'S2'),
  flags: fc.uniqueArray(fc.constantFrom(...flags)),
  regime: orNothing(...regimes),
  towards: orNothing(...recordedTowardsOptions),
});

describe('a triage that is being chosen', () => {
  it('can be sent exactly when nothing is missing, and then as the API takes it', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const triage = parseTriageDraft(draft);
        expect(triage === undefined).toBe(missingTriageFields(draft).length > 0);
        if (triage === undefined) return;
        const body = { caseId: createCaseView().record.caseId, revision: 0, request: '0'.repeat(32), ...triage };
        expect(operations['case.triage'].body.safeParse(body).success).toBe(true);
      }),
    );
  });

  it('asks for the conditional codes only under conditions, and leaves them out without', () => {
    const chosen = {
      ...toTriageDraft(createCaseView().record),
      category: 'other',
      source: '2',
      assessment: 'D',
      regime: 'general',
    };
    expect(missingTriageFields({ ...chosen, handling: 'P' })).toEqual([]);
    expect(missingTriageFields({ ...chosen, handling: 'C' })).toEqual(['action', 'sanitisation']);
    const left = parseTriageDraft({ ...chosen, handling: 'P', action: 'A1', sanitisation: 'S1' });
    expect(left?.grading).toEqual({ source: '2', assessment: 'D', handling: 'P' });
  });

  it('begins with the flags that the answers suggest and with nothing else chosen', () => {
    const draft = toTriageDraft(createCaseView({ flags: ['apsp'] }).record);
    expect(draft.flags).toEqual(['apsp']);
    expect(missingTriageFields(draft)).toEqual(['category', 'source', 'assessment', 'handling', 'regime']);
  });

  it.each([
    ['public', 'public'],
    ['colleague', 'colleague'],
    ['both', 'both'],
    ['me', 'colleague'],
    ['unsure', 'unsure'],
    [undefined, ''],
  ] as const)(
    'fills in towards whom from the answer %p, and never that it was done to whoever reported: %p',
    (answer, filled) => {
      expect(toTriageDraft(createCaseView().record, answer).towards).toBe(filled);
      expect(toTriageDraft(createCaseView({ towards: 'public' }).record, answer).towards).toBe('public');
    },
  );

  it('begins with the triage that stands', () => {
    const grading = { source: '1', assessment: 'B', handling: 'C', action: 'A2', sanitisation: 'S1' } as const;
    const standing = { nationalCategory: 'drugs', grading, flags: [], regime: 'general' } as const;
    expect(parseTriageDraft(toTriageDraft(createCaseView(standing).record))).toEqual({
      category: 'drugs',
      grading,
      flags: [],
      regime: 'general',
    });
  });
});
