import { z } from 'zod';
import { languages } from './language.ts';
import { personIdSchema } from './roles.ts';

const audience = z.enum(['acu', 'reserve', 'wider']);

export const scheduledPostSpecSchema = z.discriminatedUnion('what', [
  z.object({ what: z.literal('dailyCount'), of: z.enum(['acu', 'reserve']) }),
  z.object({ what: z.literal('weekInChannel'), audience }),
  z.object({ what: z.literal('weekToPerson'), audience, objectId: personIdSchema }),
]);
export type ScheduledPostSpec = z.infer<typeof scheduledPostSpecSchema>;

export function scheduledPostId(regular: ScheduledPostSpec): string {
  switch (regular.what) {
    case 'dailyCount':
      return `dailyCount:${regular.of}`;
    case 'weekInChannel':
      return `weekInChannel:${regular.audience}`;
    case 'weekToPerson':
      return `weekToPerson:${regular.audience}:${regular.objectId}`;
    default:
      return regular satisfies never;
  }
}

export const postWaitReasons = [
  'clock',
  'damaged',
  'store',
  'noTarget',
  'elsewhere',
  'noRole',
  'refused',
  'busy',
  'noAnswer',
  'unexpected',
] as const;
export type PostWaitReason = (typeof postWaitReasons)[number];

/** A day or an ISO week. Both sort as text. */
const period = z.string().regex(/^\d{4}-(W\d{2}|\d{2}-\d{2})$/u);

export const scheduledPostSchema = z.object({
  regular: scheduledPostSpecSchema,
  since: period,
  posted: z.array(period).readonly(),
  /** A lease from before the post. Others watch how long it stays the same, and compare no clocks. */
  taken: z.object({ period, until: z.iso.datetime() }).optional(),
  again: z.object({ at: z.iso.datetime(), attempts: z.int().min(1) }).optional(),
  waiting: z.array(z.object({ period, reason: z.enum(postWaitReasons) })).readonly(),
  last: z.object({ period, at: z.iso.datetime() }).optional(),
  unsure: z.int().min(0),
  language: z.enum(languages).optional(),
  stopped: z.literal(true).optional(),
});
export type ScheduledPost = z.infer<typeof scheduledPostSchema>;

export const scheduledPostLeaseMs = 60_000;
const clockSkewMs = 5 * 60_000;
const initialBackoffMs = 5 * 60_000;
const maxBackoffMs = 60 * 60_000;
const maxPostedPeriods = 60;

export const newScheduledPost = (regular: ScheduledPostSpec, since: string): ScheduledPost => ({
  regular,
  since,
  posted: [],
  waiting: [],
  unsure: 0,
});

export const unpostedPeriods = (post: ScheduledPost, due: readonly string[]): readonly string[] =>
  due.filter((one) => one >= post.since && !post.posted.includes(one));

const isInNearFuture = (at: string, now: Date, maxMs: number): boolean => {
  const left = Date.parse(at) - now.getTime();
  return left > 0 && left <= maxMs + clockSkewMs;
};

export const isBackingOff = ({ again }: ScheduledPost, now: Date): boolean =>
  again !== undefined && isInNearFuture(again.at, now, maxBackoffMs);

/** A period that was taken before without an outcome may have arrived. */
export const leasePeriod = (post: ScheduledPost, one: string, now: Date): ScheduledPost => ({
  ...post,
  taken: { period: one, until: new Date(now.getTime() + scheduledPostLeaseMs).toISOString() },
  unsure: post.unsure + (post.taken ? 1 : 0),
});

/** `at` is missing if there was nothing to post. */
export function recordPeriodPosted(post: ScheduledPost, one: string, at: Date | undefined): ScheduledPost {
  const { taken: _taken, again: _again, ...rest } = post;
  return {
    ...rest,
    posted: [...new Set([...post.posted, one])].sort().slice(-maxPostedPeriods),
    waiting: post.waiting.filter((each) => each.period !== one),
    ...(at && { last: { period: one, at: at.toISOString() } }),
  };
}

export function recordPeriodFailed(
  post: ScheduledPost,
  failure: { readonly period: string; readonly reason: PostWaitReason; readonly afterMs?: number | undefined },
  now: Date,
): ScheduledPost {
  const { taken: _taken, ...rest } = post;
  const attempts = (post.again?.attempts ?? 0) + 1;
  const wait = failure.afterMs ?? Math.min(maxBackoffMs, initialBackoffMs * 2 ** Math.min(attempts - 1, 10));
  return {
    ...rest,
    again: { at: new Date(now.getTime() + wait).toISOString(), attempts },
    unsure: post.unsure + (failure.reason === 'noAnswer' ? 1 : 0),
  };
}

export function withWaitingPeriods(post: ScheduledPost, waiting: ScheduledPost['waiting']): ScheduledPost | undefined {
  return JSON.stringify(post.waiting) === JSON.stringify(waiting) ? undefined : { ...post, waiting };
}
