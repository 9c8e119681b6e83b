import { afterAddition, alertAgain, type AlertTiming, firstDue } from './alert-schedule.ts';
import { type Day, dayOf } from './calendar.ts';
import type { CaseRecord } from './case-record.ts';
import { reviewDateAfter } from './casework/review-date.ts';
import { caseIdOf, mailboxSeedOf, messageKeyOf } from './code-keys.ts';
import { afterEvent } from './event-chain.ts';
import type { AlertOutbox } from './ports/alert-outbox.ts';
import type { CaseStore } from './ports/case-store.ts';
import type { Clock } from './ports/clock.ts';
import type { History } from './ports/history.ts';
import type { Seal } from './ports/seal.ts';
import { StoreError } from './ports/store-error.ts';
import type { ReturnCode } from './return-code.ts';
import { messageTag, type SealedMessage } from './sealed-message.ts';
import type { Urgency } from './urgency.ts';

export interface AdditionDependencies {
  readonly cases: CaseStore;
  readonly history: History;
  readonly outbox: AlertOutbox;
  readonly seal: Seal;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly alertTiming: AlertTiming;
  readonly reviewYears: number;
}

export interface Addition {
  readonly code: ReturnCode;
  /** Named once by the one who writes; the same name is saved once. */
  readonly id: string;
  readonly text: string;
  /** `urgent` where what is added makes the case so; a case never becomes less urgent by what is added. */
  readonly urgency?: Urgency;
}

const mostTries = 5;

/** The case once its reporter has written: back from waiting or from its end, and no longer about to be erased. */
function afterMessage({ erasure: _erasure, ...record }: CaseRecord, reviewOn: Day, writtenOn: Day): CaseRecord {
  const base = { ...record, reviewOn };
  const moved = { ...base, updatedOn: writtenOn, revision: record.revision + 1 };
  if (record.status === 'awaitingReporter') return { ...moved, status: 'inProgress' };
  if (record.status !== 'closed') return base;
  const { closedOn: _closed, outcome: _outcome, ...open } = moved;
  return { ...open, status: 'reopened' };
}

/**
 * Adds words to a saved report: sealed to those who handle it, authenticated by the code, saved once, and alerted.
 * `notFound` where no report of this code is saved. Throws StoreError: then it is not known to be saved.
 */
export async function addToReport(
  deps: AdditionDependencies,
  addition: Addition,
): Promise<{ readonly kind: 'saved'; readonly isNew: boolean } | { readonly kind: 'notFound' }> {
  const caseId = caseIdOf(addition.code);
  const mailbox = deps.seal.mailboxRecipient(mailboxSeedOf(addition.code));
  for (let tries = 0; tries < mostTries; tries += 1) {
    const standing = await deps.cases.read(caseId);
    if (!standing || standing.value.mailboxRecipient !== mailbox) return { kind: 'notFound' };
    const events = await deps.history.of(caseId);
    const earlier = events.filter((event) => event.kind === 'messageFromReporter');
    if (earlier.some((event) => event.message?.id === addition.id)) return { kind: 'saved', isNew: false };
    const now = deps.clock();
    const writtenOn = dayOf(now, deps.timeZone);
    const number = earlier.length + 1;
    const plain = {
      v: 1,
      caseId,
      direction: 'fromReporter',
      number,
      id: addition.id,
      writtenOn,
      text: addition.text,
    } as const;
    const message: SealedMessage = { ...plain, tag: messageTag(messageKeyOf(addition.code), plain) };
    const sealed = await deps.seal.seal(JSON.stringify(message), standing.value.handledBy);
    const alert = await deps.outbox.read(caseId, alertAgain(standing.value, now));
    const urgency = addition.urgency === 'urgent' ? 'urgent' : standing.value.urgency;
    const due = firstDue(urgency, now, deps.alertTiming);
    const raised = alert && { ...afterAddition(alert.value, due), urgency };
    // One that still waits for its full hour leaves now.
    const sooner = raised && urgency !== standing.value.urgency ? { ...raised, dueAt: due.toISOString() } : raised;
    const reviewOn = reviewDateAfter(standing.value, events, writtenOn, deps.reviewYears);
    const { record, event } = afterEvent(
      { ...afterMessage(standing.value, reviewOn, writtenOn), urgency },
      { kind: 'messageFromReporter', by: 'reporter', at: writtenOn, message: { id: addition.id, number, sealed } },
      { record: standing.value, events },
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

/** Whether an addition of this name is saved. Throws StoreError. */
export async function additionStands(
  deps: Pick<AdditionDependencies, 'history'>,
  code: ReturnCode,
  id: string,
): Promise<boolean> {
  return (await deps.history.of(caseIdOf(code))).some((event) => event.message?.id === id);
}
