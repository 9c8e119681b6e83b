import type { AlertRecord } from '../records/alert-record.ts';
import { afterAcknowledgement, alertAgain } from '../records/alert-schedule.ts';
import { dayOf } from '../terms/calendar.ts';
import type { CaseId } from '../terms/case-id.ts';
import { afterEvent } from '../records/event-chain.ts';
import type { AlertOutbox } from '../ports/alert-outbox.ts';
import type { CaseStore } from '../ports/case-store.ts';
import type { Clock } from '../terms/clock.ts';
import type { History } from '../ports/history.ts';
import { retried } from './retried.ts';
import { type Actor, maySee } from '../records/permissions.ts';
import { standingCase } from '../ports/standing-case.ts';

export interface AcknowledgeDependencies {
  readonly cases: CaseStore;
  readonly history: History;
  readonly outbox: AlertOutbox;
  readonly clock: Clock;
  readonly timeZone: string;
}

/**
 * `refused` stands for no such case as well: whoever may not handle a case does not learn that it exists.
 * The alert comes back so that the posts which show it can be changed in place; after a follow-up its day is a later
 * one than the case's own, which stays the first.
 */
export type AcknowledgeOutcome =
  | { readonly kind: 'acknowledged' | 'already'; readonly alert: AlertRecord; readonly acknowledgedOn: string }
  | { readonly kind: 'refused' };

/**
 * Notes that somebody entitled has seen a case, once, with its history; ends the repeats of its alert. Throws StoreError.
 */
export async function acknowledgeCase(
  deps: AcknowledgeDependencies,
  caseId: CaseId,
  by: Actor,
): Promise<AcknowledgeOutcome> {
  return retried(async () => {
    const standing = await standingCase(deps.cases, caseId, (readers) => maySee(by, readers));
    if (!standing) return { kind: 'refused' };
    const now = deps.clock();
    const alert = await deps.outbox.read(caseId, alertAgain(standing.value, now));
    if (!alert) return { kind: 'refused' };
    const today = dayOf(now, deps.timeZone);
    const first = standing.value.status === 'received';
    if (!first && alert.value.state === 'acknowledged') {
      return { kind: 'already', alert: alert.value, acknowledgedOn: alert.value.acknowledgedOn ?? today };
    }
    const [last] = await deps.history.entries(caseId, { last: 1 });
    const { record, event } = afterEvent(
      {
        ...standing.value,
        revision: standing.value.revision + 1,
        status: first ? 'acknowledged' : standing.value.status,
        acknowledgedOn: standing.value.acknowledgedOn ?? today,
        updatedOn: first ? today : standing.value.updatedOn,
      },
      {
        kind: 'acknowledged',
        by: { objectId: by.objectId },
        at: now.toISOString(),
      },
      { record: standing.value, last },
    );
    const closed = afterAcknowledgement(alert.value, now, today);
    const changed = await deps.cases.change({
      case: { ...standing, value: record },
      alert: { ...alert, value: closed },
      events: [event],
    });
    return changed === 'conflict' ? changed : { kind: 'acknowledged', alert: closed, acknowledgedOn: today };
  });
}
