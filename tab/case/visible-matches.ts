import type { CaseView } from '../../contract/operation-answers.ts';
import type { CaseMatch } from '../subjects/compare-encrypted-subject-cards.ts';

/** Weak matches wait until the report is graded: they would colour a first reading. */
export function visibleMatches(
  found: readonly CaseMatch[],
  { linked, notSame, grading }: Pick<CaseView['record'], 'linked' | 'notSame' | 'grading'>,
): readonly CaseMatch[] {
  const judged = new Set<string>([...linked, ...notSame]);
  return found.filter(({ match }) => !judged.has(match.caseId) && (match.strength !== 'weak' || grading !== undefined));
}
