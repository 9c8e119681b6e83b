import { z } from 'zod';
import { caseIdSchema, type CaseRecord, daySchema, isUnacknowledged } from './case-record.ts';
import { reportKinds } from './classification.ts';
import { type Day, nextFullHour } from './calendar.ts';
import type { Urgency } from './urgency.ts';

const postSchema = z.object({
  conversationId: z.string(),
  activityId: z.string(),
  serviceUrl: z.string(),
  postedAt: z.iso.datetime(),
});

/** An alert beside its case, without a field for words or an identity. Instants are ISO 8601, UTC. */
export const alertRecordSchema = z.object({
  caseId: caseIdSchema,
  handledBy: z.enum(['acu', 'reserve']),
  urgency: z.enum(['urgent', 'standard']),
  kind: z.enum(reportKinds).optional(),
  receivedOn: daySchema,
  reason: z.enum(['new', 'addition']),
  /** `waiting`: posted at `dueAt`; `posted`: repeated then, if set; `acknowledged`: its posts are changed then. */
  state: z.enum(['waiting', 'posted', 'acknowledged']),
  dueAt: z.iso.datetime().optional(),
  acknowledgedOn: daySchema.optional(),
  /** Someone is excluded from the case: posts do not name it, and none is changed in place. */
  withoutReference: z.boolean().optional(),
  /** Failures since the last success. */
  attempts: z.int().min(0),
  lastFailure: z.string().optional(),
  repeats: z.int().min(0).optional(),
  adminsTold: z.boolean().optional(),
  /** A server holds the alert. Compared for change, never with a clock: bot/runtime/lease-observer.ts. */
  leasedUntil: z.iso.datetime().optional(),
  /** An act of one person alone; the reserve sees in the tab on which case. */
  notice: z
    .object({
      dueAt: z.iso.datetime(),
      attempts: z.int().min(0),
      /** A server is sending it; others time how long `dueAt` stays the same. */
      held: z.literal(true).optional(),
    })
    .optional(),
  /** Acknowledged then, and not opened: the alert repeats until someone opens the case. */
  unopenedSince: z.iso.datetime().optional(),
  toldTogetherAt: z.iso.datetime().optional(),
  onCall: z
    .object({
      dueAt: z.iso.datetime(),
      attempts: z.int().min(0),
      held: z.literal(true).optional(),
    })
    .optional(),
  onCallPosts: z.array(postSchema).readonly().optional(),
  posts: z.array(postSchema).readonly(),
});
export type AlertRecord = z.infer<typeof alertRecordSchema>;
export type AlertPost = AlertRecord['posts'][number];

/** `fullHour` hides when someone typed; `atOnce` is for development. */
export type AlertTiming = 'fullHour' | 'atOnce';

export const firstDueAt = (urgency: Urgency, now: Date, timing: AlertTiming): Date =>
  urgency === 'urgent' || timing === 'atOnce' ? now : nextFullHour(now);

export const maxAlertBackoffMs = 15 * 60_000;

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/**
 * The latest that a correct clock can have set by now, with half an hour or more for skew. It is a full hour, since the
 * store receives it.
 */
export const latestDueAt = (now: Date, repeatMinutes: number | undefined): Date =>
  nextFullHour(new Date(now.getTime() + Math.max(hourMs, (repeatMinutes ?? 0) * 60_000) + hourMs / 2));

/** In milliseconds: from half a second (urgent) or two seconds, doubled up to 15 minutes, with a jitter of a half. */
export function alertRetryBackoffMs(urgency: Urgency, attempts: number, jitter: number, retryAfterMs = 0): number {
  const first = urgency === 'urgent' ? 500 : 2_000;
  const wait = Math.min(maxAlertBackoffMs, first * 2 ** Math.min(attempts - 1, 20));
  return Math.max(retryAfterMs, Math.round(wait * (0.5 + jitter / 2)));
}

/** The new alert is due, or acknowledged if someone has the case. */
export function rebuildAlert(record: CaseRecord, now: Date): AlertRecord {
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
    ...(record.oversight && !record.oversight.seenOn && { notice: { dueAt: now.toISOString(), attempts: 0 } }),
    attempts: 0,
    posts: [],
  };
}

export const isRepeatLimitReached = ({ state, repeats = 0 }: AlertRecord, maxRepeats: number): boolean =>
  state === 'posted' && repeats >= maxRepeats;

