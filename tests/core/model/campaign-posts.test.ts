import { expect, it } from '@jest/globals';
import { findPlannedItem, type PlannedItem } from '../../../core/model/campaign.ts';
import {
  isFullyPosted,
  nextChannelToPost,
  postsToWithdraw,
  withChannelLease,
  abandonExpiredPosts,
  recordChannelPostOutcome,
  recordPostWithdrawal,
} from '../../../core/model/campaign-progress.ts';
import { createCampaign } from '../../support/core/campaigns.ts';

const [one, two] = ['1'.repeat(43), '2'.repeat(43)];
const now = new Date('2026-11-02T12:00:00Z');
const later = (ms: number) => new Date(now.getTime() + ms);
const message = {
  serviceUrl: 'https://smba.example/',
  conversationId: '19:a@thread.tacv2;messageid=1',
  activityId: '1',
  language: 'en',
} as const;

function sendingItem(): PlannedItem {
  const [planned] = createCampaign().items;
  if (!planned) throw new Error('no item');
  return { ...planned, state: 'sending', audience: { kind: 'channels', ids: [one, two] } };
}

it('is posted to each channel once', () => {
  let item = sendingItem();
  for (const channel of [one, two]) {
    expect(nextChannelToPost(item, now)).toBe(channel);
    item = withChannelLease(item, channel, now);
    expect(nextChannelToPost(item, now)).toBe(channel === one ? two : undefined);
    expect(isFullyPosted(item)).toBe(false);
    item = recordChannelPostOutcome(item, channel, { kind: 'posted', message }, now);
  }
  expect(nextChannelToPost(item, now)).toBeUndefined();
  expect(isFullyPosted(item)).toBe(true);
});

it('is not posted again where a server left it, or nobody knows whether it arrived', () => {
  const taken = withChannelLease(sendingItem(), one, now);
  const seen: unknown[] = [];
  const watched = (...asked: unknown[]): boolean => {
    seen.push(asked);
    return false;
  };
  expect(abandonExpiredPosts(taken, watched)).toEqual(taken);
  expect(seen).toEqual([[one, later(60_000).toISOString(), 60_000]]);
  const left = abandonExpiredPosts(taken, () => true);
  expect(left.posts).toEqual([{ channel: one, state: 'notKnown' }]);
  expect(nextChannelToPost(left, later(61_000))).toBe(two);
});

it('is posted later where Teams took nothing and asked for time', () => {
  const busy = recordChannelPostOutcome(sendingItem(), one, { kind: 'busy', afterMs: 30_000 }, now);
  expect(nextChannelToPost(busy, now)).toBe(two);
  expect(nextChannelToPost(recordChannelPostOutcome(busy, two, { kind: 'failed' }, now), now)).toBeUndefined();
  expect(nextChannelToPost(busy, later(30_001))).toBe(one);
  expect(isFullyPosted(busy)).toBe(false);
});

it('is withdrawn where it was posted, and nowhere else', () => {
  const campaign = createCampaign();
  const posted = recordChannelPostOutcome(
    recordChannelPostOutcome(sendingItem(), one, { kind: 'posted', message }, now),
    two,
    { kind: 'notKnown' },
    now,
  );
  const withdrawn = { ...campaign, items: [{ ...posted, state: 'withdrawn' as const }] };
  expect(postsToWithdraw({ ...campaign, items: [posted] })).toEqual([]);
  expect(postsToWithdraw(withdrawn).map(({ post }) => post.channel)).toEqual([one]);
  const done = recordPostWithdrawal(withdrawn, posted.item.id, one, 'withdrawn');
  expect(postsToWithdraw(done)).toEqual([]);
  expect(findPlannedItem(done, posted.item.id)?.posts).toContainEqual({ channel: one, state: 'withdrawn', message });
});
