import type { AlertRecord } from './alert-record.ts';
import { type Day, nextFullHour } from '../terms/calendar.ts';
import { isUnacknowledged } from './awaited.ts';
import type { CaseRecord } from './case-record.ts';
import type { Urgency } from '../terms/urgency.ts';

/** When alerts leave. `fullHour` hides when somebody typed; `atOnce` is for development. */
export type AlertTiming = 'fullHour' | 'atOnce';

/** When a new alert is due: an urgent one now, another at the next full hour so that it does not say when somebody typed. */
export const firstDue = (urgency: Urgency, now: Date, timing: AlertTiming): Date =>
  urgency === 'urgent' || timing === 'atOnce' ? now : nextFullHour(now);

/** The longest to wait after a failed attempt, in milliseconds. */
export const longestWaitMs = 15 * 60_000;

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/**
 * The latest instant that an alert can have been set for by now, with half an hour or more for clocks that differ. It
 * goes over the wire, so it is a full hour.
 */
export const latestDue = (now: Date, repeatMinutes: number | undefined): Date =>
  nextFullHour(new Date(now.getTime() + Math.max(hourMs, (repeatMinutes ?? 0) * 60_000) + hourMs / 2));

/**
 * How long to wait after a failed attempt, in milliseconds: from half a second for an urgent alert and two for
 * another, doubled each time up to 15 minutes, with a spread of a half so that alerts do not return all at once.
 */
export function waitAfterFailure(urgency: Urgency, attempts: number, spread: number, askedMs = 0): number {
  const first = urgency === 'urgent' ? 500 : 2_000;
  const wait = Math.min(longestWaitMs, first * 2 ** Math.min(attempts - 1, 20));
  return Math.max(askedMs, Math.round(wait * (0.5 + spread / 2)));
}

/**
 * The alert of a case whose own cannot be read any more: as a new one that is due, or as acknowledged where somebody has
 * the case. It names nothing where somebody is shut out, and the reserve is told again of what it has not
 * looked at.
 */
export function alertAgain(record: CaseRecord, now: Date): AlertRecord {
  const { caseId, handledBy, urgency, receivedOn, acknowledgedOn } = record;
  return {
    caseId,
    handledBy,
    urgency,
    receivedOn,
    reason: 'new',
    ...(isUnacknowledged(record)
      ? { state: 'waiting', dueAt: now.toISOString() }
      : { state: 'acknowledged', ...(acknowledgedOn && { acknowledgedOn }) }),
    ...(record.excluded.length > 0 && { withoutReference: true }),
    // Nobody of the reserve has looked at what they were to be told.
    ...(record.oversight && !record.oversight.seenOn && { notice: { dueAt: now.toISOString(), attempts: 0 } }),
    attempts: 0,
    posts: [],
  };
}

/** Whether an alert was posted again so often as it is to be, and nobody acknowledged it. */
export const isUnheard = ({ state, repeats = 0 }: AlertRecord, most: number): boolean =>
  state === 'posted' && repeats >= most;

/**
 * Whether an alert that nobody heeds is to be left for now: it comes once a day. A post that is later than now was made
 * by a clock that was wrong, and says nothing.
 */
export function isQuiet(alert: AlertRecord, now: Date, most: number): boolean {
  const told = [alert.posts.at(-1)?.postedAt, alert.toldTogetherAt].flatMap((at) => (at ? [Date.parse(at)] : []));
  const since = now.getTime() - Math.max(...told);
  return isUnheard(alert, most) && since >= 0 && since < dayMs;
}

/** The alert that is left for now: looked at again within the hour, so that no due time lies further than can be. */
export function afterQuietLook(alert: AlertRecord, now: Date, adminsTold: boolean): AlertRecord {
  const { leasedUntil: _lease, ...rest } = alert;
  return {
    ...rest,
    ...(alert.state === 'posted' && { dueAt: new Date(now.getTime() + hourMs).toISOString() }),
    ...(alert.state === 'posted' && adminsTold && { adminsTold }),
  };
}

