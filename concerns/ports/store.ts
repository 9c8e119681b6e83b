import type { AlertOutbox } from './alerts.ts';
import type { AlertTargets } from '../records/alert-targets.ts';
import type {
  CampaignChannels,
  CampaignStore,
  DeliveryParts,
  DeliveryRuns,
  LaneKeeper,
  PulseCounters,
  ReachStore,
} from './campaign-store.ts';
import type { CaseLedger, CaseList, CaseQueries, CaseStore, History, SubjectCards } from './case-store.ts';
import type { ContentStore } from './content-store.ts';
import type { DailyMarks } from './daily-marks.ts';
import type { DayKeys } from './day-keys.ts';
import type { DraftStore } from './draft-store.ts';
import type { IssueLedger } from './issue-ledger.ts';
import type { PartnerStore } from './partner-store.ts';
import type { People } from './people.ts';
import type { RegularPosts } from './regular-posts.ts';
import type { SharedPaces } from './shared-paces.ts';
import type { SettingsHistory } from './settings-history.ts';
import type { WorkCounts } from './work-counts.ts';
import type { WeekStore } from './week-store.ts';

export interface LaterUse {
  readonly number: number;
  readonly release: string;
}

/**
 * Everything that one database keeps, as the core's ports. A write over a version (or over none) writes nothing if
 * another is stored, and says so. A value that cannot be read is missing beside its version; lists leave it out.
 */
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
  /** The store's own time; `undefined` if it has no clock, or has not answered yet. */
  readonly time: () => Date | undefined;
  /**
   * Throws StoreError if this version cannot read the store: `tooOld` for one made before the tab, `tooNew` if a newer
   * version used it and lets no older one use it since.
   */
  readonly expectReadable: () => Promise<void>;
  readonly noteUse: () => Promise<LaterUse | undefined>;
  readonly lastUse: () => Promise<LaterUse | undefined>;
  /**
   * Settles if a report can be saved, by writing as one does; throws StoreError if not. `damaged`: some stored data is
   * damaged and unreadable.
   */
  readonly check: () => Promise<'whole' | 'damaged'>;
  close(): Promise<void>;
}
