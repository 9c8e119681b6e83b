import { withoutCaseReference, type AlertRecord, requeueForReserve } from '../model/alert-record.ts';
import { type CaseRecord, withoutSafety } from '../model/case-record.ts';
import { removePersonFromIdentityRequest } from '../model/identity-request.ts';
import { type Actor, maySee } from '../model/permissions.ts';
import type { PersonId } from '../model/roles.ts';
import {
  type CaseAction,
  type EntryRequest,
  type ActionContext,
  type CaseOutcome,
  type CaseworkDependencies,
  type ActionResult,
  handlers,
  requirement,
  noteFields,
  notifiedReserve,
  type SealedNote,
  type DecisionContext,
} from './case-action.ts';
import { createUseCase } from './use-case.ts';
import { unassignTasks } from './decision-log.ts';
import { remainingHandlers, remainingHolders, hasAuthor, findLastExclusion, exclusionKinds } from './four-eyes.ts';

/** An excluded person leaves pending decisions, and what they recorded of danger is asked again; the history stays. */
const withoutPerson = (record: CaseRecord, person: PersonId): CaseRecord => ({
  ...(record.safety?.by === person ? withoutSafety(record) : record),
  excluded: [...record.excluded, person],
  assignee: record.assignee === person ? undefined : record.assignee,
  erasure: record.erasure?.askedBy === person ? undefined : record.erasure,
  closing: record.closing?.by === person ? undefined : record.closing,
  lowering: record.lowering?.by === person ? undefined : record.lowering,
  takeover: record.takeover?.by === person ? undefined : record.takeover,
  cardWithdrawal: record.cardWithdrawal?.by === person ? undefined : record.cardWithdrawal,
  identityAsked: record.identityAsked && removePersonFromIdentityRequest(record.identityAsked, person),
  tasks: unassignTasks(record.tasks, person),
});

/**
 * The reason for an identity request was sealed to the former handlers, so the reserve asks anew. The alert waits as a
 * new one.
 */
export const moveToReserve = (record: CaseRecord): CaseRecord => ({
  // The reserve cannot read what the unit recorded.
  ...withoutSafety(record),
  handledBy: 'reserve',
  assignee: undefined,
  identityAsked: undefined,
  closing: undefined,
  lowering: undefined,
  cardWithdrawal: undefined,
  takeover: undefined,
  tasks: unassignTasks(record.tasks),
  toAcknowledge: true,
  opened: false,
});

export function redirectAlertToReserve(
  alert: AlertRecord,
  { excluded }: Pick<CaseRecord, 'excluded'>,
  known: readonly PersonId[],
  now: Date,
): AlertRecord {
  const due = requeueForReserve(alert, now);
  return known.some((one) => excluded.includes(one)) ? withoutCaseReference(due) : due;
}

/** A case never stays with no one. */
const hasRemainingHandler = (context: DecisionContext, person: PersonId): boolean => {
  const without = withoutPerson(context.record, person);
  return (
    remainingHandlers(context.holders, without, person).length > 0 ||
    remainingHolders(context, without, 'reserve').length > 0
  );
};

function leaveCase({
  record,
  holders,
  by,
  now,
  input,
}: ActionContext<{ readonly words?: SealedNote | undefined }>): ActionResult {
  const without = withoutPerson(record, by);
  const step = { record: without, event: { kind: 'conflictDeclared', ...noteFields(input.words) } } as const;
  if (remainingHandlers(holders, without, by).length > 0) return { steps: [step], alert: withoutCaseReference };
  return {
    steps: [step, { record: moveToReserve(without), event: { kind: 'movedToReserve', by: 'system' } }],
    alert: (alert) => redirectAlertToReserve(alert, without, holders.reserve, now),
  };
}

interface ConflictRequest extends EntryRequest {
  readonly words?: SealedNote | undefined;
}

type ExclusionOutcome = CaseOutcome | { readonly kind: 'out' };

/**
 * If no known handler is left the case goes to the reserve; the last who could see it cannot leave. From then on no
 * alert that an excluded person reads names it.
 */
export const declareConflictUseCase = createUseCase<ConflictRequest>({
  description: 'Leave a case because of a conflict of interest',
  allowedActors: handlers,
  requirements: [
    requirement('the person is not out of it already', 'already', ({ record, by }) => !record.excluded.includes(by)),
    requirement('someone else is left who can see it, of the reserve if no one of the unit', 'lastOne', (context) =>
      hasRemainingHandler(context, context.by),
    ),
  ],
  eventKinds: ['conflictDeclared'],
  allowsErased: true,
  apply: leaveCase,
});

