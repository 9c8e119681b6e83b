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

export interface LookForOpened {
  /** The alerts that may be taken up. */
  readonly left: readonly TakenUp[];
  /** How each read and each write went: some may have failed. */
  readonly results: readonly PromiseSettledResult<unknown>[];
}

/**
 * Ends the alerts of cases that somebody has opened since they were acknowledged. Those that nobody has opened in time
 * come again, as ones that were posted before; so do those whose case cannot be read, and they keep no other alert
 * back. Never rejects.
 */
export async function withoutOpened(
  deps: OpeningDependencies,
  due: readonly TakenUp[],
  now: Date,
): Promise<LookForOpened> {
  const again = due.map((one): TakenUp => {
    const value = withOpeningDue(one.alert.value, now, deps.openMinutes);
    return { ...one, alert: { ...one.alert, value } };
  });
  const waits = ({ isDue, alert: { value } }: TakenUp): boolean =>
    isDue && value.state === 'posted' && value.unopenedSince !== undefined;
  const read = await Promise.allSettled(
    again.map(async (one) => waits(one) && (await deps.isOpened(one.alert.value.caseId))),
  );
  const isOpened = (_one: TakenUp, place: number): boolean => {
    const result = read[place];
    return result?.status === 'fulfilled' && result.value;
  };
  const noted = await Promise.allSettled(due.filter(isOpened).map(({ alert }) => deps.note(alert, afterOpening)));
  return { left: again.filter((one, place) => !isOpened(one, place)), results: [...read, ...noted] };
}
