import { z } from 'zod';
import { languages } from './language.ts';
import { personIdSchema } from './directory.ts';

const audience = z.enum(['acu', 'reserve', 'wider']);

export const regularSchema = z.discriminatedUnion('what', [
  z.object({ what: z.literal('dailyCount'), of: z.enum(['acu', 'reserve']) }),
  z.object({ what: z.literal('weekInChannel'), audience }),
  z.object({ what: z.literal('weekToPerson'), audience, objectId: personIdSchema }),
]);
export type Regular = z.infer<typeof regularSchema>;

export function regularId(regular: Regular): string {
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

export const waitReasons = [
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
export type WaitReason = (typeof waitReasons)[number];

/** A day or an ISO week. Both sort as text. */
const period = z.string().regex(/^\d{4}-(W\d{2}|\d{2}-\d{2})$/u);

export const regularPostSchema = z.object({
  regular: regularSchema,
  since: period,
  posted: z.array(period).readonly(),
  /** A server is at it, from before it posts. Others watch how long this stays the same, and compare no clocks. */
  taken: z.object({ period, until: z.iso.datetime() }).optional(),
  again: z.object({ at: z.iso.datetime(), attempts: z.int().min(1) }).optional(),
  waiting: z.array(z.object({ period, reason: z.enum(waitReasons) })).readonly(),
  last: z.object({ period, at: z.iso.datetime() }).optional(),
  unsure: z.int().min(0),
  language: z.enum(languages).optional(),
  stopped: z.literal(true).optional(),
});
export type RegularPost = z.infer<typeof regularPostSchema>;

export const regularLeaseMs = 60_000;
const apartMs = 5 * 60_000;
const firstWaitMs = 5 * 60_000;
const longestWaitMs = 60 * 60_000;
const mostPosted = 60;

export const regularFrom = (regular: Regular, since: string): RegularPost => ({
  regular,
  since,
  posted: [],
  waiting: [],
  unsure: 0,
});

export const unposted = (post: RegularPost, due: readonly string[]): readonly string[] =>
  due.filter((one) => one >= post.since && !post.posted.includes(one));

const isAhead = (at: string, now: Date, most: number): boolean => {
  const left = Date.parse(at) - now.getTime();
  return left > 0 && left <= most + apartMs;
};

export const isWaiting = ({ again }: RegularPost, now: Date): boolean =>
  again !== undefined && isAhead(again.at, now, longestWaitMs);

/** A period that was taken before without an outcome may have arrived. */
export const taken = (post: RegularPost, one: string, now: Date): RegularPost => ({
  ...post,
  taken: { period: one, until: new Date(now.getTime() + regularLeaseMs).toISOString() },
  unsure: post.unsure + (post.taken ? 1 : 0),
});

/** `at` is missing if there was nothing to post. */
export function arrived(post: RegularPost, one: string, at: Date | undefined): RegularPost {
  const { taken: _taken, again: _again, ...rest } = post;
  return {
    ...rest,
    posted: [...new Set([...post.posted, one])].sort().slice(-mostPosted),
    waiting: post.waiting.filter((each) => each.period !== one),
    ...(at && { last: { period: one, at: at.toISOString() } }),
  };
}

export function notArrived(
  post: RegularPost,
  failure: { readonly period: string; readonly reason: WaitReason; readonly afterMs?: number | undefined },
  now: Date,
): RegularPost {
  const { taken: _taken, ...rest } = post;
  const attempts = (post.again?.attempts ?? 0) + 1;
  const wait = failure.afterMs ?? Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(attempts - 1, 10));
  return {
    ...rest,
    again: { at: new Date(now.getTime() + wait).toISOString(), attempts },
    unsure: post.unsure + (failure.reason === 'noAnswer' ? 1 : 0),
  };
}

export function withWaiting(post: RegularPost, waiting: RegularPost['waiting']): RegularPost | undefined {
  return JSON.stringify(post.waiting) === JSON.stringify(waiting) ? undefined : { ...post, waiting };
}
