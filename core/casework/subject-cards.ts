import type { CaseSubjectCard, SubjectCardStore } from '../ports/case-store.ts';
import { type Actor, maySee } from '../model/permissions.ts';
import { type StoredSubjectCard, maxSubjectCardsPerPerson, maxFormerSubjectCards } from '../model/subject-card.ts';
import type { CaseId } from '../model/case-id.ts';
import { digestOfSeal } from '../model/digests.ts';
import type { HandledBy } from '../model/handled-by.ts';
import {
  type ChangeRequest,
  type ActionContext,
  type ActionRequirement,
  handlers,
  requirement,
  noteFields,
  type SealedNote,
  type DecisionContext,
  type CaseStep,
} from './case-action.ts';
import { createUseCase } from './use-case.ts';
import type { CaseRecord } from '../model/case-record.ts';
import { caseReadPrecondition } from './preconditions.ts';
import { approvers, hasOpenedAfter } from './four-eyes.ts';
import { currentCardWithdrawal } from './case-view.ts';

/** `next` is the cursor. A case whose card was withdrawn may have only former ones. */
export interface SubjectCardsPage {
  readonly cards: readonly Pick<CaseSubjectCard, 'caseId' | 'card'>[];
  readonly former: readonly Pick<CaseSubjectCard, 'caseId' | 'card'>[];
  readonly next?: CaseId;
}

/**
 * Leaves excluded cases out before counting, so that neither a page's size nor its cursor tells of them, and withdrawn
 * cards too. Throws StoreError.
 */
export async function readSubjectCards(
  { cards, tenantId }: { readonly cards: SubjectCardStore; readonly tenantId: string },
  by: Actor,
  input: { readonly handledBy: HandledBy; readonly after?: CaseId | undefined },
  limit: number,
): Promise<SubjectCardsPage> {
  const seen: CaseSubjectCard[] = [];
  let after = input.after;
  for (;;) {
    const found = await cards.page(input.handledBy, after, limit + 1);
    seen.push(...found.filter(({ access }) => access.tenantId === tenantId && maySee(by, access)));
    after = found.at(-1)?.caseId;
    if (seen.length > limit || found.length <= limit) break;
  }
  // Former cards count, and a case is never split.
  let cardCount = 0;
  const page = seen.slice(0, limit).filter(({ former }, place) => {
    cardCount += 1 + former.length;
    return place === 0 || cardCount <= limit;
  });
  const last = page.at(-1);
  return {
    cards: page.flatMap((one) => withoutWithdrawnCards(one, [one.card])),
    former: page.flatMap((one) => withoutWithdrawnCards(one, one.former)),
    ...(seen.length > page.length && last && { next: last.caseId }),
  };
}

const withoutWithdrawnCards = (
  { caseId, withdrawn }: CaseSubjectCard,
  cards: readonly StoredSubjectCard[],
): SubjectCardsPage['cards'] =>
  cards.filter(({ sealed }) => !withdrawn.includes(digestOfSeal(sealed))).map((card) => ({ caseId, card }));

export interface SaveSubjectCardRequest extends ChangeRequest {
  readonly card: Omit<StoredSubjectCard, 'by'>;
  readonly replaces?: string | undefined;
}

const previousCards = ({
  record: { formerCards = [], subjectCard },
}: DecisionContext): readonly StoredSubjectCard[] => [...formerCards, ...(subjectCard ? [subjectCard] : [])];

