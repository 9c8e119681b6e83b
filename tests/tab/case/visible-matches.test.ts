import { describe, expect, it } from '@jest/globals';
import type { MatchStrength } from '../../../core/casework/subject-matching.ts';
import { visibleMatches } from '../../../tab/case/visible-matches.ts';
import { newCaseId } from '../../support/contracts/records.ts';
import { createSubject } from '../../support/subjects/subject-cards.ts';

const grading = { source: '2', assessment: 'C', handling: 'P' } as const;
const found = (strength: MatchStrength, caseId = newCaseId()) => ({
  caseId,
  one: {
    caseId,
    match: { caseId, strength, grounds: [], subjectPosition: 0, otherPosition: 0 },
    mine: { subject: createSubject(), version: 1, isFormer: false },
    theirs: { subject: createSubject(), version: 1, isFormer: false },
  },
});
const [strong, middling, weak] = [found('strong'), found('middling'), found('weak')];
const all = [strong, middling, weak].map(({ one }) => one);

describe('the matches that are shown', () => {
  it('are without the weak ones until the report has been graded by itself', () => {
    expect(visibleMatches(all, { linked: [], notSame: [] })).toEqual([strong.one, middling.one]);
    expect(visibleMatches(all, { linked: [], notSame: [], grading })).toEqual(all);
  });

  it('are without the cases that somebody has decided on', () => {
    expect(visibleMatches(all, { linked: [strong.caseId], notSame: [middling.caseId], grading })).toEqual([weak.one]);
  });

  it('are with those that are only linked, and without those that were confirmed, if the force has groups', () => {
    const record = { linked: [strong.caseId], notSame: [], samePerson: [middling.caseId], grading };
    expect(visibleMatches(all, record, true)).toEqual([strong.one, weak.one]);
    expect(visibleMatches(all, record)).toEqual([middling.one, weak.one]);
  });
});
