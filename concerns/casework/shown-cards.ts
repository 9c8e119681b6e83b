import type { CaseRecord } from '../records/case-record.ts';
import { type KeptCard, keptCardSchema } from '../records/subject-card.ts';
import { digestOfSeal } from '../terms/seal-digest.ts';
import type { CaseworkDependencies, Standing } from './casework.ts';
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

type Deciding = Pick<Standing, 'record' | 'entries'>;
type Withdrawal = NonNullable<CaseRecord['cardWithdrawal']>;

/**
 * The proposal to withdraw a card as far as it counts: of somebody who handles such cases now and is not shut out, after
 * the last that the reporter wrote. `undefined` if there is none. Throws StoreError.
 */
export async function standingWithdrawal(
  deps: Pick<CaseworkDependencies, 'handlersKnown'>,
  { record, entries }: Deciding,
): Promise<Withdrawal | undefined> {
  const { cardWithdrawal: asked, handledBy, excluded } = record;
  if (asked === undefined || excluded.includes(asked.by)) return undefined;
  if (!(await deps.handlersKnown(handledBy)).includes(asked.by)) return undefined;
  const [said] = await entries(lastWords);
  return said !== undefined && said.sequence > asked.sequence ? undefined : asked;
}
