import type { CaseRecord } from '../records/case-record.ts';
import type { Actor } from '../records/permissions.ts';
import type { KeptCard } from '../records/subject-card.ts';
import { digestOfSeal } from '../terms/seal-digest.ts';
import {
  type AskedChange,
  type CaseOutcome,
  type CaseworkDependencies,
  noteOf,
  type SealedWords,
  type Step,
} from './casework.ts';
import { changeCase } from './change-case.ts';
import { whyGated } from './gates.ts';
import { hasReadAll } from './second-person.ts';
import { standingWithdrawal } from './shown-cards.ts';

const cardIn = ({ subjectCard, formerCards = [] }: CaseRecord, of: string): KeptCard | undefined =>
  [...formerCards, ...(subjectCard ? [subjectCard] : [])].find(({ sealed }) => digestOfSeal(sealed) === of);

/** An entry that an earlier version reads as an ordinary doubt. */
const doubted = (
  withdrawal: NonNullable<NonNullable<Step['event']['detail']>['withdrawal']>,
  of: string,
  card: KeptCard | undefined,
  words?: SealedWords,
): Step['event'] => ({
  kind: 'doubted',
  detail: { of, ...(card && { version: card.version }), withdrawal },
  ...noteOf(words),
});

export interface AskedOfCard extends AskedChange {
  /** The digest of the card. */
  readonly of: string;
}
export interface AskedCardWithdrawal extends AskedOfCard {
  /** Why it is wrong, for all who handle the case. */
  readonly words: SealedWords;
}

/**
 * Asks that a card be withdrawn as wrong, the one that stands or a former one: a second person does it, or refuses. The
 * person who asks has read all of the case. Of a case one card at a time is asked for. Throws StoreError.
 */
export const askCardWithdrawal = (
  deps: CaseworkDependencies,
  by: Actor,
  asked: AskedCardWithdrawal,
): Promise<CaseOutcome> =>
  changeCase(deps, by, asked, ['doubted'], async (standing) => {
    const { record, by: asker, today } = standing;
    const { of, words } = asked;
    const card = cardIn(record, of);
    if (card === undefined) return { why: 'olderCard' };
    if (record.withdrawnCards?.includes(of)) return 'already';
    if ((await standingWithdrawal(deps, standing)) !== undefined) return { why: 'state' };
    if (!(await hasReadAll(standing, [asker]))) return whyGated(['agreementUnread']);
    const cardWithdrawal = { of, by: asker, on: today, sequence: record.chain.sequence + 1 };
    return { steps: [{ record: { ...record, cardWithdrawal }, event: doubted('asked', of, card, words) }] };
  });

/**
 * Withdraws a card that somebody else asked to be withdrawn: it stays in the case and matches no more. Both hold the role
 * now, and the second has opened the case since, and with it the reason. Throws StoreError.
 */
export const withdrawCard = (deps: CaseworkDependencies, by: Actor, asked: AskedOfCard): Promise<CaseOutcome> =>
  changeCase(deps, by, asked, ['doubted'], async (standing) => {
    const { record, entries, by: second } = standing;
    const { of } = asked;
    if (record.withdrawnCards?.includes(of)) return 'already';
    const proposal = await standingWithdrawal(deps, standing);
    if (proposal?.of !== of) return { why: 'notAsked' };
    if (proposal.by === second) return { why: 'ownWork' };
    if (!(await deps.handlersKnown(record.handledBy)).includes(second)) return { why: 'notAsked' };
    const [opened] = await entries({ kinds: ['consulted'], by: [second], last: 1 });
    const hasReadReason = opened !== undefined && opened.sequence > proposal.sequence;
    if (!hasReadReason || !(await hasReadAll(standing, [second]))) return whyGated(['agreementUnread']);
    const withdrawnCards = [...(record.withdrawnCards ?? []), of];
    return {
      steps: [
        {
          record: { ...record, cardWithdrawal: undefined, withdrawnCards },
          event: doubted('agreed', of, cardIn(record, of)),
        },
      ],
    };
  });

export interface AskedCardRefusal extends AskedOfCard {
  readonly words?: SealedWords | undefined;
}

/** Refuses that a card be withdrawn, or takes one's own asking back. Throws StoreError. */
export const refuseCardWithdrawal = (
  deps: CaseworkDependencies,
  by: Actor,
  asked: AskedCardRefusal,
): Promise<CaseOutcome> =>
  changeCase(deps, by, asked, ['doubted'], ({ record: { cardWithdrawal, ...record } }) =>
    cardWithdrawal?.of === asked.of
      ? { steps: [{ record, event: doubted('refused', asked.of, cardIn(record, asked.of), asked.words) }] }
      : { why: 'notAsked' },
  );