/**
 * The alert without what was counted of its repeats, and without a time for somebody on call: somebody has it, or there is
 * something to tell anew.
 */
function countedAnew({ repeats: _repeats, adminsTold: _told, onCall: _call, ...rest }: AlertRecord): AlertRecord {
  return rest;
}

/** The alert after it was told of at an instant. An urgent one comes again until it is acknowledged, and each time is counted. */
function afterTelling(alert: AlertRecord, at: string, repeatMinutes: number | undefined): AlertRecord {
  const { dueAt: _due, leasedUntil: _lease, lastFailure: _failure, ...rest } = alert;
  const again =
    alert.urgency === 'urgent' && repeatMinutes !== undefined
      ? { dueAt: new Date(Date.parse(at) + repeatMinutes * 60_000).toISOString() }
      : {};
  const repeats = alert.state === 'posted' ? { repeats: (alert.repeats ?? 0) + 1 } : {};
  return { ...rest, ...again, ...repeats, state: 'posted', attempts: 0 };
}

/** The alert after a post of its own arrived. */
export const afterPost = (
  alert: AlertRecord,
  post: AlertRecord['posts'][number],
  repeatMinutes: number | undefined,
): AlertRecord => ({ ...afterTelling(alert, post.postedAt, repeatMinutes), posts: [...alert.posts, post] });

/** The alert after a post arrived that tells of it together with others: there is no post of its own to change later. */
export const afterCombinedPost = (alert: AlertRecord, at: string, repeatMinutes: number | undefined): AlertRecord => ({
  ...afterTelling(alert, at, repeatMinutes),
  toldTogetherAt: at,
});

/** The alert after an attempt that did not arrive, or of which nobody knows. */
export function afterFailure(alert: AlertRecord, code: string, nextAt: Date): AlertRecord {
  const { leasedUntil: _lease, ...rest } = alert;
  return { ...rest, attempts: alert.attempts + 1, lastFailure: code, dueAt: nextAt.toISOString() };
}

/**
 * The alert once somebody has the case: it is shown on the posts at once. An urgent one of a case that nobody has opened
 * comes again later.
 */
export function afterAcknowledgement(
  alert: AlertRecord,
  now: Date,
  acknowledgedOn: Day,
  isOpened: boolean = true,
): AlertRecord {
  const { dueAt: _due, leasedUntil: _lease, unopenedSince: _since, ...rest } = countedAnew(alert);
  const comesAgain = alert.urgency === 'urgent' && !isOpened;
  const isShown =
    comesAgain || (alert.posts.length + (alert.onCallPosts?.length ?? 0) > 0 && alert.withoutReference !== true);
  return {
    ...rest,
    ...(isShown && { dueAt: now.toISOString() }),
    ...(comesAgain && { unopenedSince: now.toISOString() }),
    state: 'acknowledged',
    attempts: 0,
    acknowledgedOn,
  };
}

/** By when somebody should have opened the case; `undefined` if nobody waits for that. */
const opensBy = ({ unopenedSince }: AlertRecord, openMinutes: number): Date | undefined =>
  unopenedSince === undefined ? undefined : new Date(Date.parse(unopenedSince) + openMinutes * 60_000);

/** The alert as it is posted again if nobody has opened its case in time; as it is if that time is not over. */
export function withOpeningDue(alert: AlertRecord, now: Date, openMinutes: number): AlertRecord {
  const by = alert.state === 'acknowledged' ? opensBy(alert, openMinutes) : undefined;
  return by !== undefined && by <= now ? { ...alert, state: 'posted' } : alert;
}

/** The alert once somebody has opened its case after it was acknowledged: nothing is due any more. */
export function afterOpening(alert: AlertRecord): AlertRecord {
  // Something was added meanwhile, or the case went to others: nobody has seen that yet.
  if (alert.unopenedSince === undefined) return alert;
  const { unopenedSince: _since, dueAt: _due, leasedUntil: _lease, onCall: _call, ...rest } = alert;
  return { ...rest, state: 'acknowledged', attempts: 0 };
}

