import { retried } from '../../../core/casework/idempotency.ts';
import type { CampaignChannels, CampaignStore } from '../../../core/ports/campaign-store.ts';
import {
  nextChannel,
  type PostOutcome,
  toWithdraw,
  withChannelTaken,
  withLeftPosts,
  withPosted,
  withWithdrawn,
} from '../../../core/model/campaign-schedule.ts';
import { type Campaign, itemOf, type PlannedItem, withItem } from '../../../core/model/campaign.ts';
import type { Versioned } from '../../../core/model/case-record.ts';
import { isQuiet, localMoment } from '../../../core/model/quiet-hours.ts';
import type { Clock, Monotonic } from '../../../core/model/calendar.ts';
import { failedPost } from '../delivery-result.ts';
import { createObserver } from '../../runtime/observer.ts';
import { type ChannelConnection, ChannelError } from '../../teams/channel-connection.ts';
import { isWorthRepeating } from '../../teams/channel-post.ts';
import { activityOf, type ItemMessages } from './item-messages.ts';

const usualWaitMs = 60_000;

function outcomeOf(error: unknown): PostOutcome {
  const { reason, afterMs = usualWaitMs } = failedPost(error, true);
  if (reason === 'busy') return { kind: 'busy', afterMs };
  return { kind: reason === 'noAnswer' ? 'notKnown' : 'failed' };
}

/**
 * Posts each item at most once into each of its channels: a post that was under way when a server ended is not tried
 * again. Taking back is idempotent.
 */
export function createChannelPosts(deps: {
  readonly campaigns: CampaignStore;
  readonly campaignChannels: CampaignChannels;
  readonly connectionTo: (serviceUrl: string) => Pick<ChannelConnection, 'post' | 'update'>;
  readonly messages: ItemMessages;
  readonly clock: Clock;
  readonly monotonic: Monotonic;
  readonly timeZone: string;
}) {
  const { campaigns, clock } = deps;
  const leases = createObserver(deps.monotonic);

  const note = async (id: string, change: (campaign: Campaign) => Campaign): Promise<void> => {
    await retried<'noted'>(async () => {
      const standing = await campaigns.read(id);
      const changed = standing && change(standing.value);
      if (!standing || !changed || changed === standing.value) return 'noted';
      return (await campaigns.write(changed, standing.version, [])) ? 'noted' : 'conflict';
    });
  };

  const noteItem = (id: string, item: string, change: (planned: PlannedItem) => PlannedItem): Promise<void> =>
    note(id, (campaign) => {
      const planned = itemOf(campaign, item);
      return planned ? withItem(campaign, change(planned)) : campaign;
    });

  async function sent(campaign: string, planned: PlannedItem, channelId: string): Promise<PostOutcome> {
    const channel = (await deps.campaignChannels.all()).find(({ id }) => id === channelId);
    if (channel === undefined) return { kind: 'failed' };
    const { serviceUrl, conversationId, tenantId, language } = channel;
    try {
      const activity = activityOf(deps.messages.item(planned.item, language, campaign));
      const post = await deps.connectionTo(serviceUrl).post(conversationId, tenantId, activity);
      return { kind: 'posted', message: { serviceUrl, ...post, language } };
    } catch (error) {
      return outcomeOf(error);
    }
  }

  const maySend = (campaign: Campaign): boolean =>
    campaign.state === 'running' && !isQuiet(localMoment(clock(), deps.timeZone), campaign.quiet);

  async function postItem(id: string, item: string): Promise<void> {
    for (;;) {
      const standing = await campaigns.read(id);
      const planned = standing && itemOf(standing.value, item);
      if (!standing || !planned || !maySend(standing.value)) return;
      const left = withLeftPosts(planned, (on, mark, ms) => leases.hasStood(`${id} ${item} ${on}`, mark, ms));
      const channel = nextChannel(left, clock());
      if (channel === undefined) {
        if (left !== planned) await campaigns.write(withItem(standing.value, left), standing.version, []);
        return;
      }
      const taken = withItem(standing.value, withChannelTaken(left, channel, clock()));
      if (!(await campaigns.write(taken, standing.version, []))) continue;
      const outcome = await sent(id, planned, channel);
      await noteItem(id, item, (current) => withPosted(current, channel, outcome, clock()));
    }
  }

  async function takeBack(campaign: Campaign): Promise<void> {
    for (const { item, post } of toWithdraw(campaign)) {
      const { message, channel } = post;
      if (message === undefined) continue;
      try {
        const activity = activityOf(deps.messages.withdrawn(message.language));
        await deps.connectionTo(message.serviceUrl).update(message.conversationId, message.activityId, activity);
        await note(campaign.id, (current) => withWithdrawn(current, item, channel, 'withdrawn'));
      } catch (error) {
        if (!(error instanceof ChannelError)) throw error;
        if (isWorthRepeating(error)) continue;
        // It was deleted there, or the bot is not in the team any more.
        await note(campaign.id, (current) => withWithdrawn(current, item, channel, 'stays'));
      }
    }
  }

  return {
    async tend({ value: campaign }: Versioned<Campaign>): Promise<void> {
      await takeBack(campaign);
      if (!maySend(campaign)) return;
      for (const { item, audience, state } of campaign.items) {
        if (audience.kind === 'channels' && state === 'sending') await postItem(campaign.id, item.id);
      }
    },
  };
}