/** An unheeded alert repeats daily. A post later than now was dated by a wrong clock, and is ignored. */
export function isAlertMuted(alert: AlertRecord, now: Date, maxRepeats: number): boolean {
  const postedTimes = [alert.posts.at(-1)?.postedAt, alert.toldTogetherAt].flatMap((at) =>
    at ? [Date.parse(at)] : [],
  );
  const since = now.getTime() - Math.max(...postedTimes);
  return isRepeatLimitReached(alert, maxRepeats) && since >= 0 && since < dayMs;
}

export function postponeMutedAlert(alert: AlertRecord, now: Date, adminsTold: boolean): AlertRecord {
  const { leasedUntil: _lease, ...rest } = alert;
  return {
    ...rest,
    ...(alert.state === 'posted' && { dueAt: new Date(now.getTime() + hourMs).toISOString() }),
    ...(alert.state === 'posted' && adminsTold && { adminsTold }),
  };
}

function resetRepeats({ repeats: _repeats, adminsTold: _told, onCall: _call, ...rest }: AlertRecord): AlertRecord {
  return rest;
}

function markPosted(alert: AlertRecord, at: string, repeatMinutes: number | undefined): AlertRecord {
  const { dueAt: _due, leasedUntil: _lease, lastFailure: _failure, ...rest } = alert;
  const nextRepeat =
    alert.urgency === 'urgent' && repeatMinutes !== undefined
      ? { dueAt: new Date(Date.parse(at) + repeatMinutes * 60_000).toISOString() }
      : {};
  const repeats = alert.state === 'posted' ? { repeats: (alert.repeats ?? 0) + 1 } : {};
  return { ...rest, ...nextRepeat, ...repeats, state: 'posted', attempts: 0 };
}

export const recordAlertPost = (
  alert: AlertRecord,
  post: AlertRecord['posts'][number],
  repeatMinutes: number | undefined,
): AlertRecord => ({ ...markPosted(alert, post.postedAt, repeatMinutes), posts: [...alert.posts, post] });

export const recordCombinedAlertPost = (
  alert: AlertRecord,
  at: string,
  repeatMinutes: number | undefined,
): AlertRecord => ({
  ...markPosted(alert, at, repeatMinutes),
  toldTogetherAt: at,
});

export function recordAlertFailure(alert: AlertRecord, code: string, nextAt: Date): AlertRecord {
  const { leasedUntil: _lease, ...rest } = alert;
  return { ...rest, attempts: alert.attempts + 1, lastFailure: code, dueAt: nextAt.toISOString() };
}

export function acknowledgeAlert(
  alert: AlertRecord,
  now: Date,
  acknowledgedOn: Day,
  isOpened: boolean = true,
): AlertRecord {
  const { dueAt: _due, leasedUntil: _lease, unopenedSince: _since, ...rest } = resetRepeats(alert);
  const isRepeated = alert.urgency === 'urgent' && !isOpened;
  const isShown =
    isRepeated || (alert.posts.length + (alert.onCallPosts?.length ?? 0) > 0 && alert.withoutReference !== true);
  return {
    ...rest,
    ...(isShown && { dueAt: now.toISOString() }),
    ...(isRepeated && { unopenedSince: now.toISOString() }),
    state: 'acknowledged',
    attempts: 0,
    acknowledgedOn,
  };
}

const openingDeadline = ({ unopenedSince }: AlertRecord, openMinutes: number): Date | undefined =>
  unopenedSince === undefined ? undefined : new Date(Date.parse(unopenedSince) + openMinutes * 60_000);

export function resumeUnopenedAlert(alert: AlertRecord, now: Date, openMinutes: number): AlertRecord {
  const by = alert.state === 'acknowledged' ? openingDeadline(alert, openMinutes) : undefined;
  return by !== undefined && by <= now ? { ...alert, state: 'posted' } : alert;
}

export function endUnopenedAlert(alert: AlertRecord): AlertRecord {
  if (alert.unopenedSince === undefined) return alert;
  const { unopenedSince: _since, dueAt: _due, leasedUntil: _lease, onCall: _call, ...rest } = alert;
  return { ...rest, state: 'acknowledged', attempts: 0 };
}

export function recordAlertPostUpdate(alert: AlertRecord, openMinutes: number): AlertRecord {
  const { dueAt, leasedUntil: _lease, lastFailure: _failure, ...rest } = alert;
  const again = alert.state === 'acknowledged' ? openingDeadline(alert, openMinutes) : undefined;
  return {
    ...rest,
    ...(again && { dueAt: again.toISOString() }),
    ...(alert.state !== 'acknowledged' && dueAt !== undefined && { dueAt }),
    attempts: 0,
  };
}

