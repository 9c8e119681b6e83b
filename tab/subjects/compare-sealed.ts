import { type ComparedCard, createSubjectIndex, type SubjectMatch } from '../../concerns/casework/compare-subjects.ts';
import type { CardsPage } from '../../concerns/casework/subject-cards.ts';
import type { CaseId } from '../../concerns/terms/case-id.ts';
import { SealError } from '../../concerns/ports/seal-error.ts';
import type { Subject } from '../../concerns/records/subject-card.ts';
import type { CardPlace } from '../../seals/subject-card.ts';
import { openSubjectCard } from '../../seals/subject-card.ts';

type SealedCards = CardsPage['cards'];

/** A card that is compared with those of other cases, and what opens these: keys whose bytes nobody can have. */
export interface Comparison {
  readonly mine: ComparedCard;
  readonly cards: SealedCards;
  /** The cards that these took the place of. */
  readonly former: SealedCards;
  readonly tenantId: string;
  /** By the fingerprint of the public line that each is drawn from. */
  readonly keys: ReadonlyMap<string, CryptoKey>;
  /** The newest version of the card of each case that this page has seen. */
  readonly seen: ReadonlyMap<string, number>;
}

/** Another case that may be about the same person, with what its card says. */
export interface FoundCase {
  readonly caseId: CaseId;
  readonly match: SubjectMatch;
  readonly theirs: Subject;
  /** It is on a former card of the other case, and not on the one that stands. */
  readonly isFormer: boolean;
}

/** The outcome of a comparison. Of the cards that are alike none is kept. */
export interface Compared {
  readonly found: readonly FoundCase[];
  /** How many other cases were compared: at least one card of each was open. */
  readonly cases: number;
  /** Cards under a key that is not open here, and former ones that do not open. */
  readonly closed: number;
  /** Cases whose card is not what was sealed for it, or is older than one that was seen. */
  readonly doubtful: readonly CaseId[];
}

type OpenedCard = ComparedCard & { readonly caseId: CaseId };
type Opened = { readonly card: OpenedCard } | 'closed' | { readonly doubtful: CaseId };

async function openOne({ tenantId, keys, seen }: Comparison, { caseId, card }: SealedCards[number]): Promise<Opened> {
  const { sealed, version, by, generation } = card;
  const key = keys.get(generation);
  if (key === undefined) return 'closed';
  if (version < (seen.get(caseId) ?? 0)) return { doubtful: caseId };
  const place: CardPlace = { tenantId, caseId, version, by, generation };
  try {
    const { subjects } = await openSubjectCard(key, sealed, place);
    return { card: { caseId, subjects } };
  } catch (error) {
    if (error instanceof SealError) return { doubtful: caseId };
    throw error;
  }
}

/** Opens the cards and compares one with all others. */
export async function compareSealed(comparison: Comparison): Promise<Compared> {
  const opened = await Promise.all(comparison.cards.map((card) => openOne(comparison, card)));
  // A former card has an earlier version, and may be junk that somebody wrote over a good one and another put right.
  const before = await Promise.all(comparison.former.map((card) => openOne({ ...comparison, seen: new Map() }, card)));
  const index = createSubjectIndex();
  const cards = new Map<string, OpenedCard>();
  const standing = new Map<string, number>();
  for (const [place, one] of [...opened, ...before].entries()) {
    if (one === 'closed' || 'doubtful' in one) continue;
    const { caseId, subjects } = one.card;
    // All cards of a case count as one, of which the card that stands comes first.
    const all = [...(cards.get(caseId)?.subjects ?? []), ...subjects];
    cards.set(caseId, { caseId, subjects: all });
    if (place < opened.length) standing.set(caseId, all.length);
  }
  for (const card of cards.values()) index.add(card);
  const found = index.matchesOf(comparison.mine).flatMap((match) => {
    const other = cards.get(match.caseId);
    const theirs = other?.subjects[match.theirs];
    return other === undefined || theirs === undefined
      ? []
      : [{ caseId: other.caseId, match, theirs, isFormer: match.theirs >= (standing.get(other.caseId) ?? 0) }];
  });
  return {
    found,
    cases: [...cards.keys()].filter((caseId) => caseId !== comparison.mine.caseId).length,
    closed:
      opened.filter((one) => one === 'closed').length +
      before.filter((one) => one === 'closed' || 'doubtful' in one).length,
    doubtful: opened.flatMap((one) => (one !== 'closed' && 'doubtful' in one ? [one.doubtful] : [])),
  };
}