/** The old card stays as a former one and still matches, so that no one hides a match by overwriting. */
export const saveSubjectCard = createUseCase<SaveSubjectCardRequest>({
  description: 'Save the card of a case’s subject',
  allowedActors: handlers,
  requirements: [
    requirement('it is sealed under a key that its group uses now', 'olderKey', ({ record, input, rules }) =>
      rules.keyGenerations(record.handledBy).includes(input.card.generation),
    ),
    requirement(
      'it is the version that follows the one that is there',
      'olderCard',
      ({ record: { subjectCard }, input }) =>
        input.card.version === (subjectCard?.version ?? 0) + 1 &&
        input.replaces === (subjectCard && digestOfSeal(subjectCard.sealed)),
    ),
    requirement('the case has room for it, and the person has not written as many as one does', 'full', (context) => {
      const former = previousCards(context);
      const ofWriter = former.filter(({ by }) => by === context.by);
      return former.length <= maxFormerSubjectCards && ofWriter.length < maxSubjectCardsPerPerson;
    }),
  ],
  eventKinds: ['subjectsKept'],
  apply: (context) => {
    const { record, by, input } = context;
    const { sealed, version, generation } = input.card;
    const former = previousCards(context);
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

export const findCard = ({ subjectCard, formerCards = [] }: CaseRecord, of: string): StoredSubjectCard | undefined =>
  [...formerCards, ...(subjectCard ? [subjectCard] : [])].find(({ sealed }) => digestOfSeal(sealed) === of);

export const createWithdrawalEvent = (
  withdrawal: NonNullable<NonNullable<CaseStep['event']['detail']>['withdrawal']>,
  of: string,
  card: StoredSubjectCard | undefined,
  words?: SealedNote,
): CaseStep['event'] => ({
  kind: 'doubted',
  detail: { of, ...(card && { version: card.version }), withdrawal },
  ...noteFields(words),
});

export interface CardRequest extends ChangeRequest {
  readonly of: string;
}
interface CardWithdrawalRequest extends CardRequest {
  readonly words: SealedNote;
}

const notWithdrawnRequirement = requirement<CardRequest>(
  'it is not withdrawn already',
  'already',
  ({ record, input }) => record.withdrawnCards?.includes(input.of) !== true,
);

const ownedCardRequirement = requirement<CardRequest>(
  'the case has that card, now or before',
  'olderCard',
  ({ record, input }) => findCard(record, input.of) !== undefined,
);

export const nothingAskedRequirement = requirement<unknown>(
  'no one who holds a role now has asked for one already',
  'state',
  (context) => {
    const asked = currentCardWithdrawal(context);
    // A parting cannot be decided once groups are switched off.
    return asked === undefined || (!context.rules.personGroups && findCard(context.record, asked.of) === undefined);
  },
);

export const requestCardWithdrawal = createUseCase<CardWithdrawalRequest>({
  description: 'Ask that a card be withdrawn as wrong',
  allowedActors: handlers,
  requirements: [ownedCardRequirement, notWithdrawnRequirement, nothingAskedRequirement, caseReadPrecondition],
  eventKinds: ['doubted'],
  peopleToNotify: approvers,
  apply: ({ record, by, today, input: { of, words } }) => ({
    steps: [
      {
        record: { ...record, cardWithdrawal: { of, by, on: today, sequence: record.chain.sequence + 1 } },
        event: createWithdrawalEvent('asked', of, findCard(record, of), words),
      },
    ],
  }),
});

const hasReadReason = (context: ActionContext<CardRequest>): boolean =>
  hasOpenedAfter(context, currentCardWithdrawal(context)?.sequence ?? Infinity);

export const secondPersonRequirements: readonly ActionRequirement<CardRequest>[] = [
  requirement(
    'it was asked for, by someone who holds a role now, since anything new',
    'notAsked',
    (context) => currentCardWithdrawal(context)?.of === context.input.of,
  ),
  requirement('by someone else', 'ownWork', (context) => currentCardWithdrawal(context)?.by !== context.by),
  requirement('both are on the list of those who handle such cases', 'notAsked', ({ record, holders, by }) =>
    holders[record.handledBy].includes(by),
  ),
  {
    ...caseReadPrecondition,
    description: 'the person has opened the case since it was asked for, and since anything new',
    holds: (context) => hasReadReason(context) && caseReadPrecondition.holds(context),
  },
];

export const withdrawSubjectCard = createUseCase<CardRequest>({
  description: 'Withdraw a card',
  allowedActors: handlers,
  requirements: [ownedCardRequirement, notWithdrawnRequirement, ...secondPersonRequirements],
  eventKinds: ['doubted'],
  apply: ({ record, input: { of } }) => ({
    steps: [
      {
        record: { ...record, cardWithdrawal: undefined, withdrawnCards: [...(record.withdrawnCards ?? []), of] },
        event: createWithdrawalEvent('agreed', of, findCard(record, of)),
      },
    ],
  }),
});

interface RefuseCardWithdrawalRequest extends CardRequest {
  readonly words?: SealedNote | undefined;
}

export const refuseCardWithdrawal = createUseCase<RefuseCardWithdrawalRequest>({
  description: 'Refuse to withdraw a card or to part two people, or withdraw one’s own request',
  allowedActors: handlers,
  requirements: [
    requirement('it was asked for', 'notAsked', ({ record, input }) => record.cardWithdrawal?.of === input.of),
  ],
  eventKinds: ['doubted'],
  apply: ({ record: { cardWithdrawal: asked, ...record }, entries, salt, input: { of, words } }) => {
    const sequence = asked?.sequence ?? 0;
    const other = entries({ after: sequence - 1, before: sequence + 1 })[0]?.link?.other;
    const event = createWithdrawalEvent('refused', of, findCard(record, of), words);
    return { steps: [{ record, event: { ...event, ...(other && { link: { other, salt } }) } }] };
  },
});
