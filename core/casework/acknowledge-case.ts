import { acknowledgeAlert, rebuildAlert, type AlertRecord } from '../model/alert-record.ts';
import { type Clock, toDay } from '../model/calendar.ts';
import type { CaseId } from '../model/case-id.ts';
import { isUnacknowledged, isUnopened } from '../model/case-record.ts';
import { appendEvent } from '../model/event-record.ts';
import type { CaseStore, CaseHistory } from '../ports/case-store.ts';
import { type LoadedCase, loadCase, toVersioned } from './load-case.ts';
import type { CaseworkDependencies } from './case-action.ts';
import { retryOnConflict } from './retry-on-conflict.ts';
import { caseViewSnapshotRequest } from './case-view.ts';
import { type Actor, maySee } from '../model/permissions.ts';

export interface AcknowledgeDependencies {
  readonly cases: CaseStore;
  readonly history: CaseHistory;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly listHandlers?: CaseworkDependencies['listHandlers'];
}

/** `refused` also if there is no such case. `acknowledgedOn` stays the first day. */
export type AcknowledgeOutcome =
  | {
      readonly kind: 'acknowledged' | 'already';
      readonly alert: AlertRecord;
      readonly acknowledgedOn: string;
      readonly loadedCase: LoadedCase;
    }
  | { readonly kind: 'refused' };

const lastEntryQuery = { last: 1 } as const;
const emptyRequest = { entries: [], counts: [], written: [] } as const;

/** Recorded once; the alert repeats no more. Throws StoreError. */
export async function acknowledgeCase(
  deps: AcknowledgeDependencies,
  caseId: CaseId,
  by: Actor,
): Promise<AcknowledgeOutcome> {
  const { listHandlers } = deps;
  return retryOnConflict(async () => {
    const found = await loadCase(
      deps,
      caseId,
      (readers) => maySee(by, readers),
      async (readers) => {
        const known = await listHandlers?.(readers.handledBy);
        const page = known ? caseViewSnapshotRequest({ acu: known, reserve: known }, readers, by) : emptyRequest;
        return { ...page, entries: [...page.entries, lastEntryQuery] };
      },
    );
    if (!found?.alert) return { kind: 'refused' };
    const now = deps.clock();
    const alert = { ...found.alert, value: found.alert.value ?? rebuildAlert(found.record, now) };
    const today = toDay(now, deps.timeZone);
    const isFirstAcknowledgement = found.record.status === 'received';
    if (!isUnacknowledged(found.record) && alert.value.state === 'acknowledged') {
      return {
        kind: 'already',
        alert: alert.value,
        acknowledgedOn: alert.value.acknowledgedOn ?? today,
        loadedCase: found,
      };
    }
    const [last] = await found.history.entries(caseId, lastEntryQuery);
    const { record, event } = appendEvent(
      {
        ...found.record,
        revision: found.record.revision + 1,
        status: isFirstAcknowledgement ? 'acknowledged' : found.record.status,
        acknowledgedOn: found.record.acknowledgedOn ?? today,
        updatedOn: isFirstAcknowledgement ? today : found.record.updatedOn,
        toAcknowledge: undefined,
      },
      {
        kind: 'acknowledged',
        by: { objectId: by.objectId },
        at: now.toISOString(),
      },
      { record: found.record, last },
    );
    const acknowledgedAlert = acknowledgeAlert(alert.value, now, today, !isUnopened(record));
    const changed = await deps.cases.change({
      case: { ...toVersioned(found), value: record },
      alert: { ...alert, value: acknowledgedAlert },
      events: [event],
    });
    if (changed === 'conflict') return changed;
    return {
      kind: 'acknowledged',
      alert: acknowledgedAlert,
      acknowledgedOn: today,
      loadedCase: found.after(record, [event], acknowledgedAlert),
    };
  });
}
