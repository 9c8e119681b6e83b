import { describe, expect, it } from '@jest/globals';
import type { Strength } from '../../../core/casework/subject-matching.ts';
import { matchesShown } from '../../../tab/case/visible-matches.ts';
import { freshCaseId } from '../../support/contracts/records.ts';
import { aSubject } from '../../support/subjects/any-card.ts';

const grading = { source: '2', assessment: 'C', handling: 'P' } as const;
const found = (strength: Strength, caseId = freshCaseId()) => ({
  caseId,
  one: {
    caseId,
    match: { caseId, strength, grounds: [], mine: 0, theirs: 0 },
    mine: { subject: aSubject(), version: 1, isFormer: false },
    theirs: { subject: aSubject(), version: 1, isFormer: false },
  },
});
const [strong, middling, weak] = [found('strong'), found('middling'), found('weak')];
const all = [strong, middling, weak].map(({ one }) => one);

describe('the matches that are shown', () => {
  it('are without the weak ones until the report has been graded by itself', () => {
    expect(matchesShown(all, { linked: [], notSame: [] })).toEqual([strong.one, middling.one]);
    expect(matchesShown(all, { linked: [], notSame: [], grading })).toEqual(all);
  });

  it('are without the cases that somebody has decided on', () => {
    expect(matchesShown(all, { linked: [strong.caseId], notSame: [middling.caseId], grading })).toEqual([weak.one]);
  });
});
