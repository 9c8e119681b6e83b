import type { HistoryEntryQuery } from '../ports/case-store.ts';
import { isRetentionOver } from '../model/deadlines.ts';
import type { ErasureReason, Outcome } from '../model/case-terms.ts';
import type { PersonId } from '../model/roles.ts';
import { needsReferralDecision } from '../model/classification.ts';
import type { ActionContext, PreconditionCode, DecisionContext } from './case-action.ts';
import { agreedOutcome, agreementQueries, needsAgreement, waitsForSignOff } from './closing-agreement.ts';
import { linkedCaseIds } from './case-links.ts';
import {
  gradingsQuery,
  newsQueries,
  remainingHandlers,
  hasOpenedAfter,
  wasReadByAny,
  hasAuthor,
  lastOpeningQuery,
  othersOpeningQuery,
  otherHandlers,
} from './four-eyes.ts';

export interface Precondition<in Of> {
  readonly description: string;
  readonly onFailure: { readonly gate: PreconditionCode };
  holds(context: Of): boolean;
}
const precondition = <Of>(code: PreconditionCode, says: string, holds: (context: Of) => boolean): Precondition<Of> => ({
  description: says,
  onFailure: { gate: code },
  holds,
});

const openingStateQueries = (
  others: readonly PersonId[],
  by: PersonId,
): readonly [HistoryEntryQuery, HistoryEntryQuery] => [
  { kinds: ['consulted'], by: [...others, by], last: 1 },
  { kinds: ['messageFromReporter'], last: 1 },
];

export function preconditionQueries(others: readonly PersonId[], by: PersonId): readonly HistoryEntryQuery[] {
  const opened = othersOpeningQuery(others);
  return [
    ...openingStateQueries(others, by),
    ...(opened ? [opened] : []),
    lastOpeningQuery(by),
    ...newsQueries,
    ...agreementQueries,
  ];
}

function openingState({ record, holders, entries, by }: DecisionContext): {
  readonly isOpened: boolean;
  readonly isUnread: boolean;
} {
  const [openings, messages] = openingStateQueries(otherHandlers(holders, record, by), by);
  const [opened] = entries(openings);
  const [written] = entries(messages);
  return {
    isOpened: opened !== undefined,
    isUnread: written !== undefined && (opened === undefined || opened.sequence < written.sequence),
  };
}

const hasBeenReferable = ({ record, entries }: DecisionContext): boolean =>
  needsReferralDecision(record) ||
  entries(gradingsQuery).some(({ detail }) =>
    needsReferralDecision({ flags: detail?.flags ?? [], nationalCategory: detail?.category }),
  );

const reportOpenedPrecondition = precondition<DecisionContext>(
  'notOpened',
  'someone who sees the case has opened its report',
  (context) => openingState(context).isOpened,
);
const messageReadPrecondition = precondition<DecisionContext>(
  'unreadMessage',
  'and has since the last message of the person who reported',
  (context) => {
    const read = openingState(context);
    return !read.isOpened || !read.isUnread;
  },
);
const referralDecidedPrecondition = precondition<DecisionContext>(
  'referralUndecided',
  'a referral decision, if the heading or a grading asks for one',
  (context) => context.record.referral !== undefined || !hasBeenReferable(context),
);
const agreedPrecondition = precondition<DecisionContext>(
  'notAgreed',
  'if the case is grave (ever urgent, ever said to be abuse of position, or decided not to be referred): another person agreed since anything new',
  (context) => !needsAgreement(context) || agreedOutcome(context) !== undefined,
);
const agreementReadPrecondition = precondition<DecisionContext>(
  'agreementUnread',
  'the person has opened the case, and with it the reason, since the other agreed',
  (context) =>
    !needsAgreement(context) ||
    agreedOutcome(context) === undefined ||
    hasOpenedAfter(context, context.record.closing?.sequence ?? Infinity),
);

export const closingPreconditions: readonly Precondition<DecisionContext>[] = [
  reportOpenedPrecondition,
  messageReadPrecondition,
  referralDecidedPrecondition,
  agreedPrecondition,
  agreementReadPrecondition,
];

const maxLinksChecked = 20;

type OutcomeContext = ActionContext<{ readonly outcome: Outcome }>;

const isLinkedToOriginal = ({ entries, maySee, other }: DecisionContext): boolean =>
  linkedCaseIds(entries({ kinds: ['linked'] }))
    .filter(maySee)
    .slice(0, maxLinksChecked)
    .some((caseId) => {
      const same = other(caseId);
      return same !== undefined && same.erasedOn === undefined && same.outcome !== 'duplicate';
    });
