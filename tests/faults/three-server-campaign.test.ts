import { describe, expect, it } from '@jest/globals';
import { runThreeServerCampaign } from '../support/campaigns/three-server-campaign.ts';
import { isLong } from './tally.ts';

const people = isLong ? 2_000 : 300;

describe('a message to everybody by three servers, killed at random, at a channel on a bad day', () => {
  it.each(isLong ? [1, 2, 3] : [1])('reaches each once, or says of whom it is not known (seed %i)', async (seed) => {
    const went = await runThreeServerCampaign({ people, factor: 20, seed, killEveryMs: 1_500, sparesFirst: false });
    expect(went).toMatchObject({ twice: 0, wrong: 0 });
    expect(went.counts).toMatchObject({ state: 'over', waiting: 0, cancelled: 0, optedOut: 0 });
    expect(went.counts.sent).toBeGreaterThan(0);
  });
});