/**
 * The alert after its posts were changed to show that somebody has the case, or could not be. What was added meanwhile
 * stays due when it is.
 */
export function afterUpdate(alert: AlertRecord, openMinutes: number): AlertRecord {
  const { dueAt, leasedUntil: _lease, lastFailure: _failure, ...rest } = alert;
  const again = alert.state === 'acknowledged' ? opensBy(alert, openMinutes) : undefined;
  return {
    ...rest,
    ...(again && { dueAt: again.toISOString() }),
    ...(alert.state !== 'acknowledged' && dueAt !== undefined && { dueAt }),
    attempts: 0,
  };
}

/** The alert after something was added to its case: due again, for nobody has seen that yet, unless it is still on its way. */
export function afterFollowUp(alert: AlertRecord, dueAt: Date): AlertRecord {
  if (alert.state === 'waiting') return alert;
  const { acknowledgedOn: _seen, unopenedSince: _since, ...rest } = countedAnew(alert);
  return { ...rest, state: 'waiting', reason: 'addition', attempts: 0, dueAt: dueAt.toISOString() };
}

/**
 * The alert once somebody is shut out of its case: it never names the case again, and what stands in a channel stays as
 * it is, since that person reads the channel as well.
 */
export function afterExclusion(alert: AlertRecord): AlertRecord {
  const { leasedUntil: _lease, dueAt, onCallPosts: _called, ...rest } = alert;
  const isDue = dueAt !== undefined && alert.state !== 'acknowledged';
  return { ...rest, ...(isDue && { dueAt }), posts: [], withoutReference: true };
}

/** The alert once the reserve has to be told of something that was done to its case: at once, beside what else is due. */
export const withNotice = (alert: AlertRecord, now: Date): AlertRecord => ({
  ...alert,
  notice: { dueAt: now.toISOString(), attempts: 0 },
});

/** The alert while one instance tells the reserve: no other does until then, also where the alert's own lease has ended. */
export const withNoticeHeld = ({ notice, ...alert }: AlertRecord, until: string): AlertRecord => ({
  ...alert,
  ...(notice && { notice: { ...notice, dueAt: until, held: true as const } }),
});

/** Whether the reserve is to be told by now, or the notice is set for a time later than `latest`, which cannot be. */
export const isNoticeDue = ({ notice }: AlertRecord, now: Date, latest: Date): boolean =>
  notice !== undefined && (Date.parse(notice.dueAt) <= now.getTime() || Date.parse(notice.dueAt) > latest.getTime());

/** Whether the alert itself is due by now, whatever the reserve is to be told. */
export const isAlertDue = ({ dueAt }: AlertRecord, now: Date): boolean =>
  dueAt !== undefined && Date.parse(dueAt) <= now.getTime();

/** The alert after an attempt to tell the reserve. `again` is missing where it arrived. What came up meanwhile stays due. */
export function afterNotice(alert: AlertRecord, tried: AlertRecord, now: Date, again: Date | undefined): AlertRecord {
  const { notice, leasedUntil, ...rest } = alert;
  // Whatever else is due is posted next, under the same lease.
  const held = { ...rest, ...(isAlertDue(alert, now) && leasedUntil !== undefined && { leasedUntil }) };
  if (notice === undefined) return held;
  if (notice.dueAt !== tried.notice?.dueAt) return { ...held, notice };
  return again === undefined
    ? held
    : { ...held, notice: { dueAt: again.toISOString(), attempts: notice.attempts + 1 } };
}

/** The alert of a case that went to the reserve: due as a new one there, and the reserve is told which case it is. */
export function forReserve(alert: AlertRecord, dueAt: Date): AlertRecord {
  const {
    leasedUntil: _lease,
    lastFailure: _failure,
    acknowledgedOn: _seen,
    withoutReference: _neutral,
    notice: _notice,
    toldTogetherAt: _told,
    unopenedSince: _since,
    onCallPosts: _called,
    ...rest
  } = countedAnew(alert);
  return { ...rest, handledBy: 'reserve', state: 'waiting', attempts: 0, dueAt: dueAt.toISOString(), posts: [] };
}
