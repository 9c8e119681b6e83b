import type { AlertRecord } from '../concerns/records/alert-record.ts';

/** The instants of an alert that lists filter by, in milliseconds: ISO texts of different precision do not sort. */
export interface AlertInstants {
  readonly dueMs: number | undefined;
  readonly leasedUntilMs: number | undefined;
  readonly lastPostedMs: number | undefined;
}

const msOf = (instant: string | undefined): number | undefined =>
  instant === undefined ? undefined : Date.parse(instant);

const earliest = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined || other === undefined ? (one ?? other) : Math.min(one, other);

export const instantsOf = (alert: AlertRecord): AlertInstants => ({
  dueMs: earliest(earliest(msOf(alert.dueAt), msOf(alert.notice?.dueAt)), msOf(alert.onCall?.dueAt)),
  leasedUntilMs: msOf(alert.leasedUntil),
  lastPostedMs: alert.posts.length > 0 ? Math.max(...alert.posts.map((post) => Date.parse(post.postedAt))) : undefined,
});
