import type { CardsPage } from '../concerns/casework/subject-cards.ts';
import type { HandledBy } from '../concerns/terms/urgency.ts';

/** Sealed cards of the cases that somebody may see, and whose they are: what their key is drawn from. */
export interface CardsAnswer extends Omit<CardsPage, 'former'> {
  /** The cards that these took the place of; missing from a server of before. */
  readonly former?: CardsPage['former'];
  readonly tenantId: string;
  readonly handledBy: HandledBy;
  /** With the last page: how many such cases they may see, with and without a card, counted no further than ten thousand. */
  readonly cases?: number;
}

/** The card of a case as anybody knows of it who sees the case, without its seal. */
export type { ShownCard as KnownCard } from '../concerns/casework/shown-cards.ts';
