import type { AlertPost, AlertRecord } from './alert-record.ts';
import { isAlertDue } from './alert-schedule.ts';

const mostOnCallPosts = 12;

export const isForOnCall = ({ urgency, state }: AlertRecord): boolean =>
  urgency === 'urgent' && state !== 'acknowledged';

/**
 * A time later than `latest` was set by a wrong clock, and is due; so is one by which a server holds the alert, which
 * may have died.
 */
export const isCallDue = (alert: AlertRecord, now: Date, latest: Date): boolean => {
  const { onCall } = alert;
  if (onCall === undefined || !isForOnCall(alert)) return false;
  return Date.parse(onCall.dueAt) <= now.getTime() || Date.parse(onCall.dueAt) > latest.getTime();
};

export const withCallDue = (alert: AlertRecord, now: Date): AlertRecord => ({
  ...alert,
  onCall: alert.onCall ?? { dueAt: now.toISOString(), attempts: 0 },
});

export const withCallHeld = ({ onCall, ...alert }: AlertRecord, until: string): AlertRecord => ({
  ...alert,
  onCall: { dueAt: until, attempts: onCall?.attempts ?? 0, held: true as const },
});

/** The alert with the post, if one arrived. `next` is missing if no one is to be told again. A newer call stays due. */
export function afterCall(
  alert: AlertRecord,
  tried: AlertRecord,
  now: Date,
  { post, next }: { readonly post?: AlertPost; readonly next?: AlertRecord['onCall'] },
): AlertRecord {
  if (alert.handledBy !== tried.handledBy) return alert;
  const { onCall, leasedUntil, ...rest } = alert;
  const held = {
    ...rest,
    ...(isAlertDue(alert, now) && leasedUntil !== undefined && { leasedUntil }),
    ...(post && { onCallPosts: [...(alert.onCallPosts ?? []), post].slice(-mostOnCallPosts) }),
  };
  if (alert.state === 'acknowledged') return { ...held, ...(post && { dueAt: post.postedAt }) };
  const isSame = onCall?.dueAt === tried.onCall?.dueAt;
  const call = isSame ? next : onCall;
  return { ...held, ...(call && { onCall: call }) };
}
