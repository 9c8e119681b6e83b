import { asSeenTo, type CaseRecord } from '../model/case-record.ts';
import { addDays, addYears, type Day } from '../model/calendar.ts';
import type { ReferralDecision } from '../model/outcomes.ts';
import type { PersonId } from '../model/directory.ts';
import {
  type AskedChange,
  type AskedEntry,
  type Asking,
  type CaseOutcome,
  type CaseworkDependencies,
  handlers,
  need,
  noteOf,
  type SealedWords,
  type Standing,
} from './acts.ts';
import { allowedReferralDecisions } from './state-transitions.ts';
import { makeUseCase } from './change-case.ts';
import { handlersLeft } from './four-eyes.ts';
import { StoreError } from '../ports/store-error.ts';
import type { Actor } from '../model/permissions.ts';
import type { CaseId } from '../model/codes.ts';
import { acknowledgeCase } from './acknowledge-case.ts';

interface AskedAssignment extends AskedChange {
  readonly to?: PersonId | undefined;
  readonly words?: SealedWords | undefined;
}

/** The colleague with the case who still handles it; `undefined` if that is the person who acts. */
const colleagueWith = ({ record, holders, by }: Standing): PersonId | undefined => {
  const { assignee } = record;
  const isTheirs = assignee !== undefined && assignee !== by && handlersLeft(holders, record, by).includes(assignee);
  return isTheirs ? assignee : undefined;
};

const canHaveIt = need<{ readonly to?: PersonId | undefined }>(
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

interface AskedReview extends AskedChange {
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

interface AskedReferral extends AskedChange {
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

interface AskedNote extends AskedEntry {
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

interface AskedGiving extends AskedEntry {
  readonly from?: PersonId | undefined;
}

/**
 * `moved`: it is with someone else by now. `reasonNeeded`: it is with a current colleague, and must be given on its own
 * page. `unsure`: the store did not answer; the same request may be sent again.
 */
export type BulkOutcome = 'done' | 'wasDone' | 'moved' | 'notTo' | 'reasonNeeded' | 'refused' | 'unsure';

/** The case must still be with the person whom the page showed; other decisions do not matter. */
export const giveCase = makeUseCase<AskedGiving & { readonly to: PersonId }>({
  says: 'Give several cases to one person, each by itself',
  who: handlers,
  needs: [
    need('it is not with that person already', 'already', ({ record, asked }) => record.assignee !== asked.to),
    need('it is still with whom the list shows', 'state', ({ record, asked }) => record.assignee === asked.from),
    canHaveIt,
    // Taking it from a current colleague needs a reason, which has no place here.
    need(
      'it is with no colleague who still handles such cases',
      'noReasonToTake',
      (standing) => colleagueWith(standing) === undefined,
    ),
  ],
  leaves: ['assigned'],
  waits: {
    says: 'the person who has it now, and the one whom it was with',
    people: ({ by, asked: { to, from } }) => [to, ...[from ?? []].flat()].filter((one) => one !== by),
  },
  does: ({ record, asked: { to } }) => ({
    steps: [{ record: { ...record, assignee: to }, event: { kind: 'assigned', detail: { person: to } } }],
  }),
});

function givenOutcome(outcome: CaseOutcome): BulkOutcome {
  if (outcome.kind === 'changed') return outcome.isNew ? 'done' : 'wasDone';
  if (outcome.kind !== 'notAllowed') return outcome.kind;
  if (outcome.why === 'noReasonToTake') return 'reasonNeeded';
  return outcome.why === 'noSuchPerson' ? 'notTo' : outcome.why === 'erased' ? 'refused' : 'moved';
}

async function eachOf<Asked extends { readonly caseId: CaseId }>(
  cases: readonly Asked[],
  work: (asked: Asked) => Promise<BulkOutcome>,
): Promise<ReadonlyMap<CaseId, BulkOutcome>> {
  const outcomes = new Map<CaseId, BulkOutcome>(cases.map(({ caseId }) => [caseId, 'unsure']));
  for (const asked of cases) {
    try {
      outcomes.set(asked.caseId, await work(asked));
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      return outcomes;
    }
  }
  return outcomes;
}

export const giveCases = (
  deps: CaseworkDependencies,
  by: Actor,
  { cases, to }: { readonly cases: readonly AskedGiving[]; readonly to: PersonId },
  onWaits: (people: readonly PersonId[]) => void = () => undefined,
): Promise<ReadonlyMap<CaseId, BulkOutcome>> =>
  eachOf(cases, async (asked) => {
    const outcome = await giveCase(deps, by, { ...asked, to });
    if (outcome.kind === 'changed' && outcome.waits) onWaits(outcome.waits);
    return givenOutcome(outcome);
  });

export const acknowledgeCases = (
  deps: CaseworkDependencies,
  by: Actor,
  cases: readonly CaseId[],
): Promise<ReadonlyMap<CaseId, BulkOutcome>> =>
  eachOf(
    cases.map((caseId) => ({ caseId })),
    async ({ caseId }) => {
      const { kind } = await acknowledgeCase(deps, caseId, by);
      return kind === 'acknowledged' ? 'done' : kind === 'already' ? 'wasDone' : 'refused';
    },
  );
