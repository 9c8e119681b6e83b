import type { CaseView } from '../../contract/operation-answers.ts';
import { isSamePlace } from '../../core/casework/case-links.ts';
import type { CaseId } from '../../core/model/case-id.ts';
import type { CaseMatch } from '../subjects/compare-encrypted-subject-cards.ts';

type Decisions = Pick<CaseView['record'], 'linked' | 'notSame' | 'confirmed' | 'grading'>;

interface MatchRules {
  /** With groups, a link does not settle a match: that its people were confirmed to be one does. */
  readonly hasGroups?: boolean | undefined;
  /** False if the case's history or record is not as it was written: then no decision settles a match. */
  readonly isTrusted?: boolean;
}

/** Of two cases, every pair of people that is alike, the strongest first. */
export interface CaseMatches {
  readonly caseId: CaseId;
  readonly matches: readonly [CaseMatch, ...CaseMatch[]];
}

/** Weak matches wait until the report is graded: they would colour a first reading. */
const isShown = ({ match }: CaseMatch, { grading }: Decisions): boolean =>
  match.strength !== 'weak' || grading !== undefined;

function byCase(found: readonly CaseMatch[]): readonly CaseMatches[] {
  const cases = new Map<CaseId, readonly [CaseMatch, ...CaseMatch[]]>();
  for (const one of found) {
    const before = cases.get(one.caseId);
    cases.set(one.caseId, before === undefined ? [one] : [...before, one]);
  }
  return [...cases].map(([caseId, matches]) => ({ caseId, matches }));
}

/** Those to decide. Nothing that was said of other places on the cards settles a match. */
export function visibleMatches(
  found: readonly CaseMatch[],
  decisions: Decisions,
  { hasGroups = false, isTrusted = true }: MatchRules = {},
): readonly CaseMatches[] {
  const { linked, notSame, confirmed = [] } = decisions;
  const judged = new Set(isTrusted ? [...(hasGroups ? [] : linked), ...notSame] : []);
  const isConfirmed = ({ caseId, mine, theirs }: CaseMatch): boolean =>
    hasGroups &&
    isTrusted &&
    confirmed.some(
      (pair) =>
        pair.other === caseId &&
        mine.place !== undefined &&
        isSamePlace(pair.mine, mine.place) &&
        theirs.place !== undefined &&
        isSamePlace(pair.theirs, theirs.place),
    );
  return byCase(found.filter((one) => !judged.has(one.caseId) && !isConfirmed(one) && isShown(one, decisions)));
}

/** Those of cases that one person said not to be about the same person: still in sight, since a card may be newer. */
export const deniedMatches = (
  found: readonly CaseMatch[],
  decisions: Decisions,
  { isTrusted = true }: MatchRules = {},
): readonly CaseMatches[] =>
  isTrusted ? byCase(found.filter((one) => decisions.notSame.includes(one.caseId) && isShown(one, decisions))) : [];
