import { afterCombinedPost, type AlertRecord } from '../../concerns/records/alert-record.ts';
import type { Versioned } from '../../concerns/records/case-record.ts';
import type { AlertSender, PostOutcome } from '../../concerns/ports/alerts.ts';
import type { Clock } from '../../concerns/terms/calendar.ts';
import type { Place } from './places.ts';

const atOnce = 20;

type Standing = Versioned<AlertRecord>;

export interface PostTogetherDependencies {
  readonly sender: Pick<AlertSender, 'post'>;
  readonly clock: Clock;
  readonly repeatMinutes: number;
  /** `undefined` if another server has it. */
  readonly lease: (alert: Standing) => Promise<Standing | undefined>;
  readonly note: (leased: Standing, change: (alert: AlertRecord) => AlertRecord) => Promise<void>;
  /** The post may not have arrived: noted on one alert of all. */
  readonly onFailed: (place: Place, first: Standing, outcome: PostOutcome & { readonly code: string }) => Promise<void>;
  readonly onArrived: (place: Place) => Promise<void>;
}

/** Unless someone has it by now, it went to others, or someone is at risk since. */
function withTold(alert: AlertRecord, told: AlertRecord, at: string, repeatMinutes: number): AlertRecord {
  if (alert.state === 'acknowledged' || alert.handledBy !== told.handledBy) return alert;
  if (alert.urgency === 'urgent' && told.urgency !== 'urgent') {
    const { leasedUntil: _lease, ...due } = alert;
    return due;
  }
  return afterCombinedPost(alert, at, repeatMinutes);
}

async function inBatches<T>(
  all: readonly Standing[],
  work: (one: Standing) => Promise<T>,
): Promise<readonly PromiseSettledResult<T>[]> {
  const done: PromiseSettledResult<T>[] = [];
  for (let begun = 0; begun < all.length; begun += atOnce) {
    done.push(...(await Promise.allSettled(all.slice(begun, begun + atOnce).map(work))));
  }
  return done;
}

/**
 * Tells how many alerts there are in one post, and no reference. They count as told only if it surely arrived;
 * otherwise their leases run out and they are told again. Returns how many were taken up. Throws StoreError, at the
 * end.
 */
export async function postTogether(
  deps: PostTogetherDependencies,
  place: Place,
  alerts: readonly Standing[],
): Promise<number> {
  const leases = await inBatches(alerts, deps.lease);
  const leased = leases.flatMap((lease) => (lease.status === 'fulfilled' && lease.value ? [lease.value] : []));
  const results: PromiseSettledResult<unknown>[] = [...leases, ...(await postLeased(deps, place, leased))];
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  return leased.length;
}

async function postLeased(
  deps: PostTogetherDependencies,
  place: Place,
  leased: readonly Standing[],
): Promise<readonly PromiseSettledResult<void>[]> {
  const [first] = leased;
  if (place.target === undefined || first === undefined) return [];
  const outcome = await deps.sender.post(place.target, {
    together: {
      fresh: leased.filter(({ value }) => value.state === 'waiting').length,
      again: leased.filter(({ value }) => value.state === 'posted').length,
      urgent: leased.filter(({ value }) => value.urgency === 'urgent').length,
    },
  });
  if (outcome.kind !== 'posted') {
    await deps.onFailed(place, first, outcome);
    return [];
  }
  const at = deps.clock().toISOString();
  const noted = await inBatches(leased, (alert) =>
    deps.note(alert, (current) => withTold(current, alert.value, at, deps.repeatMinutes)),
  );
  await deps.onArrived(place);
  return noted;
}
