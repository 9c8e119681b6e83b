import { z } from 'zod';
import { languages } from '../terms/language.ts';
import { personIdSchema } from '../terms/person-id.ts';

const audience = z.enum(['acu', 'reserve', 'wider']);

/** Something that is posted again and again to one place: a count each day, or a summary each week, into a channel or to a person. */
export const regularSchema = z.discriminatedUnion('what', [
  z.object({ what: z.literal('dailyCount'), of: z.enum(['acu', 'reserve']) }),
  z.object({ what: z.literal('weekInChannel'), audience }),
  z.object({ what: z.literal('weekToPerson'), audience, objectId: personIdSchema }),
]);
export type Regular = z.infer<typeof regularSchema>;

/** The name under which a store keeps it. */
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

/** Why something that is due was not posted, or not yet. */
export const waitReasons = [
  /** The clock is in doubt, so that no new week is counted. */
  'clock',
  /** Its figures, or a case that they count, cannot be read. */
  'damaged',
  'store',
  'noTarget',
  /** The channel is none of those where the cases of these readers are spoken of. */
  'elsewhere',
  /** The person does not hold the role that lets them read it. */
  'noRole',
  /** The channel or the person does not take it. */
  'refused',
  /** Teams asked for time. */
  'busy',
  /** Nobody knows whether it arrived. */
  'noAnswer',
  'unexpected',
] as const;
export type WaitReason = (typeof waitReasons)[number];

/** A day or an ISO week. Both sort as text. */
const period = z.string().regex(/^\d{4}-(W\d{2}|\d{2}-\d{2})$/u);

/** How far something that is posted again and again has come. */
export const regularPostSchema = z.object({
  regular: regularSchema,
  /** The first period that it is posted for. */
  since: period,
  /** The periods that are over with, the last few of them. */
  posted: z.array(period).readonly(),
  /** One server is at it, from just before it posts. Others watch how long this stays the same, and compare no clocks. */
  taken: z.object({ period, until: z.iso.datetime() }).optional(),
  /** Tried again from an instant on, after so many failures. */
  again: z.object({ at: z.iso.datetime(), attempts: z.int().min(1) }).optional(),
  /** The periods that were not posted at the last look, and why. */
  waiting: z.array(z.object({ period, reason: z.enum(waitReasons) })).readonly(),
  /** The last that arrived. */
  last: z.object({ period, at: z.iso.datetime() }).optional(),
  /** How often nobody knows whether it arrived, so that it may have come twice. */
  unsure: z.int().min(0),
  /** In which a person is written to. */
  language: z.enum(languages).optional(),
  /** The person wants none any more. */
  stopped: z.literal(true).optional(),
});
export type RegularPost = z.infer<typeof regularPostSchema>;

/** How long a server has a period to itself, in milliseconds: longer than any post takes. */
export const regularLeaseMs = 60_000;
/** How far the clocks of two servers may be apart, in milliseconds. */
const apartMs = 5 * 60_000;
const firstWaitMs = 5 * 60_000;
const longestWaitMs = 60 * 60_000;
/** More than can be due at once, several times over: what a clock posted that was wrong pushes nothing else out. */
const mostPosted = 60;

/** The beginning of something that is posted again and again. */
export const regularFrom = (regular: Regular, since: string): RegularPost => ({
  regular,
  since,
  posted: [],
  waiting: [],
  unsure: 0,
});

/** Those of the periods that are due, the oldest first, that were not posted. */
export const unposted = (post: RegularPost, due: readonly string[]): readonly string[] =>
  due.filter((one) => one >= post.since && !post.posted.includes(one));

/** Whether an instant lies ahead, and no further than a clock that was right can have set it. */
const isAhead = (at: string, now: Date, most: number): boolean => {
  const left = Date.parse(at) - now.getTime();
  return left > 0 && left <= most + apartMs;
};

/** Whether it failed a short while ago. */
export const isWaiting = ({ again }: RegularPost, now: Date): boolean =>
  again !== undefined && isAhead(again.at, now, longestWaitMs);

/** One server takes a period for itself. Where one was taken before and nobody noted what came of it, it may have arrived. */
export const taken = (post: RegularPost, one: string, now: Date): RegularPost => ({
  ...post,
  taken: { period: one, until: new Date(now.getTime() + regularLeaseMs).toISOString() },
  unsure: post.unsure + (post.taken ? 1 : 0),
});

/** A period is over with; `at` is missing where there was nothing to post. */
export function arrived(post: RegularPost, one: string, at: Date | undefined): RegularPost {
  const { taken: _taken, again: _again, ...rest } = post;
  return {
    ...rest,
    posted: [...new Set([...post.posted, one])].sort().slice(-mostPosted),
    waiting: post.waiting.filter((each) => each.period !== one),
    ...(at && { last: { period: one, at: at.toISOString() } }),
  };
}

/** A post did not arrive, or nobody knows: it is tried again, later each time, or when the channel asked. */
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

/** The post with what was not posted at this look, and why; `undefined` where that stands there already. */
export function withWaiting(post: RegularPost, waiting: RegularPost['waiting']): RegularPost | undefined {
  return JSON.stringify(post.waiting) === JSON.stringify(waiting) ? undefined : { ...post, waiting };
}
