import type { CaseRecord } from '../records/case-record.ts';
import { type KeptCard, keptCardSchema } from '../records/subject-card.ts';
import { digestOfSeal } from '../terms/seal-digest.ts';
import type { Standing } from './act.ts';
import { lastWords } from './second-person.ts';

/** A card without its seal, as anybody may know of it who sees the case; its digest stands in the history as well. */
export interface ShownCard extends Omit<KeptCard, 'sealed'> {
  readonly digest: string;
}

const shownCardSchema = keptCardSchema.omit({ sealed: true });
export const shownCard = (card: KeptCard): ShownCard => ({
  ...shownCardSchema.parse(card),
  digest: digestOfSeal(card.sealed),
});

/**
 * The proposal to withdraw a card as far as it counts: of somebody who handles such cases now and is not shut out, after
 * the last that the reporter wrote. `undefined` if there is none.
 */
export function standingWithdrawal({ record, holders, entries }: Standing): CaseRecord['cardWithdrawal'] {
  const { cardWithdrawal: asked, handledBy, excluded } = record;
  if (asked === undefined || excluded.includes(asked.by) || !holders[handledBy].includes(asked.by)) return undefined;
  const [said] = entries(lastWords);
  return said !== undefined && said.sequence > asked.sequence ? undefined : asked;
}
