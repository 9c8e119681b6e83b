import { markRead, type CaseRecord } from '../model/case-record.ts';
import { addDays, addYears, type Day } from '../model/calendar.ts';
import type { ReferralDecision } from '../model/case-terms.ts';
import type { PersonId } from '../model/roles.ts';
import {
  type ChangeRequest,
  type EntryRequest,
  type ActionContext,
  type CaseOutcome,
  type CaseworkDependencies,
  handlers,
  requirement,
  noteFields,
  type SealedNote,
  type DecisionContext,
} from './case-action.ts';
import { allowedReferralDecisions } from './status-transitions.ts';
import { createUseCase } from './use-case.ts';
import { remainingHandlers } from './four-eyes.ts';
import { StoreError } from '../ports/store-error.ts';
import type { Actor } from '../model/permissions.ts';
import type { CaseId } from '../model/case-id.ts';
import { acknowledgeCase } from './acknowledge-case.ts';

interface AssignmentRequest extends ChangeRequest {
  readonly to?: PersonId | undefined;
  readonly words?: SealedNote | undefined;
}

const getAssignedColleague = ({ record, holders, by }: DecisionContext): PersonId | undefined => {
  const { assignee } = record;
  const isTheirs =
    assignee !== undefined && assignee !== by && remainingHandlers(holders, record, by).includes(assignee);
  return isTheirs ? assignee : undefined;
};

const assigneeRequirement = requirement<{ readonly to?: PersonId | undefined }>(
  'the person whom it is given to is one of its handlers',
  'noSuchPerson',
  ({ record, holders, by, input: { to } }) => to === undefined || remainingHandlers(holders, record, by).includes(to),
);

const assigneesToNotify = (
  context: ActionContext<AssignmentRequest>,
  { assignee }: CaseRecord,
): readonly PersonId[] => [
  ...(assignee === undefined || assignee === context.by ? [] : [assignee]),
  ...[getAssignedColleague(context) ?? []].flat(),
];

/** Taking a case from a current colleague needs a reason that they can read. */
export const assignCase = createUseCase<AssignmentRequest>({
  description: 'Take a case, hand it over, or give it to no one',
  allowedActors: handlers,
  requirements: [
    requirement('it is not with that person already', 'state', ({ record, input }) => input.to !== record.assignee),
    assigneeRequirement,
    requirement(
      'if it is with a colleague who still handles such cases: a reason that they can read',
      'noReasonToTake',
      (context) => getAssignedColleague(context) === undefined || context.input.words?.for === 'handlers',
    ),
  ],
  eventKinds: ['assigned'],
  peopleToNotify: { description: 'the person who has it now, and the colleague who had it', people: assigneesToNotify },
  apply: ({ record, by, input: { to, words } }) => ({
    steps: [
      {
        // Someone who takes a case has seen its news.
        record: { ...(to === by ? markRead(record) : record), assignee: to },
        event: { kind: 'assigned', detail: to === undefined ? {} : { person: to }, ...noteFields(words) },
      },
    ],
  }),
});

interface ReviewRequest extends ChangeRequest {
  readonly reviewOn: Day;
  readonly hold: boolean;
  readonly words?: SealedNote | undefined;
}

export const setReview = createUseCase<ReviewRequest>({
  description: 'Set the day of a review, or put a case on hold',
  allowedActors: handlers,
  requirements: [
    requirement('the day is to come', 'state', ({ input, today }) => input.reviewOn > today),
    requirement(
      'it is no later than the force has reviews',
      'reviewTooFar',
      ({ input, today, rules }) => input.reviewOn <= addYears(today, rules.reviewYears),
    ),
  ],
  eventKinds: ['reviewSet'],
  apply: ({ record, input: { reviewOn, hold, words } }) => ({
    steps: [
      {
        record: { ...record, reviewOn, hold },
        event: { kind: 'reviewSet', detail: { reviewOn, hold }, ...noteFields(words) },
      },
    ],
  }),
});

interface ReferralRequest extends ChangeRequest {
  readonly decision: ReferralDecision;
  readonly words: SealedNote;
}

