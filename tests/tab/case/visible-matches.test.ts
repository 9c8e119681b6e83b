import { describe, expect, it } from '@jest/globals';
import type { MatchStrength } from '../../../core/casework/subject-matching.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { deniedMatches, visibleMatches } from '../../../tab/case/visible-matches.ts';
import { newCaseId } from '../../support/contracts/records.ts';
import { createSubject } from '../../support/subjects/subject-cards.ts';

const grading = { source: '2', assessment: 'C', handling: 'P' } as const;
const found = (strength: MatchStrength, caseId = newCaseId()) => ({
  caseId,
  one: {
    caseId,
    match: { caseId, strength, grounds: [], subjectPosition: 0, otherPosition: 0 },
    mine: { subject: createSubject(), version: 1, isFormer: false, place: { of: 'mine', position: 0 } },
    theirs: { subject: createSubject(), version: 1, isFormer: false, place: { of: 'theirs', position: 1 } },
  },
});
const [strong, middling, weak] = [found('strong'), found('middling'), found('weak')];
const all = [strong, middling, weak].map(({ one }) => one);
/** The pairs of people that a page shows of these decisions. */
const visible = (...given: Parameters<typeof visibleMatches>) =>
  visibleMatches(...given).flatMap(({ matches }) => matches);
const confirmation = {
  other: middling.caseId,
  by: toPersonId('them'),
  at: '2026-03-02T10:00:00.000Z',
  mine: { of: 'mine', position: 0 },
  theirs: { of: 'theirs', position: 1 },
};

describe('the matches that are shown', () => {
  it('are without the weak ones until the report has been graded by itself', () => {
    expect(visible(all, { linked: [], notSame: [] })).toEqual([strong.one, middling.one]);
    expect(visible(all, { linked: [], notSame: [], grading })).toEqual(all);
  });

  it('are without the cases that somebody has decided on', () => {
    const record = { linked: [strong.caseId], notSame: [middling.caseId, weak.caseId] };
    expect(visible(all, { ...record, grading })).toEqual([]);
    // Those that someone denied stay in sight below, the weak ones once the report is graded.
    expect(deniedMatches(all, record)).toEqual([{ caseId: middling.caseId, matches: [middling.one] }]);
    expect(deniedMatches(all, { ...record, grading })).toHaveLength(2);
  });

  it('are all of them, if the history that has the decisions is not as it was written', () => {
    const record = { linked: [strong.caseId], notSame: [weak.caseId], confirmed: [confirmation], grading };
    for (const hasGroups of [true, false]) expect(visible(all, record, { hasGroups, isTrusted: false })).toEqual(all);
    expect(deniedMatches(all, record, { isTrusted: false })).toEqual([]);
  });

  it('are each pair of people of two cases, and a confirmation settles only its own', () => {
    const decoy = { ...middling.one, theirs: { ...middling.one.theirs, place: { of: 'theirs', position: 0 } } };
    const record = { linked: [], notSame: [], confirmed: [confirmation], grading };
    expect(visibleMatches([middling.one, decoy], { ...record, confirmed: [] })).toEqual([
      { caseId: middling.caseId, matches: [middling.one, decoy] },
    ]);
    expect(visible([middling.one, decoy], record, { hasGroups: true })).toEqual([decoy]);
    const other = { ...confirmation, theirs: { of: 'theirs', position: 0 } };
    expect(visible([decoy, middling.one], { ...record, confirmed: [other] }, { hasGroups: true })).toEqual([
      middling.one,
    ]);
  });

  it('are with those that are only linked, and without those that were confirmed, if the force has groups', () => {
    const record = { linked: [strong.caseId], notSame: [], confirmed: [confirmation], grading };
    expect(visible(all, record, { hasGroups: true })).toEqual([strong.one, weak.one]);
    expect(visible(all, record)).toEqual([middling.one, weak.one]);
  });

  it.each([
    ['another person on this card', { mine: { of: 'mine', position: 4 } }],
    ['another person on the other card', { theirs: { of: 'theirs', position: 0 } }],
    ['another version of this card', { mine: { of: 'former', position: 0 } }],
    ['another case', { other: newCaseId() }],
  ])('are with one of which only %s was confirmed', (_, forged) => {
    const record = { linked: [], notSame: [], confirmed: [{ ...confirmation, ...forged }], grading };
    expect(visible(all, record, { hasGroups: true })).toEqual(all);
  });

  it('are with those that an older server says to be confirmed, without the places', () => {
    expect(visible(all, { linked: [], notSame: [], grading }, { hasGroups: true })).toEqual(all);
  });
});
