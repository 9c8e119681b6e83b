import type { AlertOutbox } from './alert-outbox.ts';
import type { AlertTargets } from '../records/alert-targets.ts';
import type { CampaignChannels } from './campaign-channels.ts';
import type { CampaignStore } from './campaign-store.ts';
import type { CaseLedger } from './case-ledger.ts';
import type { CaseList } from './case-list.ts';
import type { CaseQueries } from './case-queries.ts';
import type { CaseStore } from './case-store.ts';
import type { ContentStore } from './content-store.ts';
import type { DailyMarks } from './daily-marks.ts';
import type { DayKeys } from './day-keys.ts';
import type { DeliveryParts } from './delivery-parts.ts';
import type { DeliveryRuns } from './delivery-runs.ts';
import type { DraftStore } from './draft-store.ts';
import type { History } from './history.ts';
import type { IssueLedger } from './issue-ledger.ts';
import type { PartnerStore } from './partner-store.ts';
import type { People } from './people.ts';
import type { PulseCounters } from './pulse-counters.ts';
import type { ReachStore } from './reach-store.ts';
import type { RegularPosts } from './regular-posts.ts';
import type { LaneKeeper } from './sending-lanes.ts';
import type { SharedPaces } from './shared-paces.ts';
import type { SettingsHistory } from './settings-history.ts';
import type { SubjectCards } from './subject-cards.ts';
import type { WorkCounts } from './work-counts.ts';
import type { WeekStore } from './week-store.ts';

/** A version that used a store: its number, and its name where it gave one. */
export interface LaterUse {
  readonly number: number;
  readonly release: string;
}

/** Everything that one database keeps, as the ports that the core asks for. */
export interface Store {
  readonly cases: CaseStore;
  readonly queries: CaseQueries;
  readonly list: CaseList;
  readonly ledger: CaseLedger;
  readonly subjectCards: SubjectCards;
  readonly people: People;
  readonly reach: ReachStore;
  readonly pulse: PulseCounters;
  readonly campaigns: CampaignStore;
  readonly campaignChannels: CampaignChannels;
  readonly history: History;
  readonly outbox: AlertOutbox;
  readonly targets: AlertTargets;
  readonly drafts: DraftStore;
  readonly weeks: WeekStore;
  readonly issues: IssueLedger;
  readonly dayKeys: DayKeys;
  readonly dailyMarks: DailyMarks;
  readonly regularPosts: RegularPosts;
  readonly settings: SettingsHistory;
  readonly deliveryRuns: DeliveryRuns;
  readonly deliveryParts: DeliveryParts;
  readonly lanes: LaneKeeper;
  readonly paces: SharedPaces;
  readonly workCounts: WorkCounts;
  readonly content: ContentStore;
  readonly partners: PartnerStore;
  /** The store's own time now, by what it last said; `undefined` where it has no clock of its own, or said nothing yet. */
  readonly time: () => Date | undefined;
  /**
   * Settles when this version can read what the store holds; rejects with StoreError where it cannot: `tooOld` for what
   * was made before the tab, `tooNew` for what a newer version used that lets no older one use it since.
   */
  readonly expectReadable: () => Promise<void>;
  /**
   * Notes that this version uses the store. Says which newer one used it before; what that noted stays. Throws
   * StoreError.
   */
  readonly noteUse: () => Promise<LaterUse | undefined>;
  /** The newest version that noted so, `undefined` where none did. Nothing is written. Throws StoreError. */
  readonly lastUse: () => Promise<LaterUse | undefined>;
  /**
   * Settles when a report can be saved, by writing as one does; rejects with StoreError when it cannot. `damaged`: some of
   * what stands could not be read or written because it is damaged, and still cannot.
   */
  readonly check: () => Promise<'whole' | 'damaged'>;
  close(): Promise<void>;
}
