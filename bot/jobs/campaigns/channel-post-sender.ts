import { retryOnConflict } from '../../../core/casework/retry-on-conflict.ts';
import type { CampaignChannelStore, CampaignStore } from '../../../core/ports/campaign-stores.ts';
import {
  nextChannelToPost,
  type ChannelPostOutcome,
  postsToWithdraw,
  withChannelLease,
  abandonExpiredPosts,
  recordChannelPostOutcome,
  recordPostWithdrawal,
} from '../../../core/model/campaign-progress.ts';
import { type Campaign, findPlannedItem, type PlannedItem, withPlannedItem } from '../../../core/model/campaign.ts';
import type { Versioned } from '../../../core/model/case-record.ts';
import { isInQuietHours, toLocalDateTime } from '../../../core/model/quiet-hours.ts';
import type { Clock, MonotonicClock } from '../../../core/model/calendar.ts';
import { toFailedPostResult } from '../post-to-teams.ts';
import { createLeaseObserver } from '../../runtime/lease-observer.ts';
import { type ChannelConnection, ChannelError } from '../../teams/channel-connection.ts';
import { isRetryableChannelError } from '../../teams/outgoing-activities.ts';
import { itemMessageActivity, type ItemMessages } from './item-messages.ts';

const defaultWaitMs = 60_000;

function toPostOutcome(error: unknown): ChannelPostOutcome {
  const { reason, afterMs = defaultWaitMs } = toFailedPostResult(error, true);
  if (reason === 'busy') return { kind: 'busy', afterMs };
  return { kind: reason === 'noAnswer' ? 'notKnown' : 'failed' };
}

/**
 * Posts each item at most once into each of its channels, even if a server ends meanwhile. Withdrawing is idempotent.
 */
export function createChannelPostSender(deps: {
  readonly campaigns: CampaignStore;
  readonly campaignChannels: CampaignChannelStore;
  readonly connectionTo: (serviceUrl: string) => Pick<ChannelConnection, 'post' | 'update'>;
  readonly messages: ItemMessages;
  readonly clock: Clock;
  readonly monotonic: MonotonicClock;
  readonly timeZone: string;
}) {
  const { campaigns, clock } = deps;
  const leases = createLeaseObserver(deps.monotonic);

  const note = async (id: string, change: (campaign: Campaign) => Campaign): Promise<void> => {
    await retryOnConflict<'noted'>(async () => {
      const currentCampaign = await campaigns.read(id);
      const changed = currentCampaign && change(currentCampaign.value);
      if (!currentCampaign || !changed || changed === currentCampaign.value) return 'noted';
      return (await campaigns.write(changed, currentCampaign.version, [])) ? 'noted' : 'conflict';
    });
  };

  const noteItem = (id: string, item: string, change: (planned: PlannedItem) => PlannedItem): Promise<void> =>
    note(id, (campaign) => {
      const planned = findPlannedItem(campaign, item);
      return planned ? withPlannedItem(campaign, change(planned)) : campaign;
    });

  async function sendPost(campaign: string, planned: PlannedItem, channelId: string): Promise<ChannelPostOutcome> {
    const channel = (await deps.campaignChannels.all()).find(({ id }) => id === channelId);
    if (channel === undefined) return { kind: 'failed' };
    const { serviceUrl, conversationId, tenantId, language } = channel;
    try {
      const activity = itemMessageActivity(deps.messages.item(planned.item, language, campaign));
      const post = await deps.connectionTo(serviceUrl).post(conversationId, tenantId, activity);
      return { kind: 'posted', message: { serviceUrl, ...post, language } };
    } catch (error) {
      return toPostOutcome(error);
    }
  }

  const maySend = (campaign: Campaign): boolean =>
    campaign.state === 'running' && !isInQuietHours(toLocalDateTime(clock(), deps.timeZone), campaign.quiet);

  async function postItem(id: string, item: string): Promise<void> {
    for (;;) {
      const currentCampaign = await campaigns.read(id);
      const planned = currentCampaign && findPlannedItem(currentCampaign.value, item);
      if (!currentCampaign || !planned || !maySend(currentCampaign.value)) return;
      const left = abandonExpiredPosts(planned, (on, mark, ms) => leases.isStale(`${id} ${item} ${on}`, mark, ms));
      const channel = nextChannelToPost(left, clock());
      if (channel === undefined) {
        if (left !== planned)
          await campaigns.write(withPlannedItem(currentCampaign.value, left), currentCampaign.version, []);
        return;
      }
      const taken = withPlannedItem(currentCampaign.value, withChannelLease(left, channel, clock()));
      if (!(await campaigns.write(taken, currentCampaign.version, []))) continue;
      const outcome = await sendPost(id, planned, channel);
      await noteItem(id, item, (current) => recordChannelPostOutcome(current, channel, outcome, clock()));
    }
  }

  async function withdrawPosts(campaign: Campaign): Promise<void> {
    for (const { item, post } of postsToWithdraw(campaign)) {
      const { message, channel } = post;
      if (message === undefined) continue;
      try {
        const activity = itemMessageActivity(deps.messages.withdrawn(message.language));
        await deps.connectionTo(message.serviceUrl).update(message.conversationId, message.activityId, activity);
        await note(campaign.id, (current) => recordPostWithdrawal(current, item, channel, 'withdrawn'));
      } catch (error) {
        if (!(error instanceof ChannelError)) throw error;
        if (isRetryableChannelError(error)) continue;
        // Deleted there, or the bot has left the team.
        await note(campaign.id, (current) => recordPostWithdrawal(current, item, channel, 'stays'));
      }
    }
  }

  return {
    async tend({ value: campaign }: Versioned<Campaign>): Promise<void> {
      await withdrawPosts(campaign);
      if (!maySend(campaign)) return;
      for (const { item, audience, state } of campaign.items) {
        if (audience.kind === 'channels' && state === 'sending') await postItem(campaign.id, item.id);
      }
    },
  };
}
