import { noticePage } from '../../../cards/notice-page.ts';
import type { Page } from '../../../cards/page.ts';
import type { CampaignChannelStore } from '../../../core/ports/campaign-stores.ts';
import type { AlertTargets } from '../../../core/model/alert-targets.ts';
import { campaignChannelId } from '../../../core/model/campaign.ts';
import { type RoleDirectory, mayWriteCampaigns, type PersonId } from '../../../core/model/roles.ts';
import { type Clock, toDay } from '../../../core/model/calendar.ts';
import type { Language } from '../../../core/model/language.ts';
import type { EventLog } from '../../runtime/event-log.ts';
import type { TeamsChannel } from '../../teams/incoming-activity.ts';

export interface CampaignChannelDirectory {
  /** Refuses a channel with alerts. Throws StoreError. */
  add(objectId: PersonId, channel: TeamsChannel, language: Language): Promise<Page>;
  /** Earlier posts can still be withdrawn. Throws StoreError. */
  remove(objectId: PersonId, channel: TeamsChannel, language: Language): Promise<Page>;
}

export function createCampaignChannelDirectory(deps: {
  readonly campaignChannels: CampaignChannelStore;
  readonly targets: Pick<AlertTargets, 'all'>;
  readonly directory: Pick<RoleDirectory, 'getRoles'>;
  readonly tenantId: string;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly log: EventLog;
}): CampaignChannelDirectory {
  const { campaignChannels, log } = deps;

  const mayManage = async (objectId: PersonId): Promise<boolean> => {
    const isAllowed = mayWriteCampaigns(await deps.directory.getRoles(objectId));
    if (!isAllowed) log({ event: 'refused', what: 'campaignChannel' });
    return isAllowed;
  };

  return {
    async add(objectId, { channelId, serviceUrl }, language) {
      if (!(await mayManage(objectId))) return noticePage({ language, notice: 'campaignRefused' });
      // No one is to learn which channel is the reserve's.
      const isOfAlerts = (await deps.targets.all()).some(({ conversationId }) => conversationId === channelId);
      if (isOfAlerts) return noticePage({ language, notice: 'campaignElsewhere' });
      const id = campaignChannelId(channelId);
      const before = (await campaignChannels.all()).find((channel) => channel.id === id);
      await campaignChannels.write({
        id,
        conversationId: channelId,
        serviceUrl,
        tenantId: deps.tenantId,
        language,
        ...(before?.name !== undefined && { name: before.name }),
        by: objectId,
        on: toDay(deps.clock(), deps.timeZone),
      });
      return noticePage({ language, notice: 'campaignHere' });
    },

    async remove(objectId, { channelId }, language) {
      if (!(await mayManage(objectId))) return noticePage({ language, notice: 'campaignRefused' });
      await campaignChannels.remove(campaignChannelId(channelId));
      return noticePage({ language, notice: 'campaignNotHere' });
    },
  };
}
