import { markRead, withoutClosure, withoutSafety } from '../model/case-record.ts';
import { withNextDetrimentCheck } from '../model/detriment-check.ts';
import type { Grading } from '../model/grading.ts';
import type { Flag, NationalCategory, RecordedTowards } from '../model/classification.ts';
import type { ClosingAnswer, Outcome, Regime } from '../model/case-terms.ts';
import {
  type ChangeRequest,
  type EntryRequest,
  type ActionContext,
  handlers,
  requirement,
  noteFields,
  notifiedReserve,
  type SealedNote,
  type DecisionContext,
  type CaseStep,
} from './case-action.ts';
import { mayTransition } from './status-transitions.ts';
import { createUseCase } from './use-case.ts';
import { agreementPreconditions, closingPreconditions, outcomePreconditions } from './preconditions.ts';
import { firstAnswerDay } from './case-messages.ts';
import { approvers, closingOversightRequirements, oversightRequirements, wasReadByAnother } from './four-eyes.ts';
import type { PersonId } from '../model/roles.ts';
import { agreedOutcome, needsAgreement, signOffState } from './closing-agreement.ts';

interface TriageRequest extends ChangeRequest {
  readonly category: NationalCategory;
  readonly grading: Grading;
  readonly flags: readonly Flag[];
  readonly regime: Regime;
  readonly towards?: RecordedTowards | undefined;
  readonly words?: SealedNote | undefined;
}

/** Only the first grading changes the state. */
export const triageCase = createUseCase<TriageRequest>({
  description: 'Grade a case',
  allowedActors: handlers,
  requirements: [
    requirement('it is acknowledged, or was graded before and is not closed', 'state', ({ record }) =>
      record.triagedOn === undefined ? mayTransition(record.status, 'triaged') : record.status !== 'closed',
    ),
  ],
  eventKinds: ['triaged'],
  apply: ({ record, today, input }) => {
    const { category, grading, regime, words } = input;
    const flags = [...new Set(input.flags)];
    const towards = input.towards ?? record.towards;
    const graded = { ...record, nationalCategory: category, grading, flags, regime, towards };
    const detail = { category, grading, flags, regime, ...(towards && { towards }) };
    if (!mayTransition(record.status, 'triaged')) {
      return { steps: [{ record: graded, event: { kind: 'triaged', detail, ...noteFields(words) } }] };
    }
    return {
      steps: [
        {
          record: { ...graded, status: 'triaged', triagedOn: today, updatedOn: today },
          event: { kind: 'triaged', detail: { ...detail, from: record.status, to: 'triaged' }, ...noteFields(words) },
        },
      ],
    };
  },
});

interface StatusChangeRequest extends ChangeRequest {
  readonly to: 'inProgress' | 'awaitingReporter' | 'reopened';
  readonly words?: SealedNote | undefined;
}

export const changeCaseStatus = createUseCase<StatusChangeRequest>({
  description: 'Move a case to another state, or open it again',
  allowedActors: handlers,
  requirements: [
    requirement('that state may follow its own', 'state', ({ record, input }) =>
      mayTransition(record.status, input.to),
    ),
  ],
  eventKinds: ['moved', 'reopened'],
  apply: ({ record, today, input: { to, words } }) => {
    const { erasure, ...open } = withoutClosure(to === 'reopened' ? withoutSafety(record) : record);
    return {
      steps: [
        {
          record: {
            ...open,
            ...(to !== 'reopened' && erasure && { erasure }),
            // The reporter has not written: a missing count must not become unread.
            ...(to === 'reopened' && { unreadMessages: open.unreadMessages ?? 0 }),
            status: to,
            updatedOn: today,
          },
          event: {
            kind: to === 'reopened' ? 'reopened' : 'moved',
            detail: { from: record.status, to },
            ...noteFields(words),
          },
        },
      ],
    };
  },
});

interface CloseRequest extends ChangeRequest {
  readonly outcome: Outcome;
  readonly answer: ClosingAnswer;
  readonly words: SealedNote;
}