export async function declareConflict(
  deps: CaseworkDependencies,
  by: Actor,
  input: ConflictRequest,
): Promise<ExclusionOutcome> {
  const outcome = await declareConflictUseCase(deps, by, input);
  return outcome.kind === 'changed' ? { kind: 'out' } : outcome;
}

interface ExclusionRequest extends EntryRequest {
  readonly person: PersonId;
  readonly words?: SealedNote | undefined;
}

const isSelfExclusion = ({ by, input }: ActionContext<ExclusionRequest>): boolean => input.person === by;
const withoutRequestedPerson = ({ record, input }: ActionContext<ExclusionRequest>) =>
  withoutPerson(record, input.person);

/** The person need not be a handler. Someone who excludes themselves leaves as by a conflict. */
export const excludePersonUseCase = createUseCase<ExclusionRequest>({
  description: 'Shut a person out of a case',
  allowedActors: handlers,
  requirements: [
    requirement(
      'that person is not out of it already',
      'already',
      ({ record, input }) => !record.excluded.includes(input.person),
    ),
    requirement(
      'if it is oneself: someone else is left who can see it, of the reserve if no one of the unit',
      'lastOne',
      (context) => !isSelfExclusion(context) || hasRemainingHandler(context, context.by),
    ),
    requirement(
      'if it is someone else: a reason that the reserve can read',
      'noReason',
      (context) => isSelfExclusion(context) || context.input.words?.for === 'oversight',
    ),
    requirement(
      'and of a case of the unit, someone of the reserve who is not shut out',
      'noReserve',
      (context) =>
        isSelfExclusion(context) ||
        context.record.handledBy !== 'acu' ||
        remainingHolders(context, withoutRequestedPerson(context), 'reserve').length > 0,
    ),
    // No one oversees the reserve's cases: a finished one stays where a second person sees it.
    requirement(
      'for the reserve’s closed case: someone else still sees it',
      'needsSecond',
      (context) =>
        isSelfExclusion(context) ||
        context.record.handledBy !== 'reserve' ||
        context.record.status !== 'closed' ||
        remainingHandlers(context.holders, withoutRequestedPerson(context), context.by).some(
          (one) => one !== context.by,
        ),
    ),
  ],
  eventKinds: ['excluded', 'conflictDeclared'],
  notifiesReserve: { description: 'if it is someone else', holds: (context) => !isSelfExclusion(context) },
  allowsErased: true,
  apply: (context) => {
    if (isSelfExclusion(context)) return leaveCase(context);
    const { person, words } = context.input;
    return {
      steps: [
        {
          record: withoutRequestedPerson(context),
          event: { kind: 'excluded', detail: { person }, ...(words && { note: words }) },
        },
      ],
      alert: withoutCaseReference,
    };
  },
});

export async function excludePerson(
  deps: CaseworkDependencies,
  by: Actor,
  input: ExclusionRequest,
): Promise<ExclusionOutcome> {
  const outcome = await excludePersonUseCase(deps, by, input);
  return outcome.kind === 'changed' && !maySee(by, outcome.record) ? { kind: 'out' } : outcome;
}

interface ReadmissionRequest extends EntryRequest {
  readonly person: PersonId;
  readonly words: SealedNote;
}

const findRequestedExclusion = ({ entries, input }: ActionContext<ReadmissionRequest>) =>
  findLastExclusion(entries({ kinds: exclusionKinds }), input.person);

const readmissionAction: Omit<CaseAction<ReadmissionRequest>, 'description' | 'allowedActors'> = {
  requirements: [
    requirement('a reason that the reserve can read', 'noReason', ({ input }) => input.words.for === 'oversight'),
    requirement('that person is shut out of it', 'noSuchPerson', ({ record, input }) =>
      record.excluded.includes(input.person),
    ),
    requirement(
      'by a colleague, and not by a conflict of their own',
      'ownConflict',
      (context) => findRequestedExclusion(context)?.kind === 'excluded',
    ),
    requirement('by another person', 'ownWork', (context) => !hasAuthor(findRequestedExclusion(context), context.by)),
  ],
  eventKinds: ['readmitted'],
  notifiesReserve: { description: 'always', holds: () => true },
  allowsErased: true,
  apply: ({ record, input: { person, words } }) => ({
    steps: [
      {
        record: { ...record, excluded: record.excluded.filter((out) => out !== person) },
        event: { kind: 'readmitted', detail: { person }, note: words },
      },
    ],
  }),
};

/** A declared conflict stays. */
export const readmitPerson = createUseCase<ReadmissionRequest>({
  description: 'Let in a person whom a colleague shut out',
  allowedActors: handlers,
  ...readmissionAction,
});

export const readmitPersonAsReserve = createUseCase<ReadmissionRequest>({
  description: 'Let in such a person as the reserve',
  allowedActors: notifiedReserve,
  ...readmissionAction,
});
