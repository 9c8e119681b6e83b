import { type Campaign, type ChannelPost, itemOf, type PlannedItem, withItem } from './campaign.ts';

/** In milliseconds: longer than any post takes. */
const leaseMs = 60_000;
const longestWaitMs = 60 * 60_000;
const apartMs = 5 * 60_000;

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

const unposted = (planned: PlannedItem): readonly string[] =>
  planned.audience.kind === 'channels'
    ? planned.audience.ids.filter((id) => ['waiting', 'taken', undefined].includes(postIn(planned, id)?.state))
    : [];

export function nextChannel(planned: PlannedItem, now: Date): string | undefined {
  if (planned.state !== 'sending') return undefined;
  return unposted(planned).find((id) => {
    const post = postIn(planned, id);
    return post === undefined || (post.state === 'waiting' && !isAhead(post.until, now, longestWaitMs));
  });
}

/** Written before the post, so that a crash does not repeat it. */
export const withChannelTaken = (planned: PlannedItem, channel: string, now: Date): PlannedItem =>
  withPost(planned, { channel, state: 'taken', until: new Date(now.getTime() + leaseMs).toISOString() });

export type PostOutcome =
  | { readonly kind: 'posted'; readonly message: NonNullable<ChannelPost['message']> }
  | { readonly kind: 'busy'; readonly afterMs: number }
  | { readonly kind: 'failed' | 'notKnown' };

/** A message whose outcome is unknown is not posted again. */
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
 * Gives up posts of a server that has died: whether they arrived is not known. `hasStood`: whether the mark of a
 * channel's post stayed the same for so many milliseconds.
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

export const isPosted = (planned: PlannedItem): boolean =>
  planned.audience.kind === 'channels' && unposted(planned).length === 0;

export const toWithdraw = ({ items }: Campaign): readonly { readonly item: string; readonly post: ChannelPost }[] =>
  items
    .filter(({ state }) => state === 'withdrawn')
    .flatMap(({ item, posts = [] }) =>
      posts.filter(({ state }) => state === 'posted').map((post) => ({ item: item.id, post })),
    );

export function withWithdrawn(campaign: Campaign, id: string, channel: string, state: 'withdrawn' | 'stays'): Campaign {
  const planned = itemOf(campaign, id);
  const post = planned && postIn(planned, channel);
  return planned && post ? withItem(campaign, withPost(planned, { ...post, state })) : campaign;
}
