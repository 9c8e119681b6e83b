import { createSubjectIndex, type SubjectMatch } from '../../core/casework/subject-matching.ts';
import type { SubjectCardsPage } from '../../core/casework/subject-cards.ts';
import type { CaseId } from '../../core/model/case-id.ts';
import { canonicalJson, digestOfSeal } from '../../core/model/digests.ts';
import { SealError } from '../../core/ports/seal.ts';
import type { Subject } from '../../core/model/subject-card.ts';
import { type SubjectCardContext, decryptSubjectCard } from '../../crypto/subject-card-encryption.ts';

type SealedCards = SubjectCardsPage['cards'];

/** `keys` are not extractable. */
export interface SubjectCardComparisonInput {
  /** Empty for a card that was withdrawn or does not decrypt; the case's former cards are compared all the same. */
  readonly mine: { readonly caseId: string; readonly subjects: readonly Subject[]; readonly version: number };
  readonly cards: SealedCards;
  readonly former: SealedCards;
  readonly tenantId: string;
  readonly keys: ReadonlyMap<string, CryptoKey>;
  /** The newest version of each case's card that this page has seen. */
  readonly newestSeenVersions: ReadonlyMap<string, number>;
}

interface CardSubject {
  readonly subject: Subject;
  /** Where it is on the card with this digest; missing for a card that is not stored. */
  readonly place?: { readonly of: string; readonly position: number };
  readonly version: number;
  readonly isFormer: boolean;
}

export interface CaseMatch {
  readonly caseId: CaseId;
  readonly match: SubjectMatch;
  readonly mine: CardSubject;
  readonly theirs: CardSubject;
}

export interface SubjectCardComparisonResult {
  /** Every pair of people that is alike, the strongest first; several of one case if they are. */
  readonly found: readonly CaseMatch[];
  readonly cases: number;
  /** Cards under a key that is not unlocked here, and former ones that do not decrypt. */
  readonly closed: number;
  /** Cases whose card is not the sealed one, or is older than one seen before. */
  readonly doubtful: readonly CaseId[];
}

type DecryptedCard =
  | { readonly caseId: CaseId; readonly people: readonly CardSubject[] }
  | 'closed'
  | { readonly doubtful: CaseId };

async function decryptCard(
  { tenantId, keys, newestSeenVersions }: SubjectCardComparisonInput,
  { caseId, card }: SealedCards[number],
  isFormer: boolean,
): Promise<DecryptedCard> {
  const { sealed, version, by, generation } = card;
  const key = keys.get(generation);
  if (key === undefined) return 'closed';
  if (version < (newestSeenVersions.get(caseId) ?? 0)) return { doubtful: caseId };
  const place: SubjectCardContext = { tenantId, caseId, version, by, generation };
  try {
    const { subjects } = await decryptSubjectCard(key, sealed, place);
    const of = digestOfSeal(sealed);
    return {
      caseId,
      people: subjects.map((subject, position) => ({ subject, version, isFormer, place: { of, position } })),
    };
  } catch (error) {
    if (error instanceof SealError) return { doubtful: caseId };
    throw error;
  }
}

/** Someone of whom several cards of a case say the same is compared once, on the first of these. */
function distinctPeople(people: readonly CardSubject[]): readonly CardSubject[] {
  const said = new Map(people.toReversed().map((one) => [canonicalJson(one.subject), one]));
  return people.filter((one) => said.get(canonicalJson(one.subject)) === one);
}

export async function compareEncryptedSubjectCards(
  comparison: SubjectCardComparisonInput,
): Promise<SubjectCardComparisonResult> {
  const { caseId: own, subjects, version } = comparison.mine;
  const currentCards = await Promise.all(comparison.cards.map((card) => decryptCard(comparison, card, false)));
  // A former card has an earlier version, and may be junk that someone wrote over a good one.
  const anyVersion = { ...comparison, newestSeenVersions: new Map<string, number>() };
  const formerCards = await Promise.all(comparison.former.map((card) => decryptCard(anyVersion, card, true)));
  const stored = comparison.cards.find(({ caseId, card }) => caseId === own && card.version === version);
  const of = stored && digestOfSeal(stored.card.sealed);
  const ownPeople: CardSubject[] = subjects.map((subject, position) => ({
    subject,
    version,
    isFormer: false,
    ...(of !== undefined && { place: { of, position } }),
  }));
  // A case's cards count as one, the current card first.
  const others = new Map<string, { readonly caseId: CaseId; readonly people: readonly CardSubject[] }>();
  for (const one of [...currentCards, ...formerCards]) {
    if (one === 'closed' || 'doubtful' in one) continue;
    const { caseId, people } = one;
    if (caseId === own) ownPeople.push(...people.filter(({ isFormer }) => isFormer));
    else {
      const its = distinctPeople([...(others.get(caseId)?.people ?? []), ...people]);
      others.set(caseId, { caseId, people: its });
    }
  }
  const mine = distinctPeople(ownPeople);
  const index = createSubjectIndex();
  for (const { caseId, people } of others.values()) index.add({ caseId, subjects: people.map((one) => one.subject) });
  const found = index.findMatches({ caseId: own, subjects: mine.map((one) => one.subject) }).flatMap((match) => {
    const other = others.get(match.caseId);
    const [ours, theirs] = [mine[match.subjectPosition], other?.people[match.otherPosition]];
    return other && ours && theirs ? [{ caseId: other.caseId, match, mine: ours, theirs }] : [];
  });
  return {
    found,
    cases: others.size,
    closed:
      currentCards.filter((one) => one === 'closed').length +
      formerCards.filter((one) => one === 'closed' || 'doubtful' in one).length,
    doubtful: currentCards.flatMap((one) => (one !== 'closed' && 'doubtful' in one ? [one.doubtful] : [])),
  };
}
