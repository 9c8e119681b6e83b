import type { CardsPage } from '../concerns/casework/subject-cards.ts';
import type { HandledBy } from '../concerns/terms/urgency.ts';

/** Sealed cards of the cases that somebody may see, and whose they are: what their key is drawn from. */
export interface CardsAnswer extends CardsPage {
  readonly tenantId: string;
  readonly handledBy: HandledBy;
}

/** The card of a case as anybody knows of it who sees the case, without its seal. */
export type { ShownCard as KnownCard } from '../concerns/casework/view-case.ts';
