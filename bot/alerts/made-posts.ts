import type { AlertPost, AlertRecord } from '../../concerns/records/alert-record.ts';
import { afterPost } from '../../concerns/records/alert-schedule.ts';
import type { AlertMessage } from '../../concerns/ports/alert-sender.ts';

/** The message that a post of an alert shows: nothing of the case where somebody is shut out of it. */
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
        // Posted again after it was acknowledged: it waits to be opened, and can be acknowledged once more.
        ...(alert.state === 'posted' && alert.unopenedSince
          ? { unopened: true as const }
          : alert.acknowledgedOn && { acknowledgedOn: alert.acknowledgedOn }),
      };

/** The last post in each channel that shows an alert: it is changed, and those before it stay as they are. */
export function lastPosts({ posts, onCallPosts = [] }: AlertRecord) {
  const last = new Map<string, AlertPost>();
  for (const post of [...posts, ...onCallPosts]) last.set(post.conversationId.split(';messageid=')[0] ?? '', post);
  return [...last].map(([channelId, post]) => ({ channelId, post }));
}

/** A post that arrived: for whom it was, how urgent it said the case is, and how many posts the alert had when it was made. */
export interface Unrecorded {
  readonly arrived: AlertPost;
  readonly for: AlertRecord['handledBy'];
  readonly urgency: AlertRecord['urgency'];
  readonly after: number;
}

/** Whether the alert has taken note of the post. */
export const isRecorded = (alert: AlertRecord, { arrived }: Unrecorded): boolean =>
  alert.posts.some((post) => post.activityId === arrived.activityId && post.conversationId === arrived.conversationId);

/** The alert with a post that arrived. Where others came first, it only joins them: what is due now is not this one. */
export function withPost(alert: AlertRecord, made: Unrecorded, repeatMinutes: number | undefined): AlertRecord {
  const { arrived, after } = made;
  // The case went to others meanwhile: they have been told of nothing yet.
  if (isRecorded(alert, made) || alert.handledBy !== made.for) return alert;
  if (alert.state === 'acknowledged') return { ...alert, posts: [...alert.posts, arrived], dueAt: arrived.postedAt };
  if (alert.posts.length > after) return { ...alert, posts: [...alert.posts, arrived] };
  if (alert.urgency === 'urgent' && made.urgency !== 'urgent') {
    // Somebody is at risk since, which the post does not say: the alert is still due.
    const { leasedUntil: _lease, ...due } = alert;
    return { ...due, posts: [...alert.posts, arrived] };
  }
  return afterPost(alert, arrived, repeatMinutes);
}
