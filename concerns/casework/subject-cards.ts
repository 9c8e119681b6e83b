import type { CardOfCase, SubjectCards } from '../ports/case-store.ts';
import { type Actor, maySee } from '../records/permissions.ts';
import type { KeptCard } from '../records/subject-card.ts';
import type { CaseId } from '../terms/codes.ts';
import { digestOfSeal } from '../terms/digests.ts';
import type { HandledBy } from '../terms/urgency.ts';

/** `next` is the cursor. A case whose card was withdrawn may have former ones alone. */
export interface CardsPage {
  readonly cards: readonly Pick<CardOfCase, 'caseId' | 'card'>[];
  readonly former: readonly Pick<CardOfCase, 'caseId' | 'card'>[];
  readonly next?: CaseId;
}

/**
 * Leaves excluded cases out before counting, so that neither a page's size nor its cursor tells of them. Withdrawn
 * cards are left out. Throws StoreError.
 */
export async function subjectCards(
  { cards, tenantId }: { readonly cards: SubjectCards; readonly tenantId: string },
  by: Actor,
  asked: { readonly handledBy: HandledBy; readonly after?: CaseId | undefined },
  limit: number,
): Promise<CardsPage> {
  const seen: CardOfCase[] = [];
  let after = asked.after;
  for (;;) {
    const found = await cards.from(asked.handledBy, after, limit + 1);
    seen.push(...found.filter(({ readers }) => readers.tenantId === tenantId && maySee(by, readers)));
    after = found.at(-1)?.caseId;
    if (seen.length > limit || found.length <= limit) break;
  }
  // Former cards count, and a case is never split.
  let held = 0;
  const page = seen.slice(0, limit).filter(({ former }, place) => {
    held += 1 + former.length;
    return place === 0 || held <= limit;
  });
  const last = page.at(-1);
  return {
    cards: page.flatMap((one) => matching(one, [one.card])),
    former: page.flatMap((one) => matching(one, one.former)),
    ...(seen.length > page.length && last && { next: last.caseId }),
  };
}

const matching = ({ caseId, withdrawn }: CardOfCase, cards: readonly KeptCard[]): CardsPage['cards'] =>
  cards.filter(({ sealed }) => !withdrawn.includes(digestOfSeal(sealed))).map((card) => ({ caseId, card }));
