import {
  type AlertRecord,
  isAlertDue,
  isCallDue,
  isNoticeDue,
  longestWaitMs,
} from '../../concerns/records/alert-record.ts';
import type { AlertOutbox, DueAlerts } from '../../concerns/ports/alerts.ts';
import type { CaseId } from '../../concerns/terms/codes.ts';
import type { Monotonic } from '../../concerns/terms/calendar.ts';
import { createObserver } from '../running/observer.ts';

/** One server's hold on an alert, in milliseconds: longer than a post can take. */
const alertLeaseMs = 20_000;
export const leaseEnd = (now: Date): string => new Date(now.getTime() + alertLeaseMs).toISOString();
/** How long a repeat can be overdue before the fault is a clock that is behind, in milliseconds. */
const lateMs = 60_000;

const mostLooked = 500;
const hurriedAtOnce = 200;

/** In a crowd also finds those that were never posted, however many repeats are ahead of them. */
export async function lookForDue(
  outbox: Pick<AlertOutbox, 'due'>,
  now: Date,
  latest: Date,
): Promise<DueAlerts & { readonly isCrowd: boolean }> {
  const found = await outbox.due(now, mostLooked, { latest });
  if (found.alerts.length < mostLooked) return { ...found, isCrowd: false };
  const { alerts } = await outbox.due(now, mostLooked, { latest, waiting: true });
  const known = new Set(alerts.map(({ value }) => value.caseId));
  const others = found.alerts.filter(({ value }) => !known.has(value.caseId));
  return { ...found, alerts: [...alerts, ...others], isCrowd: true };
}

/** A channel that asked for time is left alone. */
export async function bringForward(outbox: Pick<AlertOutbox, 'due' | 'write'>, now: Date): Promise<void> {
  const { alerts } = await outbox.due(new Date(now.getTime() + longestWaitMs), hurriedAtOnce);
  const waiting = alerts.filter(
    ({ value: { attempts, lastFailure, dueAt, leasedUntil } }) =>
      attempts > 0 && lastFailure !== 'http429' && dueAt && Date.parse(dueAt) > now.getTime() && !leasedUntil,
  );
  const dueAt = now.toISOString();
  await Promise.allSettled(waiting.map((alert) => outbox.write({ ...alert, value: { ...alert.value, dueAt } })));
}

/** Says which due alerts may be taken up. No two servers' clocks are compared. */
export interface DueWatch {
  /** Call it once a look, when the store has answered and before `mayTake`. */
  readonly look: () => void;
  /** `latest` is the latest that a right clock can have set. */
  readonly mayTake: (alert: AlertRecord, now: Date, latest: Date) => boolean;
  /** The first time is when the alert itself may be posted. */
  readonly mayCallAgain: (alert: AlertRecord, now: Date, latest: Date) => boolean;
  readonly mayTell: (alert: AlertRecord, now: Date, latest: Date) => boolean;
}

export function createDueWatch(monotonic: Monotonic, repeatMinutes: number): DueWatch {
  const leases = createObserver(monotonic);
  const repeats = createObserver(monotonic);
  /** Alerts set for an impossible time: another server may set it again and again. */
  const takenEarly = new Map<CaseId, number>();
  /** They stay due if the channel is full. */
  const cameDue = new Map<string, string>();
  let lookedAt = Number.NEGATIVE_INFINITY;
  let unseenMs = Number.POSITIVE_INFINITY;

  /** A lease that another server renews or ends in time is a new one, or gone. */
  const isHeld = (name: string, until: string | undefined): boolean =>
    until !== undefined && !leases.hasStood(name, until, alertLeaseMs);

  function mayTakeEarly(caseId: CaseId): boolean {
    const lately = monotonic() - longestWaitMs;
    for (const [known, at] of takenEarly) if (at <= lately) takenEarly.delete(known);
    if (takenEarly.has(caseId)) return false;
    takenEarly.set(caseId, monotonic());
    return true;
  }

  /**
   * A server whose clock is hours ahead finds each repeat due as soon as the first post is there: one that was not due
   * a moment ago cannot have been due for long.
   */
  function mayRepeat(name: string, dueAt: string, mark: string, now: Date): boolean {
    const overdueMs = now.getTime() - Date.parse(dueAt);
    if (overdueMs >= 0 && (overdueMs <= unseenMs + lateMs || cameDue.get(name) === dueAt)) {
      cameDue.set(name, dueAt);
      return true;
    }
    return repeats.hasStood(name, mark, repeatMinutes * 60_000);
  }

  return {
    look() {
      unseenMs = monotonic() - lookedAt;
      lookedAt = monotonic();
    },
    mayTake(alert, now, latest) {
      const { caseId, dueAt, leasedUntil, state, posts, repeats: count = 0 } = alert;
      if (dueAt === undefined || isHeld(caseId, leasedUntil)) return false;
      const isAhead = Date.parse(dueAt) > latest.getTime();
      if (!isAhead && !isAlertDue(alert, now)) return false;
      if (state === 'posted') return mayRepeat(caseId, dueAt, `${posts.length} ${count}`, now);
      return !isAhead || mayTakeEarly(caseId);
    },
    mayCallAgain(alert, now, latest) {
      const { caseId, leasedUntil, onCall, onCallPosts } = alert;
      if (onCall === undefined || !isCallDue(alert, now, latest) || isHeld(caseId, leasedUntil)) return false;
      const name = `call ${caseId}`;
      if (onCall.held) return !isHeld(name, onCall.dueAt);
      return onCall.attempts > 0 || mayRepeat(name, onCall.dueAt, onCallPosts?.at(-1)?.postedAt ?? '', now);
    },
    mayTell: (alert, now, latest) =>
      isNoticeDue(alert, now, latest) &&
      !isHeld(alert.caseId, alert.leasedUntil) &&
      !isHeld(`notice ${alert.caseId}`, alert.notice?.held && alert.notice.dueAt),
  };
}

export const dueOf = (watch: DueWatch, alerts: DueAlerts['alerts'], now: Date, latest: Date) =>
  alerts
    .map((alert) => {
      const isDue = watch.mayTake(alert.value, now, latest);
      const calls = watch.mayCallAgain(alert.value, now, latest);
      return { alert, isDue, calls, tells: watch.mayTell(alert.value, now, latest) };
    })
    .filter(({ isDue, tells, calls }) => isDue || tells || calls);