/**
 * If no one else who sees it has read everything, the reserve is notified; without a reserve it waits for a second
 * person.
 */
export const closeCase = createUseCase<CloseRequest>({
  description: 'Close a case',
  allowedActors: handlers,
  requirements: [
    requirement('it is graded, and open', 'state', ({ record }) => mayTransition(record.status, 'closed')),
    ...closingPreconditions,
    ...outcomePreconditions,
    ...closingOversightRequirements,
  ],
  eventKinds: ['closed'],
  notifiesReserve: {
    description: 'if no one else who sees the case has read all of it',
    holds: (context) => !wasReadByAnother(context),
  },
  apply: (context) => {
    const { record, today, rules, input: asked } = context;
    const { outcome, answer, words } = asked;
    const closed = {
      ...markRead(record),
      status: 'closed',
      outcome,
      answer,
      answeredOn: firstAnswerDay(context),
      closedOn: today,
      updatedOn: today,
    } as const;
    return {
      steps: [
        {
          record: rules.messages ? withNextDetrimentCheck(closed, today) : closed,
          event: { kind: 'closed', detail: { from: record.status, to: 'closed', outcome, answer }, note: words },
        },
      ],
    };
  },
});

interface ClosingAgreementRequest extends ChangeRequest {
  readonly outcome: Outcome;
  readonly words: SealedNote;
}

const createClosingAgreement = ({
  record,
  by,
  today,
  input: { outcome, words },
}: ActionContext<{ readonly outcome: Outcome; readonly words: SealedNote }>): CaseStep => ({
  record: { ...record, closing: { by, on: today, outcome, sequence: record.chain.sequence + 1 } },
  event: { kind: 'decided', detail: { to: 'closed', outcome }, note: words },
});

const isForReserve = ({ input }: ActionContext<ClosingAgreementRequest>): boolean => input.words.for === 'oversight';

export const agreeClosing = createUseCase<ClosingAgreementRequest>({
  description: 'Agree to the closing of a grave case',
  allowedActors: handlers,
  requirements: [
    requirement(
      'it is graded, open, and grave or of what the force lists',
      'state',
      (context) =>
        mayTransition(context.record.status, 'closed') && (needsAgreement(context) || signOffState(context) !== 'none'),
    ),
    ...agreementPreconditions,
    ...oversightRequirements(isForReserve),
  ],
  eventKinds: ['decided'],
  notifiesReserve: { description: 'if it is asked to agree', holds: isForReserve },
  peopleToNotify: approvers,
  apply: (context) => ({ steps: [createClosingAgreement(context)] }),
});

interface ReserveAgreementRequest extends EntryRequest {
  readonly outcome: Outcome;
  readonly words: SealedNote;
}

/** `undefined` if no one asked, or the question no longer holds. */
export function pendingReserveAgreement(
  context: DecisionContext,
): { readonly by: PersonId; readonly outcome: Outcome } | undefined {
  const { closing } = context.record;
  const outcome = agreedOutcome(context);
  if (closing === undefined || outcome === undefined) return undefined;
  const [entry] = context.entries({ after: closing.sequence - 1, before: closing.sequence + 1 });
  return entry?.detail?.told === true ? { by: closing.by, outcome } : undefined;
}

export const agreeClosingAsReserve = createUseCase<ReserveAgreementRequest>({
  description: 'Agree to it as the reserve',
  allowedActors: notifiedReserve,
  requirements: [
    requirement('a reason that the reserve can read', 'noReason', ({ input }) => input.words.for === 'oversight'),
    requirement(
      'the reserve was asked to agree to that outcome, by someone else who holds a role now, since anything new',
      'notAsked',
      (context) => pendingReserveAgreement(context)?.outcome === context.input.outcome,
    ),
  ],
  eventKinds: ['decided'],
  apply: (context) => {
    const { record, event } = createClosingAgreement(context);
    // The reserve's own act needs no notification.
    return { steps: [{ record, event: { ...event, detail: { ...event.detail, told: true } } }] };
  },
});
