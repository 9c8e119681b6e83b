import type { EntriesAsked } from '../ports/case-store.ts';
import { isRetentionOver } from '../model/deadlines.ts';
import type { ErasureReason, Outcome } from '../model/outcomes.ts';
import type { PersonId } from '../model/directory.ts';
import { asksForReferral } from '../model/kinds.ts';
import type { Asking, Gate, Standing } from './acts.ts';
import { agreedOutcome, askedForAgreement, needsAgreement } from './agreed-end.ts';
import { linkedIn } from './links.ts';
import {
  askedForGradings,
  askedForNews,
  handlersLeft,
  hasOpenedAfter,
  hasReadAll,
  isBy,
  lastOpening,
  openedByOthers,
  othersLeft,
} from './four-eyes.ts';

export interface GateOf<in Of> {
  readonly says: string;
  readonly else: { readonly gate: Gate };
  holds(standing: Of): boolean;
}
const gate = <Of>(code: Gate, says: string, holds: (standing: Of) => boolean): GateOf<Of> => ({
  says,
  else: { gate: code },
  holds,
});

const askedForRead = (others: readonly PersonId[], by: PersonId): readonly [EntriesAsked, EntriesAsked] => [
  { kinds: ['consulted'], by: [...others, by], last: 1 },
  { kinds: ['messageFromReporter'], last: 1 },
];

export function askedForGates(others: readonly PersonId[], by: PersonId): readonly EntriesAsked[] {
  const opened = openedByOthers(others);
  return [
    ...askedForRead(others, by),
    ...(opened ? [opened] : []),
    lastOpening(by),
    ...askedForNews,
    ...askedForAgreement,
  ];
}

function readOf({ record, holders, entries, by }: Standing): {
  readonly isOpened: boolean;
  readonly isUnread: boolean;
} {
  const [openings, messages] = askedForRead(othersLeft(holders, record, by), by);
  const [opened] = entries(openings);
  const [written] = entries(messages);
  return {
    isOpened: opened !== undefined,
    isUnread: written !== undefined && (opened === undefined || opened.sequence < written.sequence),
  };
}

const wasSerious = ({ record, entries }: Standing): boolean =>
  asksForReferral(record) ||
  entries(askedForGradings).some(({ detail }) =>
    asksForReferral({ flags: detail?.flags ?? [], nationalCategory: detail?.category }),
  );

const isOpened = gate<Standing>(
  'notOpened',
  'somebody who sees the case has opened its report',
  (standing) => readOf(standing).isOpened,
);
const isMessageRead = gate<Standing>(
  'unreadMessage',
  'and has since the last message of the person who reported',
  (standing) => {
    const read = readOf(standing);
    return !read.isOpened || !read.isUnread;
  },
);
const isReferralDecided = gate<Standing>(
  'referralUndecided',
  'a referral was decided about, if the heading or any grading asks for that',
  (standing) => standing.record.referral !== undefined || !wasSerious(standing),
);
const isAgreed = gate<Standing>(
  'notAgreed',
  'another agreed to the end since the last that is known of the case, if it is urgent, was ever said to be abuse of position, or was decided not to be referred',
  (standing) => !needsAgreement(standing) || agreedOutcome(standing) !== undefined,
);
const isAgreementRead = gate<Standing>(
  'agreementUnread',
  'the person has opened the case, and with it the reason, since the other agreed',
  (standing) =>
    !needsAgreement(standing) ||
    agreedOutcome(standing) === undefined ||
    hasOpenedAfter(standing, standing.record.closing?.sequence ?? Infinity),
);

export const closingGates: readonly GateOf<Standing>[] = [
  isOpened,
  isMessageRead,
  isReferralDecided,
  isAgreed,
  isAgreementRead,
];

const mostLooked = 20;

type WithOutcome = Asking<{ readonly outcome: Outcome }>;

const isLinkedWithSame = ({ entries, sees, other }: Standing): boolean =>
  linkedIn(entries({ kinds: ['linked'] }))
    .filter(sees)
    .slice(0, mostLooked)
    .some((caseId) => {
      const same = other(caseId);
      return same !== undefined && same.erasedOn === undefined && same.outcome !== 'duplicate';
    });
