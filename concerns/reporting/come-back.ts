import { type Day, dayOf } from '../terms/calendar.ts';
import type { ClosingAnswer } from '../terms/outcomes.ts';
import type { CaseRecord, CaseStatus } from '../records/case-record.ts';
import { runningDeadlines, type RunningDeadline, type TimeLimits } from '../records/deadlines.ts';
import { caseIdOf } from '../records/code-keys.ts';
import { openThread, type Thread } from './come-back-thread.ts';
import { type DraftDependencies, findDraft } from './drafts.ts';
import type { EventRecord } from '../records/event-record.ts';
import type { CaseStore } from '../ports/case-store.ts';
import type { History } from '../ports/history.ts';
import type { Mailbox } from '../ports/mailbox.ts';
import type { Seal } from '../ports/seal.ts';
import type { ReportState } from './report-flow.ts';
import { reportersCase } from './reporters-case.ts';
import type { ReturnCode } from '../terms/return-code.ts';

export interface ComeBackDependencies extends DraftDependencies {
  readonly cases: CaseStore;
  readonly history: History;
  readonly seal: Seal;
  readonly mailbox: Mailbox;
  /** Within how many days what happens next should happen. Without a target no day is named. */
  readonly timeLimits: TimeLimits;
}

/** By when what happens next should have happened, and whether that day is over. */
export interface NextStep {
  readonly dueOn: RunningDeadline['dueOn'];
  readonly isLate: boolean;
}

export interface FoundCase {
  readonly kind: 'case';
  readonly status: CaseStatus;
  readonly receivedOn: CaseRecord['receivedOn'];
  /** How often the reporter has written since. */
  readonly followUps: number;
  readonly next: NextStep | undefined;
  /** The answer that was left when it was closed. */
  readonly answer: ClosingAnswer | undefined;
  /** The day from which on there may be a question whether they were treated worse. */
  readonly asksOn: Day | undefined;
  /** That question waits: it is the last that was written. */
  readonly isAskedWorse: boolean;
  readonly thread: Thread;
}

/** `erased`: a report of this reference was saved, and nothing of it is left. */
export type Found =
  | FoundCase
  | { readonly kind: 'erased'; readonly on: string }
  | { readonly kind: 'draft'; readonly state: ReportState; readonly until: string }
  | { readonly kind: 'nothing' };

/** The messages of both directions in their order: found by their kinds, and only those with seals that are for the reporter. */
async function messagesOf(history: History, caseId: CaseRecord['caseId']): Promise<readonly EventRecord[]> {
  const [theirs, ours] = await Promise.all([
    history.entries(caseId, { kinds: ['messageFromReporter'] }),
    history.sealed(caseId, { kinds: ['messageToReporter'] }),
  ]);
  return [...theirs, ...ours].toSorted((one, other) => one.sequence - other.sequence);
}

/** Whether the last message asks whether somebody was treated worse, and is shown: nothing is in doubt. */
function isAskedWorse(messages: readonly EventRecord[], { doubtful }: Thread): boolean {
  const last = messages.at(-1);
  return doubtful === 0 && last?.kind === 'messageToReporter' && last.detail?.months !== undefined;
}

/** The step that comes next by the deadline that runs on an open case. Neither a referral nor a task is a matter of the reporter's. */
function nextStep(deps: ComeBackDependencies, record: CaseRecord): NextStep | undefined {
  const { referral: _referral, detrimentCheck: _check, tasks: _tasks, ...figures } = record;
  const [running] = runningDeadlines(figures, deps.timeLimits);
  return running && { dueOn: running.dueOn, isLate: running.dueOn < dayOf(deps.clock(), deps.timeZone) };
}

/**
 * Finds what is saved under a code: a report with its messages, else a draft, else nothing. A point read, no look-up
 * table; no seal is read but those of the messages to this person. Throws StoreError.
 */
export async function comeBack(deps: ComeBackDependencies, code: ReturnCode): Promise<Found> {
  const caseId = caseIdOf(code);
  const its = await reportersCase(deps, code);
  if (its?.kind === 'erased') return its;
  if (its?.kind === 'case') {
    const standing = its.standing.value;
    const messages = await messagesOf(deps.history, caseId);
    const thread = await openThread(deps.mailbox, code, caseId, messages);
    return {
      kind: 'case',
      status: standing.status,
      receivedOn: standing.receivedOn,
      followUps: messages.filter((event) => event.kind === 'messageFromReporter').length,
      next: nextStep(deps, standing),
      answer: standing.answer,
      asksOn: standing.detrimentCheck?.dueOn,
      isAskedWorse: isAskedWorse(messages, thread),
      thread,
    };
  }
  const draft = await findDraft(deps, code);
  return draft ? { kind: 'draft', ...draft } : { kind: 'nothing' };
}
