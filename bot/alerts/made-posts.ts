import { afterPost, type AlertPost, type AlertRecord } from '../../concerns/records/alert-record.ts';
import type { AlertMessage } from '../../concerns/ports/alerts.ts';

/** Nothing of the case if someone is shut out of it. */
export const messageOf = (alert: AlertRecord): AlertMessage =>
  alert.withoutReference === true
    ? { urgency: alert.urgency }
    : {
        caseId: alert.caseId,
        urgency: alert.urgency,
        receivedOn: alert.receivedOn,
        ...(alert.kind && { kind: alert.kind }),
        reason: alert.reason,
        repeated: alert.state === 'posted',
        // Posted again after it was acknowledged: it can be acknowledged once more.
        ...(alert.state === 'posted' && alert.unopenedSince
          ? { unopened: true as const }
          : alert.acknowledgedOn && { acknowledgedOn: alert.acknowledgedOn }),
      };

export function lastPosts({ posts, onCallPosts = [] }: AlertRecord) {
  const last = new Map<string, AlertPost>();
  for (const post of [...posts, ...onCallPosts]) last.set(post.conversationId.split(';messageid=')[0] ?? '', post);
  return [...last].map(([channelId, post]) => ({ channelId, post }));
}

/** For whom it was, how urgent it said the case is, and how many posts the alert had before. */
export interface Unrecorded {
  readonly arrived: AlertPost;
  readonly for: AlertRecord['handledBy'];
  readonly urgency: AlertRecord['urgency'];
  readonly after: number;
}

export const isRecorded = (alert: AlertRecord, { arrived }: Unrecorded): boolean =>
  alert.posts.some((post) => post.activityId === arrived.activityId && post.conversationId === arrived.conversationId);

/** If others came first, the post only joins them: this one is not due now. */
export function withPost(alert: AlertRecord, made: Unrecorded, repeatMinutes: number | undefined): AlertRecord {
  const { arrived, after } = made;
  // The case went to others, who have been told nothing yet.
  if (isRecorded(alert, made) || alert.handledBy !== made.for) return alert;
  if (alert.state === 'acknowledged') return { ...alert, posts: [...alert.posts, arrived], dueAt: arrived.postedAt };
  if (alert.posts.length > after) return { ...alert, posts: [...alert.posts, arrived] };
  if (alert.urgency === 'urgent' && made.urgency !== 'urgent') {
    // Someone is at risk since, which the post does not say: the alert is still due.
    const { leasedUntil: _lease, ...due } = alert;
    return { ...due, posts: [...alert.posts, arrived] };
  }
  return afterPost(alert, arrived, repeatMinutes);
}