export function requeueForAddition(alert: AlertRecord, dueAt: Date): AlertRecord {
  if (alert.state === 'waiting') return alert;
  const { acknowledgedOn: _seen, unopenedSince: _since, ...rest } = resetRepeats(alert);
  return { ...rest, state: 'waiting', reason: 'addition', attempts: 0, dueAt: dueAt.toISOString() };
}

/** The excluded person reads the channel too: the alert never names the case again, and its posts stay. */
export function withoutCaseReference(alert: AlertRecord): AlertRecord {
  const { leasedUntil: _lease, dueAt, onCallPosts: _called, ...rest } = alert;
  const isDue = dueAt !== undefined && alert.state !== 'acknowledged';
  return { ...rest, ...(isDue && { dueAt }), posts: [], withoutReference: true };
}

export const withReserveNotice = (alert: AlertRecord, now: Date): AlertRecord => ({
  ...alert,
  notice: { dueAt: now.toISOString(), attempts: 0 },
});

/** While one server notifies the reserve no other does, even if the alert's own lease has ended. */
export const withReserveNoticeLease = ({ notice, ...alert }: AlertRecord, until: string): AlertRecord => ({
  ...alert,
  ...(notice && { notice: { ...notice, dueAt: until, held: true as const } }),
});

export const isReserveNoticeDue = ({ notice }: AlertRecord, now: Date, latest: Date): boolean =>
  notice !== undefined && (Date.parse(notice.dueAt) <= now.getTime() || Date.parse(notice.dueAt) > latest.getTime());

export const isAlertDue = ({ dueAt }: AlertRecord, now: Date): boolean =>
  dueAt !== undefined && Date.parse(dueAt) <= now.getTime();

export function recordReserveNoticeAttempt(
  alert: AlertRecord,
  lease: AlertRecord,
  now: Date,
  retryAt: Date | undefined,
): AlertRecord {
  const { notice, leasedUntil, ...rest } = alert;
  const updated = { ...rest, ...(isAlertDue(alert, now) && leasedUntil !== undefined && { leasedUntil }) };
  if (notice === undefined) return updated;
  if (notice.dueAt !== lease.notice?.dueAt) return { ...updated, notice };
  return retryAt === undefined
    ? updated
    : { ...updated, notice: { dueAt: retryAt.toISOString(), attempts: notice.attempts + 1 } };
}

export function requeueForReserve(alert: AlertRecord, dueAt: Date): AlertRecord {
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
  } = resetRepeats(alert);
  return { ...rest, handledBy: 'reserve', state: 'waiting', attempts: 0, dueAt: dueAt.toISOString(), posts: [] };
}

const maxOnCallPosts = 12;

export const isForOnCall = ({ urgency, state }: AlertRecord): boolean =>
  urgency === 'urgent' && state !== 'acknowledged';

/**
 * A time later than `latest` was set by a wrong clock, and is due; so is the lease of a server, which may have died.
 */
export const isOnCallDue = (alert: AlertRecord, now: Date, latest: Date): boolean => {
  const { onCall } = alert;
  if (onCall === undefined || !isForOnCall(alert)) return false;
  return Date.parse(onCall.dueAt) <= now.getTime() || Date.parse(onCall.dueAt) > latest.getTime();
};

export const withOnCallDue = (alert: AlertRecord, now: Date): AlertRecord => ({
  ...alert,
  onCall: alert.onCall ?? { dueAt: now.toISOString(), attempts: 0 },
});

export const withOnCallLease = ({ onCall, ...alert }: AlertRecord, until: string): AlertRecord => ({
  ...alert,
  onCall: { dueAt: until, attempts: onCall?.attempts ?? 0, held: true as const },
});

/** `next` is missing if no one is notified again. A newer call stays due. */
export function recordOnCallAttempt(
  alert: AlertRecord,
  lease: AlertRecord,
  now: Date,
  { post, next }: { readonly post?: AlertPost; readonly next?: AlertRecord['onCall'] },
): AlertRecord {
  if (alert.handledBy !== lease.handledBy) return alert;
  const { onCall, leasedUntil, ...rest } = alert;
  const updated = {
    ...rest,
    ...(isAlertDue(alert, now) && leasedUntil !== undefined && { leasedUntil }),
    ...(post && { onCallPosts: [...(alert.onCallPosts ?? []), post].slice(-maxOnCallPosts) }),
  };
  if (alert.state === 'acknowledged') return { ...updated, ...(post && { dueAt: post.postedAt }) };
  const isSame = onCall?.dueAt === lease.onCall?.dueAt;
  const call = isSame ? next : onCall;
  return { ...updated, ...(call && { onCall: call }) };
}
