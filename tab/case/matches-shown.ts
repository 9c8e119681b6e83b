import type { CaseView } from '../../contract/answers.ts';
import type { FoundCase } from '../subjects/compare-sealed.ts';

/**
 * The other cases that are shown: none that this one is linked with, or of which somebody said that they are not the
 * same; weak ones only once the report has been graded by itself, since they would colour a first reading.
 */
export function matchesShown(
  found: readonly FoundCase[],
  { linked, notSame, grading }: Pick<CaseView['record'], 'linked' | 'notSame' | 'grading'>,
): readonly FoundCase[] {
  const judged = new Set<string>([...linked, ...notSame]);
  return found.filter(({ match }) => !judged.has(match.caseId) && (match.strength !== 'weak' || grading !== undefined));
}
