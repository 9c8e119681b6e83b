import type { CaseRecord } from '../records/case-record.ts';
import { type KeptCard, keptCardSchema } from '../records/subject-card.ts';
import { digestOfSeal } from '../terms/digests.ts';
import type { Standing } from './act.ts';
import { lastWords } from './second-person.ts';

export interface ShownCard extends Omit<KeptCard, 'sealed'> {
  readonly digest: string;
}

const shownCardSchema = keptCardSchema.omit({ sealed: true });
export const shownCard = (card: KeptCard): ShownCard => ({
  ...shownCardSchema.parse(card),
  digest: digestOfSeal(card.sealed),
});

export function standingWithdrawal({ record, holders, entries }: Standing): CaseRecord['cardWithdrawal'] {
  const { cardWithdrawal: asked, handledBy, excluded } = record;
  if (asked === undefined || excluded.includes(asked.by) || !holders[handledBy].includes(asked.by)) return undefined;
  const [said] = entries(lastWords);
  return said !== undefined && said.sequence > asked.sequence ? undefined : asked;
}
