import { expect, it } from '@jest/globals';
import { findItem, type PlannedItem } from '../../../core/model/campaign.ts';
import {
  isPosted,
  nextChannel,
  postsToWithdraw,
  withChannelLease,
  abandonExpiredPosts,
  recordPostOutcome,
  recordWithdrawal,
} from '../../../core/model/campaign-schedule.ts';
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
    expect(nextChannel(item, now)).toBe(channel);
    item = withChannelLease(item, channel, now);
    expect(nextChannel(item, now)).toBe(channel === one ? two : undefined);
    expect(isPosted(item)).toBe(false);
    item = recordPostOutcome(item, channel, { kind: 'posted', message }, now);
  }
  expect(nextChannel(item, now)).toBeUndefined();
  expect(isPosted(item)).toBe(true);
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
  expect(nextChannel(left, later(61_000))).toBe(two);
});

it('is posted later where Teams took nothing and asked for time', () => {
  const busy = recordPostOutcome(sendingItem(), one, { kind: 'busy', afterMs: 30_000 }, now);
  expect(nextChannel(busy, now)).toBe(two);
  expect(nextChannel(recordPostOutcome(busy, two, { kind: 'failed' }, now), now)).toBeUndefined();
  expect(nextChannel(busy, later(30_001))).toBe(one);
  expect(isPosted(busy)).toBe(false);
});

it('is withdrawn where it was posted, and nowhere else', () => {
  const campaign = createCampaign();
  const posted = recordPostOutcome(
    recordPostOutcome(sendingItem(), one, { kind: 'posted', message }, now),
    two,
    { kind: 'notKnown' },
    now,
  );
  const withdrawn = { ...campaign, items: [{ ...posted, state: 'withdrawn' as const }] };
  expect(postsToWithdraw({ ...campaign, items: [posted] })).toEqual([]);
  expect(postsToWithdraw(withdrawn).map(({ post }) => post.channel)).toEqual([one]);
  const done = recordWithdrawal(withdrawn, posted.item.id, one, 'withdrawn');
  expect(postsToWithdraw(done)).toEqual([]);
  expect(findItem(done, posted.item.id)?.posts).toContainEqual({ channel: one, state: 'withdrawn', message });
});
