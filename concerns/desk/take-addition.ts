import type { AlertOutbox } from '../ports/alerts.ts';
import { caseBounds, roomFor } from '../ports/case-bounds.ts';
import { type CaseStore, endOfHistory, type History } from '../ports/case-store.ts';
import type { AdditionOutcome, SentAddition } from '../ports/desk.ts';
import type { FileStore } from '../ports/file-store.ts';
import { afterFollowUp, alertAgain, type AlertTiming, firstDue } from '../records/alert-record.ts';
import { type CaseRecord, withAddition, withoutEnd } from '../records/case-record.ts';
import { afterEvent } from '../records/event-chain.ts';
import { reviewDateAfter } from '../records/deadlines.ts';
import type { Clock, Day } from '../terms/calendar.ts';
import { fileLimits } from '../terms/files.ts';
import { withFiles } from './files-at.ts';
import type { WorkBudget } from '../ports/work-budget.ts';
import { filesStand } from './take-file.ts';
import { reportersCase } from './reporters-case.ts';

export interface TakeAdditionDependencies {
  readonly cases: CaseStore;
  readonly history: History;
  readonly outbox: AlertOutbox;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly alertTiming: AlertTiming;
  readonly reviewYears: number;
  readonly files?: FileStore | undefined;
  readonly budget: WorkBudget;
}

function afterMessage(
  { erasure: _erasure, closing: _closing, ...record }: CaseRecord,
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
 * Adds sealed words as the next entry, with its alert, in one write. Throws StoreError: then it is not known to be
 * saved; and OverBudgetError.
 */
export async function takeAddition(deps: TakeAdditionDependencies, addition: SentAddition): Promise<AdditionOutcome> {
  const { caseId, id, number, sealed, isUrgent, writtenOn } = addition;
  const found = await reportersCase(deps, addition);
  if (found === undefined) return { kind: 'notFound' };
  if (found.kind === 'erased') return found;
  const { standing } = found;
  if (standing.value.handledBy !== addition.handledBy) return { kind: 'moved' };
  if ((await deps.history.count(caseId, 'messageFromReporter')) + 1 !== number) return { kind: 'moved' };
  const wanted = { by: 'reporter', seals: [sealed], reach: isUrgent ? caseBounds.reporter.urgent : 1 } as const;
  const room = await roomFor(deps.history, caseId, wanted, writtenOn, deps.timeZone);
  if (room !== 'room') return { kind: room };
  const { files = [] } = addition;
  if (!(await filesStand(deps, addition, files, standing.value.files))) return { kind: 'filesMissing' };
  const itsFiles = files.length > 0 && withFiles(standing.value.files, files);
  if (itsFiles && itsFiles.length > fileLimits.ofCase) return { kind: 'full' };
  const { last, reviewSet } = await endOfHistory(deps.history, caseId);
  const now = deps.clock();
  const alert = await deps.outbox.read(caseId, alertAgain(standing.value, now));
  const urgency = isUrgent ? 'urgent' : standing.value.urgency;
  const due = firstDue(urgency, now, deps.alertTiming);
  const raised = alert && { ...afterFollowUp(alert.value, due), urgency };
  // An alert that waits for its full hour leaves now.
  const sooner = raised && urgency !== standing.value.urgency ? { ...raised, dueAt: due.toISOString() } : raised;
  const reviewOn = reviewDateAfter(standing.value, reviewSet, writtenOn, deps.reviewYears);
  const { record, event } = afterEvent(
    {
      ...afterMessage(standing.value, reviewOn, writtenOn, addition.staysClosed),
      urgency,
      ...(itsFiles && { files: itsFiles }),
      ...(number === 1 && { cameBackOn: writtenOn }),
    },
    {
      kind: 'messageFromReporter',
      by: 'reporter',
      at: writtenOn,
      message: { id, number, sealed },
      ...(itsFiles && { files }),
    },
    { record: standing.value, last },
  );
  const changed = await deps.budget.spend(
    {
      id: `addition ${caseId} ${id}`,
      amounts: { additions: 1 },
      ...(urgency === 'urgent' && { urgentCase: { caseId, handledBy: addition.handledBy } }),
    },
    () =>
      deps.cases.change({
        case: { ...standing, value: record },
        ...(alert && sooner && { alert: { ...alert, value: sooner } }),
        events: [event],
      }),
    (outcome) => outcome === 'changed',
  );
  return { kind: changed === 'changed' ? 'saved' : 'moved' };
}