/** A decided referral stays due until it is made, even if the case is closed. */
export const decideReferral = createUseCase<ReferralRequest>({
  description: 'Decide about a referral to the IOPC',
  allowedActors: handlers,
  requirements: [
    requirement(
      'the case is open; of a closed one only that a decided referral is made',
      'state',
      ({ record, input }) => allowedReferralDecisions(record).includes(input.decision),
    ),
  ],
  eventKinds: ['referralDecided'],
  apply: ({ record, today, rules, input: { decision, words } }) => {
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

interface NoteRequest extends EntryRequest {
  readonly words: SealedNote;
}

export const addCaseNote = createUseCase<NoteRequest>({
  description: 'Write a note',
  allowedActors: handlers,
  requirements: [],
  eventKinds: ['noted'],
  apply: ({ record, input: { words } }) => ({ steps: [{ record, event: { kind: 'noted', note: words } }] }),
});

export const recordVerificationFailure = createUseCase<EntryRequest>({
  description: 'Note that something did not verify when the case was opened',
  allowedActors: handlers,
  requirements: [],
  eventKinds: ['doubted'],
  allowsErased: true,
  apply: ({ record }) => ({ steps: [{ record, event: { kind: 'doubted' } }] }),
});

interface BulkAssignmentRequest extends EntryRequest {
  readonly from?: PersonId | undefined;
}

/**
 * `moved`: someone else has it by now. `reasonNeeded`: a current colleague has it. `unsure`: the store did not answer;
 * the same request may be sent again.
 */
export type BulkOutcome = 'done' | 'wasDone' | 'moved' | 'notTo' | 'reasonNeeded' | 'refused' | 'unsure';

/** Only the assignee must be as the page showed it. */
export const bulkAssignCaseUseCase = createUseCase<BulkAssignmentRequest & { readonly to: PersonId }>({
  description: 'Give several cases to one person, each by itself',
  allowedActors: handlers,
  requirements: [
    requirement('it is not with that person already', 'already', ({ record, input }) => record.assignee !== input.to),
    requirement('it is still with whom the list shows', 'state', ({ record, input }) => record.assignee === input.from),
    assigneeRequirement,
    // Taking it from a colleague needs a reason, which this request cannot hold.
    requirement(
      'it is with no colleague who still handles such cases',
      'noReasonToTake',
      (context) => getAssignedColleague(context) === undefined,
    ),
  ],
  eventKinds: ['assigned'],
  peopleToNotify: {
    description: 'the person who has it now, and the one who had it',
    people: ({ by, input: { to, from } }) => [to, ...[from ?? []].flat()].filter((one) => one !== by),
  },
  apply: ({ record, input: { to } }) => ({
    steps: [{ record: { ...record, assignee: to }, event: { kind: 'assigned', detail: { person: to } } }],
  }),
});

function toBulkOutcome(outcome: CaseOutcome): BulkOutcome {
  if (outcome.kind === 'changed') return outcome.isNew ? 'done' : 'wasDone';
  if (outcome.kind !== 'notAllowed') return outcome.kind;
  if (outcome.why === 'noReasonToTake') return 'reasonNeeded';
  return outcome.why === 'noSuchPerson' ? 'notTo' : outcome.why === 'erased' ? 'refused' : 'moved';
}

async function runBulk<Asked extends { readonly caseId: CaseId }>(
  cases: readonly Asked[],
  work: (input: Asked) => Promise<BulkOutcome>,
): Promise<ReadonlyMap<CaseId, BulkOutcome>> {
  const outcomes = new Map<CaseId, BulkOutcome>(cases.map(({ caseId }) => [caseId, 'unsure']));
  for (const input of cases) {
    try {
      outcomes.set(input.caseId, await work(input));
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      return outcomes;
    }
  }
  return outcomes;
}

export const bulkAssignCases = (
  deps: CaseworkDependencies,
  by: Actor,
  { cases, to }: { readonly cases: readonly BulkAssignmentRequest[]; readonly to: PersonId },
  notify: (people: readonly PersonId[]) => void = () => undefined,
): Promise<ReadonlyMap<CaseId, BulkOutcome>> =>
  runBulk(cases, async (input) => {
    const outcome = await bulkAssignCaseUseCase(deps, by, { ...input, to });
    if (outcome.kind === 'changed' && outcome.peopleToNotify) notify(outcome.peopleToNotify);
    return toBulkOutcome(outcome);
  });

export const acknowledgeCases = (
  deps: CaseworkDependencies,
  by: Actor,
  cases: readonly CaseId[],
): Promise<ReadonlyMap<CaseId, BulkOutcome>> =>
  runBulk(
    cases.map((caseId) => ({ caseId })),
    async ({ caseId }) => {
      const { kind } = await acknowledgeCase(deps, caseId, by);
      return kind === 'acknowledged' ? 'done' : kind === 'already' ? 'wasDone' : 'refused';
    },
  );
