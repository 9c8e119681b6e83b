import { requeueForAddition } from '../model/alert-record.ts';
import { type CaseRecord, isAwaitingHandler, withoutSafety } from '../model/case-record.ts';
import { withFirstDayDue } from '../model/deadlines.ts';
import { eventKinds } from '../model/event-record.ts';
import type { PersonId } from '../model/roles.ts';
import { isUrgencyReported, mayLowerAlone } from '../model/urgency.ts';
import {
  type ActionContext,
  type ActionResult,
  type ChangeRequest,
  type DecisionContext,
  type EntryRequest,
  handlers,
  notifiedReserve,
  requirement,
  type SealedNote,
} from './case-action.ts';
import { eventEffects } from './event-effects.ts';
import { approvers, hasOpenedAfter, oversightRequirements } from './four-eyes.ts';
import { caseReadPrecondition } from './preconditions.ts';
import { createUseCase } from './use-case.ts';

interface RaiseRequest extends EntryRequest {
  readonly words: SealedNote;
}

/** The alert leaves at once, and is repeated until someone acknowledges it. */
export const raiseUrgency = createUseCase<RaiseRequest>({
  description: 'Make a case urgent',
  allowedActors: handlers,
  requirements: [
    requirement(
      'it is open, and not urgent',
      'state',
      ({ record }) => record.status !== 'closed' && record.urgency !== 'urgent',
    ),
  ],
  eventKinds: ['urgencyRaised'],
  peopleToNotify: approvers,
  apply: ({ record, rules, by, now, today, input: { words } }) => {
    // If danger now is recorded already, it is not asked again.
    const asked = record.safety?.danger === 'now' ? record : withoutSafety(record);
    const raised = {
      ...asked,
      urgency: 'urgent',
      urgencyRaised: { by, on: today },
      toAcknowledge: record.status === 'received' ? record.toAcknowledge : (true as const),
    } as const;
    return {
      steps: [
        {
          record: record.opened === true ? withFirstDayDue(raised, rules.firstDayLimits ?? {}, today) : raised,
          event: { kind: 'urgencyRaised', note: words },
        },
      ],
      alert: (alert) => ({ ...requeueForAddition(alert, now), urgency: 'urgent', dueAt: now.toISOString() }),
    };
  },
});

/** Acknowledged and opened: no alert that still waits falls silent by it. */
const isLowerable = (record: CaseRecord): boolean =>
  record.urgency === 'urgent' && record.status !== 'closed' && !isAwaitingHandler(record);

const lowerableRequirement = requirement<unknown>(
  'it is urgent and open, and was acknowledged and opened since its last alert',
  'state',
  ({ record }) => isLowerable(record),
);

const endingKinds = eventKinds.filter((kind) => eventEffects[kind].endsAgreement);

/** By someone else who holds a role now and is not excluded, if nothing is new since. */
function pendingLowering({ record, entries, holders, by }: DecisionContext): CaseRecord['lowering'] {
  const { lowering, excluded, handledBy } = record;
  if (lowering === undefined || lowering.by === by || excluded.includes(lowering.by)) return undefined;
  if (!holders[handledBy].includes(lowering.by)) return undefined;
  const [news] = entries({ kinds: endingKinds, last: 1 });
  return news !== undefined && news.sequence > lowering.sequence ? undefined : lowering;
}

interface LoweringRequest extends ChangeRequest {
  readonly words: SealedNote;
}

const isForReserve = ({ input }: ActionContext<LoweringRequest>): boolean => input.words.for === 'oversight';

export const askLowering = createUseCase<LoweringRequest>({
  description: 'Ask that a case be no longer urgent',
  allowedActors: handlers,
  requirements: [lowerableRequirement, caseReadPrecondition, ...oversightRequirements(isForReserve)],
  eventKinds: ['loweringAsked'],
  notifiesReserve: { description: 'if it is asked to agree', holds: isForReserve },
  peopleToNotify: approvers,
  apply: ({ record, by, today, input: { words } }) => ({
    steps: [
      {
        record: { ...record, lowering: { by, on: today, sequence: record.chain.sequence + 1 } },
        event: { kind: 'loweringAsked', note: words },
      },
    ],
  }),
});

const lower = ({ record, input: { words } }: ActionContext<{ readonly words: SealedNote }>): ActionResult => ({
  steps: [
    {
      record: {
        ...record,
        urgency: 'standard',
        wasUrgent: isUrgencyReported(record) ? 'reported' : 'raised',
        urgencyRaised: undefined,
        lowering: undefined,
      },
      event: { kind: 'urgencyLowered', note: words },
    },
  ],
  // An alert that someone is still to acknowledge goes on as it is.
  alert: (alert) => (alert.state === 'acknowledged' ? { ...alert, urgency: 'standard' } : alert),
});

/** Two, if a reporter called it urgent, a colleague raised it, or it was lowered before. */
export const lowerUrgency = createUseCase<LoweringRequest>({
  description: 'Make a case no longer urgent',
  allowedActors: handlers,
  requirements: [
    lowerableRequirement,
    requirement(
      'the person raised it, it was not urgent before, and no reporter ever said so; or someone else who handles it asked, since anything new',
      'needsTwo',
      (context) => mayLowerAlone(context.record, context.by) || pendingLowering(context) !== undefined,
    ),
    {
      ...caseReadPrecondition,
      description: 'and the person has opened the case since then, and since anything new',
      holds: (context) =>
        caseReadPrecondition.holds(context) &&
        (mayLowerAlone(context.record, context.by) ||
          hasOpenedAfter(context, pendingLowering(context)?.sequence ?? Infinity)),
    },
  ],
  eventKinds: ['urgencyLowered'],
  apply: lower,
});

interface ReserveLoweringRequest extends EntryRequest {
  readonly words: SealedNote;
}

/** `undefined` if no one asked the reserve, or nothing is to be lowered any more. */
export function pendingReserveLowering(context: DecisionContext): { readonly by: PersonId } | undefined {
  const lowering = isLowerable(context.record) ? pendingLowering(context) : undefined;
  if (lowering === undefined) return undefined;
  const [entry] = context.entries({ after: lowering.sequence - 1, before: lowering.sequence + 1 });
  return entry?.detail?.told === true ? { by: lowering.by } : undefined;
}

export const agreeLoweringAsReserve = createUseCase<ReserveLoweringRequest>({
  description: 'Agree as the reserve that a case is no longer urgent',
  allowedActors: notifiedReserve,
  requirements: [
    requirement('a reason that the reserve can read', 'noReason', ({ input }) => input.words.for === 'oversight'),
    requirement(
      'the reserve was asked to, by someone else who holds a role now, since anything new',
      'notAsked',
      (context) => pendingReserveLowering(context) !== undefined,
    ),
  ],
  eventKinds: ['urgencyLowered'],
  apply: (context) => {
    const { steps, ...rest } = lower(context);
    // The reserve's own act needs no notification.
    return {
      ...rest,
      steps: steps.map(({ record, event }) => ({ record, event: { ...event, detail: { told: true } } })),
    };
  },
});
