import { type Campaign, type ChannelPost, itemOf, type PlannedItem, withItem } from './campaign.ts';

/** How long a server has a post to itself, in milliseconds: longer than any post takes. */
const leaseMs = 60_000;
/** The longest that Teams is left in peace, in milliseconds. */
const longestWaitMs = 60 * 60_000;
/** How far the clocks of two servers may be apart, in milliseconds. */
const apartMs = 5 * 60_000;

/** Whether an instant lies ahead, and no further than a clock that was right can have set it. */
function isAhead(until: string | undefined, now: Date, most: number): boolean {
  const left = Date.parse(until ?? '') - now.getTime();
  return left > 0 && left <= most + apartMs;
}

const withPost = (planned: PlannedItem, post: ChannelPost): PlannedItem => ({
  ...planned,
  posts: [...(planned.posts ?? []).filter(({ channel }) => channel !== post.channel), post],
});

const postIn = ({ posts = [] }: PlannedItem, channel: string): ChannelPost | undefined =>
  posts.find((post) => post.channel === channel);

/** The channels that an item is still to be posted to, the first first; none where it is for everybody. */
const unposted = (planned: PlannedItem): readonly string[] =>
  planned.audience.kind === 'channels'
    ? planned.audience.ids.filter((id) => ['waiting', 'taken', undefined].includes(postIn(planned, id)?.state))
    : [];

/** A channel that an item can be posted to now, `undefined` where there is none: another server is at the others. */
export function nextChannel(planned: PlannedItem, now: Date): string | undefined {
  if (planned.state !== 'sending') return undefined;
  return unposted(planned).find((id) => {
    const post = postIn(planned, id);
    return post === undefined || (post.state === 'waiting' && !isAhead(post.until, now, longestWaitMs));
  });
}

/** The item with a channel taken by a server, from just before it posts there. */
export const withChannelTaken = (planned: PlannedItem, channel: string, now: Date): PlannedItem =>
  withPost(planned, { channel, state: 'taken', until: new Date(now.getTime() + leaseMs).toISOString() });

/** The outcome of a post in a channel, or of its withdrawal. */
export type PostOutcome =
  | { readonly kind: 'posted'; readonly message: NonNullable<ChannelPost['message']> }
  | { readonly kind: 'busy'; readonly afterMs: number }
  | { readonly kind: 'failed' | 'notKnown' };

/** The item with what came of a post. A message that nobody knows of is not posted again. */
export function withPosted(planned: PlannedItem, channel: string, outcome: PostOutcome, now: Date): PlannedItem {
  if (outcome.kind === 'posted') return withPost(planned, { channel, state: 'posted', message: outcome.message });
  if (outcome.kind !== 'busy') return withPost(planned, { channel, state: outcome.kind });
  return withPost(planned, {
    channel,
    state: 'waiting',
    until: new Date(now.getTime() + Math.min(outcome.afterMs, longestWaitMs)).toISOString(),
  });
}

/**
 * The item without posts that a server left when it was ended: whether those arrived is not known. `hasStood` says
 * whether the mark of a channel's post stayed the same for so long, in milliseconds.
 */
export function withLeftPosts(
  planned: PlannedItem,
  hasStood: (channel: string, mark: string, ms: number) => boolean,
): PlannedItem {
  const left = (planned.posts ?? []).filter(
    ({ state, channel, until = '' }) => state === 'taken' && hasStood(channel, until, leaseMs),
  );
  return left.reduce((so, { channel }) => withPost(so, { channel, state: 'notKnown' }), planned);
}

/** Whether an item that is posted to channels has none left to be posted to. */
export const isPosted = (planned: PlannedItem): boolean =>
  planned.audience.kind === 'channels' && unposted(planned).length === 0;

/** The posts of items that were withdrawn and still stand in their channels. */
export const toWithdraw = ({ items }: Campaign): readonly { readonly item: string; readonly post: ChannelPost }[] =>
  items
    .filter(({ state }) => state === 'withdrawn')
    .flatMap(({ item, posts = [] }) =>
      posts.filter(({ state }) => state === 'posted').map((post) => ({ item: item.id, post })),
    );

/** The campaign with a post that was withdrawn, or that stays since Teams does not let it. */
export function withWithdrawn(campaign: Campaign, id: string, channel: string, state: 'withdrawn' | 'stays'): Campaign {
  const planned = itemOf(campaign, id);
  const post = planned && postIn(planned, channel);
  return planned && post ? withItem(campaign, withPost(planned, { ...post, state })) : campaign;
}
