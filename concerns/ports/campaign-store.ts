import type { Campaign } from '../records/campaign.ts';
import type { CampaignEvent } from '../records/campaign-event.ts';
import type { Versioned } from '../records/case-record.ts';

/** Campaigns with their histories. Throws StoreError. */
export interface CampaignStore {
  /** A campaign, `undefined` where there is none. Throws StoreError `broken` where it cannot be read. */
  read(id: string): Promise<Versioned<Campaign> | undefined>;
  /** All that can be read, in no order. */
  list(): Promise<readonly Versioned<Campaign>[]>;
  /**
   * Puts a campaign in the place of the one at a version, or of none, and adds entries to its history: all of it or
   * nothing. `false` when another stands there: nothing is written.
   */
  write(campaign: Campaign, over: string | undefined, events: readonly CampaignEvent[]): Promise<boolean>;
  /**
   * The entries of its history in their order, `undefined` in the place of one that cannot be read; none where there is no
   * such campaign. No entry changes: `write` leaves those as they are that it cannot read.
   */
  history(id: string): Promise<readonly (CampaignEvent | undefined)[]>;
}
