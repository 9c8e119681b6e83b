import type { AlertRecord } from '../../concerns/records/alert-record.ts';
import { afterOpening, withOpeningDue } from '../../concerns/records/alert-schedule.ts';
import type { Versioned } from '../../concerns/records/case-record.ts';
import type { CaseId } from '../../concerns/terms/case-id.ts';
import type { TakenUp } from './plan-posts.ts';

export interface OpeningDependencies {
  /** How long after it was acknowledged an urgent alert comes again if nobody has opened its case, in minutes. */
  readonly openMinutes: number;
  /** Whether somebody has opened a case since it came, or nobody has to any more. Throws StoreError. */
  readonly isOpened: (caseId: CaseId) => Promise<boolean>;
  /** Writes what came of it on the alert as it stands then. */
  readonly note: (found: Versioned<AlertRecord>, change: (alert: AlertRecord) => AlertRecord) => Promise<void>;
}

/**
 * Ends the alerts of cases that somebody has opened since they were acknowledged. Those that nobody has opened in time
 * come again, as ones that were posted before. Throws StoreError.
 */
export async function withoutOpened(
  deps: OpeningDependencies,
  due: readonly TakenUp[],
  now: Date,
): Promise<readonly TakenUp[]> {
  const kept = await Promise.all(
    due.map(async (one): Promise<TakenUp | undefined> => {
      const value = withOpeningDue(one.alert.value, now, deps.openMinutes);
      const waits = one.isDue && value.state === 'posted' && value.unopenedSince !== undefined;
      if (!waits || !(await deps.isOpened(value.caseId))) return { ...one, alert: { ...one.alert, value } };
      await deps.note(one.alert, afterOpening);
      return undefined;
    }),
  );
  return kept.filter((one) => one !== undefined);
}
