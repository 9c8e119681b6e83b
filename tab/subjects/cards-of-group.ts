import type { HandledBy } from '../../concerns/terms/urgency.ts';
import type { CardsPage } from '../../concerns/casework/subject-cards.ts';
import type { CaseId } from '../../concerns/terms/case-id.ts';
import type { Refusal } from '../../contract/answers.ts';
import type { RequestOf } from '../../contract/operations.ts';
import type { CardsAnswer } from '../../contract/subject-cards.ts';
import type { Result } from '../parts/tab-context.ts';

/** The sealed cards that somebody may see, and whose they are; or why there are none. */
export type CardsOfGroup =
  | {
      readonly ok: true;
      readonly cards: CardsPage['cards'];
      /** The cards that these took the place of. */
      readonly former: CardsPage['former'];
      readonly tenantId: string;
      /** How many cases there are with and without a card; missing if a server does not say. */
      readonly cases: number | undefined;
    }
  | { readonly ok: false; readonly refusal: Refusal };

/** The call of the API that hands out cards. */
export type CallForCards = (name: 'subjects.cards', asked: RequestOf<'subjects.cards'>) => Promise<Result<CardsAnswer>>;

/** Fetches every card that somebody may see, page by page. */
export async function cardsOfGroup(call: CallForCards, handledBy: HandledBy): Promise<CardsOfGroup> {
  const cards: CardsPage['cards'][number][] = [];
  const former: CardsPage['former'][number][] = [];
  let after: CaseId | undefined;
  for (;;) {
    const page = await call('subjects.cards', { handledBy, ...(after !== undefined && { after }) });
    if (!page.ok) return page;
    cards.push(...page.value.cards);
    former.push(...(page.value.former ?? []));
    const { next, tenantId, cases } = page.value;
    // One that does not go on would be asked for without end.
    if (next === undefined || (after !== undefined && next <= after))
      return { ok: true, cards, former, tenantId, cases };
    after = next;
  }
}
