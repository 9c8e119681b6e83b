import { withAddition } from '../records/awaited.ts';
import { afterFollowUp, alertAgain, type AlertTiming, firstDue } from '../records/alert-schedule.ts';
import { type Day, dayOf } from '../terms/calendar.ts';
import { caseBounds, type Room, roomFor } from '../ports/case-bounds.ts';
import { withoutEnd } from '../records/closed-case.ts';
import type { CaseRecord } from '../records/case-record.ts';
import { reviewDateAfter } from '../records/review-date.ts';
import { caseIdOf, messageKeyOf } from '../records/code-keys.ts';
import { endOfHistory } from '../ports/end-of-history.ts';
import { afterEvent } from '../records/event-chain.ts';
import type { AlertOutbox } from '../ports/alert-outbox.ts';
import type { CaseStore } from '../ports/case-store.ts';
import type { Clock } from '../terms/clock.ts';
import type { History } from '../ports/history.ts';
import type { Seal } from '../ports/seal.ts';
import { StoreError } from '../ports/store-error.ts';
import { reportersCase } from './reporters-case.ts';
import type { ReturnCode } from '../terms/return-code.ts';
import { messageTag, type SealedMessage } from '../records/sealed-message.ts';
import type { Urgency } from '../terms/urgency.ts';

export interface FollowUpDependencies {
  readonly cases: CaseStore;
  readonly history: History;
  readonly outbox: AlertOutbox;
  readonly seal: Seal;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly alertTiming: AlertTiming;
  readonly reviewYears: number;
}

export interface FollowUp {
  readonly code: ReturnCode;
  /** Named once by the one who writes; the same name is saved once. */
  readonly id: string;
  readonly text: string;
  /** It answers that nobody was treated worse: a closed case stays closed. */
  readonly staysClosed?: boolean;
  /** `urgent` where what is added makes the case so; a case never becomes less urgent by what is added. */
  readonly urgency?: Urgency;
}

const mostTries = 5;

/** The case once its reporter has written: unread, back from waiting or from its end, and no longer about to be erased. */
function afterMessage(
  { erasure: _erasure, ...record }: CaseRecord,
  reviewOn: Day,
  writtenOn: Day,
  staysClosed: boolean,
): CaseRecord {
  const base = { ...withAddition(record), reviewOn };
  const moved = { ...base, updatedOn: writtenOn, revision: record.revision + 1 };
  if (record.status === 'awaitingReporter') return { ...moved, status: 'inProgress' };
  if (record.status !== 'closed' || staysClosed) return base;
  return { ...withoutEnd(moved), status: 'reopened' };
}

/**
 * `fullToday`: no more fits into the report today, `full`: no more fits at all. Nothing was saved then. `erased`: the
 * report is erased, and these words are in no case; `stood` where they were added before, and went with it.
 */
export type FollowUpOutcome =
  | { readonly kind: 'saved'; readonly isNew: boolean }
  | { readonly kind: 'notFound' }
  | { readonly kind: 'erased'; readonly on: Day; readonly stood: boolean }
  | { readonly kind: Exclude<Room, 'room'> };

/** The name of what is said where a report takes no more. */
export const fullCode = (kind: 'full' | 'fullToday') => (kind === 'full' ? 'reportFull' : 'reportFullToday');

/**
 * Adds words to a saved report: sealed to those who handle it, authenticated by the code, saved once, and alerted.
 * `notFound` where no report of this code is saved. Throws StoreError: then it is not known to be saved.
 */
export async function addFollowUp(deps: FollowUpDependencies, followUp: FollowUp): Promise<FollowUpOutcome> {
  const caseId = caseIdOf(followUp.code);
  for (let tries = 0; tries < mostTries; tries += 1) {
    const found = await reportersCase(deps, followUp.code);
    if (!found) return { kind: 'notFound' };
    const stood = await followUpStands(deps, followUp.code, followUp.id);
    if (found.kind === 'erased') return { ...found, stood };
    if (stood) return { kind: 'saved', isNew: false };
    const { standing } = found;
    const now = deps.clock();
    const writtenOn = dayOf(now, deps.timeZone);
    const number = (await deps.history.count(caseId, 'messageFromReporter')) + 1;
    const plain = {
      v: 1,
      caseId,
      direction: 'fromReporter',
      number,
      id: followUp.id,
      writtenOn,
      text: followUp.text,
    } as const;
    const message: SealedMessage = { ...plain, tag: messageTag(messageKeyOf(followUp.code), plain) };
    const sealed = await deps.seal.seal(JSON.stringify(message), standing.value.handledBy);
    const isUrgent = followUp.urgency === 'urgent';
    const reach = isUrgent ? caseBounds.reporter.urgent : 1;
    const wanted = { by: 'reporter', seals: [sealed], reach } as const;
    const room = await roomFor(deps.history, caseId, wanted, writtenOn, deps.timeZone);
    if (room !== 'room') return { kind: room };
    const { last, reviewSet } = await endOfHistory(deps.history, caseId);
    const alert = await deps.outbox.read(caseId, alertAgain(standing.value, now));
    const urgency = isUrgent ? 'urgent' : standing.value.urgency;
    const due = firstDue(urgency, now, deps.alertTiming);
    const raised = alert && { ...afterFollowUp(alert.value, due), urgency };
    // One that still waits for its full hour leaves now.
    const sooner = raised && urgency !== standing.value.urgency ? { ...raised, dueAt: due.toISOString() } : raised;
    const reviewOn = reviewDateAfter(standing.value, reviewSet, writtenOn, deps.reviewYears);
    const { record, event } = afterEvent(
      {
        ...afterMessage(standing.value, reviewOn, writtenOn, followUp.staysClosed === true),
        urgency,
        ...(number === 1 && { cameBackOn: writtenOn }),
      },
      { kind: 'messageFromReporter', by: 'reporter', at: writtenOn, message: { id: followUp.id, number, sealed } },
      { record: standing.value, last },
    );
    const changed = await deps.cases.change({
      case: { ...standing, value: record },
      ...(alert && sooner && { alert: { ...alert, value: sooner } }),
      events: [event],
    });
    if (changed === 'changed') return { kind: 'saved', isNew: true };
  }
  throw new StoreError('busy');
}

/** Whether a follow-up of this name is saved. Throws StoreError. */
export async function followUpStands(
  deps: Pick<FollowUpDependencies, 'history'>,
  code: ReturnCode,
  id: string,
): Promise<boolean> {
  return (await deps.history.entries(caseIdOf(code), { message: id, first: 1 })).length > 0;
}
