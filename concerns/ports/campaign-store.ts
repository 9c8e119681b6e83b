import type { Campaign } from '../records/campaign.ts';
import type { CampaignEvent } from '../records/campaign-event.ts';
import type { Versioned } from '../records/case-record.ts';

export interface CampaignStore {
  /** Throws StoreError `broken` if it cannot be read. */
  read(id: string): Promise<Versioned<Campaign> | undefined>;
  list(): Promise<readonly Versioned<Campaign>[]>;
  /** Adds entries of its history with it, all or nothing. `write` leaves entries that it cannot read. */
  write(campaign: Campaign, over: string | undefined, events: readonly CampaignEvent[]): Promise<boolean>;
  /** `undefined` in the place of an entry that cannot be read. */
  history(id: string): Promise<readonly (CampaignEvent | undefined)[]>;
}
