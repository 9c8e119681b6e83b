import type { CampaignChannel } from '../records/campaign-channel.ts';

export interface CampaignChannels {
  all(): Promise<readonly CampaignChannel[]>;
  /** Replaces the channel with the same id. */
  write(channel: CampaignChannel): Promise<void>;
  remove(id: string): Promise<void>;
}