const isLinked = gate<WithOutcome>(
  'notLinked',
  'if it is closed as the same as another: it is linked with one that the person may see, that is not erased and is not itself closed as the same as another',
  (standing) => standing.asked.outcome !== 'duplicate' || isLinkedWithSame(standing),
);
const isAgreedOutcome = gate<WithOutcome>(
  'otherOutcome',
  'the outcome is the one that the other agreed to',
  (standing) => {
    const agreed = needsAgreement(standing) ? agreedOutcome(standing) : undefined;
    return agreed === undefined || agreed === standing.asked.outcome;
  },
);
export const outcomeGates: readonly GateOf<WithOutcome>[] = [isLinked, isAgreedOutcome];

/** Needed to agree to an end, or to another's step that cannot be taken back. */
export const hasReadItAll = gate<Standing>(
  'agreementUnread',
  'the person has opened the case since the last that became known of it',
  (standing) => hasReadAll(standing, [standing.by]),
);

export const agreementGates: readonly GateOf<WithOutcome>[] = [
  isOpened,
  isMessageRead,
  isReferralDecided,
  isLinked,
  hasReadItAll,
];

/** No one sets the end of a retention period and then says alone that it is over. */
function hasAskerSetReview({ record, entries, by }: Standing): boolean {
  const [set] = entries({ kinds: ['reviewSet'], last: 1 });
  return set !== undefined && set.detail?.reviewOn === record.reviewOn && isBy(set, record.erasure?.askedBy ?? by);
}

const erasing = <Of extends Standing>(reasonOf: (standing: Of) => ErasureReason | undefined): readonly GateOf<Of>[] => [
  gate('unreadMessage', 'no message of the person who reported is unread', (standing) => !readOf(standing).isUnread),
  gate('notClosed', 'the case is closed', ({ record }) => record.status === 'closed'),
  gate('onHold', 'it is not on hold', ({ record }) => !record.hold),
  gate(
    'toRefer',
    'no referral that was decided is still to be made',
    ({ record }) => record.referral?.decision !== 'refer',
  ),
  gate('taskOpen', 'no task is open', ({ record }) => (record.tasks ?? []).length === 0),
  gate(
    'retentionRuns',
    'if its retention is said to be over: it is, and its day was not set by the one who asks',
    (standing) =>
      reasonOf(standing) !== 'retentionOver' ||
      (isRetentionOver(standing.record, standing.today) && !hasAskerSetReview(standing)),
  ),
];

export const askingGates = erasing<Asking<{ readonly reason: ErasureReason }>>(({ asked }) => asked.reason);

export const carryingOutGates: readonly GateOf<Standing>[] = [
  ...erasing<Standing>(({ record }) => record.erasure?.reason),
  gate('noCode', 'it was asked for with a code', ({ record }) => record.erasure?.reason !== undefined),
  gate('reasonUnread', 'the person has opened the case, and with it the reason, since it was asked for', (standing) => {
    const [asked] = standing.entries({ kinds: ['erasureAsked'], last: 1 });
    return asked !== undefined && hasOpenedAfter(standing, asked.sequence);
  }),
  gate(
    'askerGone',
    'the one who asked still handles such cases',
    ({ record, holders, by }) =>
      record.erasure === undefined || handlersLeft(holders, record, by).includes(record.erasure.askedBy),
  ),
];

const standingIn = <Of>(standing: Of, all: readonly GateOf<Of>[]): readonly Gate[] =>
  all.flatMap((one) => (one.holds(standing) ? [] : [one.else.gate]));

export const closingGatesOf = (standing: Standing): readonly Gate[] =>
  standing.record.status === 'closed' ? [] : standingIn(standing, closingGates);

export function erasureGatesOf(standing: Standing): readonly Gate[] {
  const { erasedOn, erasure } = standing.record;
  if (erasedOn !== undefined) return [];
  return standingIn(standing, erasure === undefined ? erasing<Standing>(() => undefined) : carryingOutGates);
}
