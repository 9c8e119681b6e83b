import { afterOpening, type AlertRecord, withOpeningDue } from '../../concerns/records/alert-record.ts';
import type { Versioned } from '../../concerns/records/case-record.ts';
import type { CaseId } from '../../concerns/terms/codes.ts';
import { heldInLook, type LookedAt } from './places.ts';
import type { TakenUp } from './plan-posts.ts';

export interface OpeningDependencies extends LookedAt {
  /** In minutes: an acknowledged urgent alert comes again if nobody has opened its case by then. */
  readonly openMinutes: number;
  /** Whether someone has opened a case since it came, or nobody has to any more. Throws StoreError. */
  readonly isOpened: (caseId: CaseId) => Promise<boolean>;
  readonly note: (found: Versioned<AlertRecord>, change: (alert: AlertRecord) => AlertRecord) => Promise<void>;
}

export interface LookForOpened {
  readonly left: readonly TakenUp[];
  /** Some may have failed. */
  readonly results: readonly PromiseSettledResult<unknown>[];
}

/**
 * Ends the alerts of cases that someone has opened since they were acknowledged. Those that nobody has opened in time
 * come again; so do those whose case cannot be read, and they keep no other alert back. While nothing of an alert can
 * be posted its case is not read. Never rejects.
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
  const isHeld = heldInLook(deps, now);
  const read = await Promise.allSettled(
    again.map(async (one): Promise<'left' | 'held' | 'opened'> => {
      if (!waits(one)) return 'left';
      if (await isHeld(one.alert.value)) return 'held';
      return (await deps.isOpened(one.alert.value.caseId)) ? 'opened' : 'left';
    }),
  );
  const foundAt = (place: number) => {
    const result = read[place];
    return result?.status === 'fulfilled' ? result.value : 'left';
  };
  const opened = due.filter((_one, place) => foundAt(place) === 'opened');
  const noted = await Promise.allSettled(opened.map(({ alert }) => deps.note(alert, afterOpening)));
  const left = again.flatMap((one, place): readonly TakenUp[] => {
    const found = foundAt(place);
    if (found === 'left') return [one];
    return found === 'held' && (one.tells || one.calls) ? [{ ...one, isDue: false }] : [];
  });
  return { left, results: [...read, ...noted] };
}
