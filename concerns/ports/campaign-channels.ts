import type { CampaignChannel } from '../records/campaign-channel.ts';

/** The channels that were named for campaigns. Throws StoreError. */
export interface CampaignChannels {
  /** All that can be read, in no order. */
  all(): Promise<readonly CampaignChannel[]>;
  /** Names a channel; a later one with its id replaces it. */
  write(channel: CampaignChannel): Promise<void>;
  /** Takes a channel away. Silent where there is none. */
  remove(id: string): Promise<void>;
}