const linkedPrecondition = precondition<OutcomeContext>(
  'notLinked',
  'if it is closed as the same as another: a link to a case that the person may see, neither erased nor itself closed so',
  (context) => context.input.outcome !== 'duplicate' || isLinkedToOriginal(context),
);
const agreedOutcomePrecondition = precondition<OutcomeContext>(
  'otherOutcome',
  'the outcome is the one that the other agreed to',
  (context) => {
    const agreed = needsAgreement(context) ? agreedOutcome(context) : undefined;
    return agreed === undefined || agreed === context.input.outcome;
  },
);
const signedOffPrecondition = precondition<OutcomeContext>(
  'notAgreed',
  'if the force lists its category or a flag, and it ends without action, as the same as another or is not to be referred: a supervisor closes it or agreed to that outcome, or the reserve did, since anything new',
  (context) => !waitsForSignOff(context, context.input.outcome),
);
export const outcomePreconditions: readonly Precondition<OutcomeContext>[] = [
  linkedPrecondition,
  signedOffPrecondition,
  agreedOutcomePrecondition,
];

/** For an agreement to an end, or to another's step that cannot be taken back. */
export const caseReadPrecondition = precondition<DecisionContext>(
  'agreementUnread',
  'the person has opened the case since anything new',
  (context) => wasReadByAny(context, [context.by]),
);

export const agreementPreconditions: readonly Precondition<OutcomeContext>[] = [
  reportOpenedPrecondition,
  messageReadPrecondition,
  referralDecidedPrecondition,
  linkedPrecondition,
  caseReadPrecondition,
];

/** No one sets the end of a retention period and then says alone that it is over. */
function hasRequesterSetReview({ record, entries, by }: DecisionContext): boolean {
  const [set] = entries({ kinds: ['reviewSet'], last: 1 });
  return set !== undefined && set.detail?.reviewOn === record.reviewOn && hasAuthor(set, record.erasure?.askedBy ?? by);
}

const createErasurePreconditions = <Of extends DecisionContext>(
  getReason: (context: Of) => ErasureReason | undefined,
): readonly Precondition<Of>[] => [
  precondition(
    'unreadMessage',
    'no message of the person who reported is unread',
    (context) => !openingState(context).isUnread,
  ),
  precondition('notClosed', 'the case is closed', ({ record }) => record.status === 'closed'),
  precondition('onHold', 'it is not on hold', ({ record }) => !record.hold),
  precondition(
    'toRefer',
    'no referral that was decided is still to be made',
    ({ record }) => record.referral?.decision !== 'refer',
  ),
  precondition('taskOpen', 'no task is open', ({ record }) => (record.tasks ?? []).length === 0),
  precondition(
    'retentionRuns',
    'if its retention is said to be over: it is, and its day was not set by the one who asks',
    (context) =>
      getReason(context) !== 'retentionOver' ||
      (isRetentionOver(context.record, context.today) && !hasRequesterSetReview(context)),
  ),
];

export const erasureRequestPreconditions = createErasurePreconditions<
  ActionContext<{ readonly reason: ErasureReason }>
>(({ input }) => input.reason);

export const erasureExecutionPreconditions: readonly Precondition<DecisionContext>[] = [
  ...createErasurePreconditions<DecisionContext>(({ record }) => record.erasure?.reason),
  precondition('noCode', 'it was asked for with a code', ({ record }) => record.erasure?.reason !== undefined),
  precondition(
    'reasonUnread',
    'the person has opened the case, and with it the reason, since it was asked for',
    (context) => {
      const [asked] = context.entries({ kinds: ['erasureAsked'], last: 1 });
      return asked !== undefined && hasOpenedAfter(context, asked.sequence);
    },
  ),
  precondition(
    'askerGone',
    'the one who asked still handles such cases',
    ({ record, holders, by }) =>
      record.erasure === undefined || remainingHandlers(holders, record, by).includes(record.erasure.askedBy),
  ),
];

const unmetPreconditions = <Of>(context: Of, all: readonly Precondition<Of>[]): readonly PreconditionCode[] =>
  all.flatMap((one) => (one.holds(context) ? [] : [one.onFailure.gate]));

export const unmetClosingPreconditions = (context: DecisionContext): readonly PreconditionCode[] =>
  context.record.status === 'closed' ? [] : unmetPreconditions(context, closingPreconditions);

export function unmetErasurePreconditions(context: DecisionContext): readonly PreconditionCode[] {
  const { erasedOn, erasure } = context.record;
  if (erasedOn !== undefined) return [];
  return unmetPreconditions(
    context,
    erasure === undefined
      ? createErasurePreconditions<DecisionContext>(() => undefined)
      : erasureExecutionPreconditions,
  );
}
