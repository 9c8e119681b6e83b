import type { CaseView } from '../../contract/operation-answers.ts';
import { isSamePlace } from '../../core/casework/case-links.ts';
import type { CaseMatch } from '../subjects/compare-encrypted-subject-cards.ts';

/**
 * Weak matches wait until the report is graded: they would colour a first reading. With groups, a link does not settle a
 * match: that its people were confirmed to be one does, and nothing that was said of other places on the cards.
 */
export function visibleMatches(
  found: readonly CaseMatch[],
  {
    linked,
    notSame,
    confirmed = [],
    grading,
  }: Pick<CaseView['record'], 'linked' | 'notSame' | 'confirmed' | 'grading'>,
  hasGroups = false,
): readonly CaseMatch[] {
  const judged = new Set([...(hasGroups ? [] : linked), ...notSame]);
  const isConfirmed = ({ caseId, mine, theirs }: CaseMatch): boolean =>
    hasGroups &&
    confirmed.some(
      (pair) =>
        pair.other === caseId &&
        mine.place !== undefined &&
        isSamePlace(pair.mine, mine.place) &&
        theirs.place !== undefined &&
        isSamePlace(pair.theirs, theirs.place),
    );
  return found.filter(
    (one) => !judged.has(one.caseId) && !isConfirmed(one) && (one.match.strength !== 'weak' || grading !== undefined),
  );
}
