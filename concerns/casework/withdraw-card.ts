import type { CaseRecord } from '../records/case-record.ts';
import type { KeptCard } from '../records/subject-card.ts';
import { digestOfSeal } from '../terms/digests.ts';
import { type AskedChange, type Asking, handlers, need, noteOf, type SealedWords, type Step } from './act.ts';
import { makeUseCase } from './change-case.ts';
import { hasReadItAll } from './gates.ts';
import { askedToAgree, hasOpenedAfter } from './second-person.ts';
import { standingWithdrawal } from './view-case.ts';

const cardIn = ({ subjectCard, formerCards = [] }: CaseRecord, of: string): KeptCard | undefined =>
  [...formerCards, ...(subjectCard ? [subjectCard] : [])].find(({ sealed }) => digestOfSeal(sealed) === of);

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
  readonly of: string;
}
export interface AskedCardWithdrawal extends AskedOfCard {
  readonly words: SealedWords;
}

const isNotWithdrawn = need<AskedOfCard>(
  'it is not withdrawn already',
  'already',
  ({ record, asked }) => record.withdrawnCards?.includes(asked.of) !== true,
);

/** The person has read everything, and asks for one card at a time: a second person withdraws it, or refuses. */
export const askCardWithdrawal = makeUseCase<AskedCardWithdrawal>({
  says: 'Ask that a card be withdrawn as wrong',
  who: handlers,
  needs: [
    need(
      'the case has that card, now or before',
      'olderCard',
      ({ record, asked }) => cardIn(record, asked.of) !== undefined,
    ),
    isNotWithdrawn,
    need(
      'nobody who holds a role now has asked for one already',
      'state',
      (standing) => standingWithdrawal(standing) === undefined,
    ),
    hasReadItAll,
  ],
  leaves: ['doubted'],
  waits: askedToAgree,
  does: ({ record, by, today, asked: { of, words } }) => ({
    steps: [
      {
        record: { ...record, cardWithdrawal: { of, by, on: today, sequence: record.chain.sequence + 1 } },
        event: doubted('asked', of, cardIn(record, of), words),
      },
    ],
  }),
});

const hasReadReason = (standing: Asking<AskedOfCard>): boolean =>
  hasOpenedAfter(standing, standingWithdrawal(standing)?.sequence ?? Infinity);

export const withdrawCard = makeUseCase<AskedOfCard>({
  says: 'Withdraw a card',
  who: handlers,
  needs: [
    isNotWithdrawn,
    need(
      'it was asked for, by somebody who holds a role now, since the last that is known of the case',
      'notAsked',
      (standing) => standingWithdrawal(standing)?.of === standing.asked.of,
    ),
    need('by somebody else', 'ownWork', (standing) => standingWithdrawal(standing)?.by !== standing.by),
    need('both are on the list of those who handle such cases', 'notAsked', ({ record, holders, by }) =>
      holders[record.handledBy].includes(by),
    ),
    {
      ...hasReadItAll,
      says: 'the person has opened the case since it was asked for, and since the last that became known of it',
      holds: (standing) => hasReadReason(standing) && hasReadItAll.holds(standing),
    },
  ],
  leaves: ['doubted'],
  does: ({ record, asked: { of } }) => ({
    steps: [
      {
        record: { ...record, cardWithdrawal: undefined, withdrawnCards: [...(record.withdrawnCards ?? []), of] },
        event: doubted('agreed', of, cardIn(record, of)),
      },
    ],
  }),
});

export interface AskedCardRefusal extends AskedOfCard {
  readonly words?: SealedWords | undefined;
}

export const refuseCardWithdrawal = makeUseCase<AskedCardRefusal>({
  says: 'Refuse that a card be withdrawn, or take one’s own asking back',
  who: handlers,
  needs: [need('it was asked for', 'notAsked', ({ record, asked }) => record.cardWithdrawal?.of === asked.of)],
  leaves: ['doubted'],
  does: ({ record: { cardWithdrawal: _asked, ...record }, asked: { of, words } }) => ({
    steps: [{ record, event: doubted('refused', of, cardIn(record, of), words) }],
  }),
});
