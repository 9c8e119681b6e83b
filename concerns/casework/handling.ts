import { asSeenTo, type CaseRecord } from '../records/case-record.ts';
import { addDays, addYears, type Day } from '../terms/calendar.ts';
import type { ReferralDecision } from '../terms/outcomes.ts';
import type { PersonId } from '../terms/directory.ts';
import {
  type AskedChange,
  type AskedEntry,
  type Asking,
  handlers,
  need,
  noteOf,
  type SealedWords,
  type Standing,
} from './act.ts';
import { allowedReferralDecisions } from './case-states.ts';
import { makeUseCase } from './change-case.ts';
import { handlersLeft } from './second-person.ts';

export interface AskedAssignment extends AskedChange {
  readonly to?: PersonId | undefined;
  readonly words?: SealedWords | undefined;
}

/** The colleague with the case who still handles it; `undefined` if that is the person who acts. */
export const colleagueWith = ({ record, holders, by }: Standing): PersonId | undefined => {
  const { assignee } = record;
  const isTheirs = assignee !== undefined && assignee !== by && handlersLeft(holders, record, by).includes(assignee);
  return isTheirs ? assignee : undefined;
};

export const canHaveIt = need<{ readonly to?: PersonId | undefined }>(
  'the person whom it is given to handles such cases and is not shut out of it',
  'noSuchPerson',
  ({ record, holders, by, asked: { to } }) => to === undefined || handlersLeft(holders, record, by).includes(to),
);

const givenAndTaken = (standing: Asking<AskedAssignment>, { assignee }: CaseRecord): readonly PersonId[] => [
  ...(assignee === undefined || assignee === standing.by ? [] : [assignee]),
  ...[colleagueWith(standing) ?? []].flat(),
];

/**
 * The case goes to a known handler who can see it. Taking it from a current colleague needs a reason that they can
 * read, and they are told.
 */
export const assignCase = makeUseCase<AskedAssignment>({
  says: 'Take a case, hand it over, or give it to nobody',
  who: handlers,
  needs: [
    need('it is not with that person already', 'state', ({ record, asked }) => asked.to !== record.assignee),
    canHaveIt,
    need(
      'if it is with a colleague who still handles such cases: a reason that they can read',
      'noReasonToTake',
      (standing) => colleagueWith(standing) === undefined || standing.asked.words?.for === 'handlers',
    ),
  ],
  leaves: ['assigned'],
  waits: { says: 'the person who has it now, and the colleague whom it was taken from', people: givenAndTaken },
  does: ({ record, by, asked: { to, words } }) => ({
    steps: [
      {
        // Someone who takes a case has seen to its news; someone to whom it is given has not.
        record: { ...(to === by ? asSeenTo(record) : record), assignee: to },
        event: { kind: 'assigned', detail: to === undefined ? {} : { person: to }, ...noteOf(words) },
      },
    ],
  }),
});

export interface AskedReview extends AskedChange {
  readonly reviewOn: Day;
  readonly hold: boolean;
  readonly words?: SealedWords | undefined;
}

export const setReview = makeUseCase<AskedReview>({
  says: 'Set the day of a review, or put a case on hold',
  who: handlers,
  needs: [
    need('the day is to come', 'state', ({ asked, today }) => asked.reviewOn > today),
    need(
      'it is no later than the force has reviews',
      'reviewTooFar',
      ({ asked, today, rules }) => asked.reviewOn <= addYears(today, rules.reviewYears),
    ),
  ],
  leaves: ['reviewSet'],
  does: ({ record, asked: { reviewOn, hold, words } }) => ({
    steps: [
      {
        record: { ...record, reviewOn, hold },
        event: { kind: 'reviewSet', detail: { reviewOn, hold }, ...noteOf(words) },
      },
    ],
  }),
});

export interface AskedReferral extends AskedChange {
  readonly decision: ReferralDecision;
  readonly words: SealedWords;
}

/**
 * Decides, with a reason, on a referral to the IOPC. A decided referral stays due until it is made, also on a closed
 * case.
 */
export const decideReferral = makeUseCase<AskedReferral>({
  says: 'Decide about a referral to the IOPC',
  who: handlers,
  needs: [
    need('the case is open; of a closed one only that a decided referral is made', 'state', ({ record, asked }) =>
      allowedReferralDecisions(record).includes(asked.decision),
    ),
  ],
  leaves: ['referralDecided'],
  does: ({ record, today, rules, asked: { decision, words } }) => {
    const isDue = decision === 'refer' && rules.referralDays !== undefined;
    const due = isDue ? { dueOn: addDays(today, rules.referralDays) } : {};
    return {
      steps: [
        {
          record: { ...record, referral: { decision, on: today, ...due } },
          event: { kind: 'referralDecided', detail: { decision, ...due }, note: words },
        },
      ],
    };
  },
});

export interface AskedNote extends AskedEntry {
  readonly words: SealedWords;
}

export const noteCase = makeUseCase<AskedNote>({
  says: 'Write a note',
  who: handlers,
  needs: [],
  leaves: ['noted'],
  does: ({ record, asked: { words } }) => ({ steps: [{ record, event: { kind: 'noted', note: words } }] }),
});

export const doubtCase = makeUseCase<AskedEntry>({
  says: 'Note that something did not verify when the case was opened',
  who: handlers,
  needs: [],
  leaves: ['doubted'],
  evenErased: true,
  does: ({ record }) => ({ steps: [{ record, event: { kind: 'doubted' } }] }),
});
