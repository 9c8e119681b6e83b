import type { CaseView } from '../../contract/operation-answers.ts';
import type { CaseMatch } from '../subjects/compare-encrypted-subject-cards.ts';

/**
 * Weak matches wait until the report is graded: they would colour a first reading. With groups, a link is not what
 * settles one.
 */
export function visibleMatches(
  found: readonly CaseMatch[],
  {
    linked,
    notSame,
    samePerson = [],
    grading,
  }: Pick<CaseView['record'], 'linked' | 'notSame' | 'samePerson' | 'grading'>,
  hasGroups = false,
): readonly CaseMatch[] {
  const judged = new Set<string>([...(hasGroups ? samePerson : linked), ...notSame]);
  return found.filter(({ match }) => !judged.has(match.caseId) && (match.strength !== 'weak' || grading !== undefined));
}
