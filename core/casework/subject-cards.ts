import type { CardOfCase, SubjectCards } from '../ports/case-store.ts';
import { type Actor, maySee } from '../model/permissions.ts';
import { type KeptCard, mostCardsOfOne, mostFormerCards } from '../model/subject-card.ts';
import type { CaseId } from '../model/codes.ts';
import { digestOfSeal } from '../model/digests.ts';
import type { HandledBy } from '../model/urgency.ts';
import {
  type AskedChange,
  type Asking,
  handlers,
  need,
  noteOf,
  type SealedWords,
  type Standing,
  type Step,
} from './acts.ts';
import { makeUseCase } from './change-case.ts';
import type { CaseRecord } from '../model/case-record.ts';
import { hasReadItAll } from './preconditions.ts';
import { askedToAgree, hasOpenedAfter } from './four-eyes.ts';
import { standingWithdrawal } from './case-view.ts';

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

export interface AskedCard extends AskedChange {
  readonly card: Omit<KeptCard, 'by'>;
  readonly replaces?: string | undefined;
}

const formerIn = ({ record: { formerCards = [], subjectCard } }: Standing): readonly KeptCard[] => [
  ...formerCards,
  ...(subjectCard ? [subjectCard] : []),
];

/** The old card stays as a former one and matches as well, so that no one takes a match away by overwriting. */
export const keepSubjects = makeUseCase<AskedCard>({
  says: 'Keep the card of the person whom a case is about',
  who: handlers,
  needs: [
    need('it is sealed under a key that its group uses now', 'olderKey', ({ record, asked, rules }) =>
      rules.keyGenerations(record.handledBy).includes(asked.card.generation),
    ),
    need(
      'it is the version that follows the one that is there',
      'olderCard',
      ({ record: { subjectCard }, asked }) =>
        asked.card.version === (subjectCard?.version ?? 0) + 1 &&
        asked.replaces === (subjectCard && digestOfSeal(subjectCard.sealed)),
    ),
    need('the case has room for it, and the person has not written as many as one does', 'full', (standing) => {
      const former = formerIn(standing);
      const ofWriter = former.filter(({ by }) => by === standing.by);
      return former.length <= mostFormerCards && ofWriter.length < mostCardsOfOne;
    }),
  ],
  leaves: ['subjectsKept'],
  does: (standing) => {
    const { record, by, asked } = standing;
    const { sealed, version, generation } = asked.card;
    const former = formerIn(standing);
    return {
      steps: [
        {
          record: {
            ...record,
            subjectCard: { sealed, version, generation, by },
            ...(former.length > 0 && { formerCards: [...former] }),
          },
          event: { kind: 'subjectsKept', detail: { of: digestOfSeal(sealed), version } },
        },
      ],
    };
  },
});

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

interface AskedOfCard extends AskedChange {
  readonly of: string;
}
interface AskedCardWithdrawal extends AskedOfCard {
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

interface AskedCardRefusal extends AskedOfCard {
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
