import type { AlertPost, AlertRecord } from './alert-record.ts';
import { isAlertDue } from './alert-schedule.ts';

/** How many posts to somebody on call show afterwards that somebody has the case: the last ones. */
const mostOnCallPosts = 12;

/** Whether an alert is one of which somebody on call is told: it is urgent, and nobody has acknowledged it. */
export const isForOnCall = ({ urgency, state }: AlertRecord): boolean =>
  urgency === 'urgent' && state !== 'acknowledged';

/**
 * Whether somebody on call is to be told again by now, or that time is later than `latest`, which cannot be. A time that a
 * server holds the alert by is due as well: it may have gone.
 */
export const isCallDue = (alert: AlertRecord, now: Date, latest: Date): boolean => {
  const { onCall } = alert;
  if (onCall === undefined || !isForOnCall(alert)) return false;
  return Date.parse(onCall.dueAt) <= now.getTime() || Date.parse(onCall.dueAt) > latest.getTime();
};

/** The alert of which somebody on call is to be told and could not be: that is due from now on, unless it was before. */
export const withCallDue = (alert: AlertRecord, now: Date): AlertRecord => ({
  ...alert,
  onCall: alert.onCall ?? { dueAt: now.toISOString(), attempts: 0 },
});

/** The alert while one instance tells somebody on call: no other does until then, also where the alert's own lease has ended. */
export const withCallHeld = ({ onCall, ...alert }: AlertRecord, until: string): AlertRecord => ({
  ...alert,
  onCall: { dueAt: until, attempts: onCall?.attempts ?? 0, held: true as const },
});

/**
 * The alert after an attempt to tell somebody on call, with the post that arrived. `next` is missing where nobody is on call
 * any more, or nobody need be. What came up meanwhile stays due.
 */
export function afterCall(
  alert: AlertRecord,
  tried: AlertRecord,
  now: Date,
  { post, next }: { readonly post?: AlertPost; readonly next?: AlertRecord['onCall'] },
): AlertRecord {
  // The case went to others meanwhile: this post is none of theirs.
  if (alert.handledBy !== tried.handledBy) return alert;
  const { onCall, leasedUntil, ...rest } = alert;
  const held = {
    ...rest,
    // Whatever else is due is posted under the same lease.
    ...(isAlertDue(alert, now) && leasedUntil !== undefined && { leasedUntil }),
    ...(post && { onCallPosts: [...(alert.onCallPosts ?? []), post].slice(-mostOnCallPosts) }),
  };
  if (alert.state === 'acknowledged') return { ...held, ...(post && { dueAt: post.postedAt }) };
  const isSame = onCall?.dueAt === tried.onCall?.dueAt;
  const call = isSame ? next : onCall;
  return { ...held, ...(call && { onCall: call }) };
}
