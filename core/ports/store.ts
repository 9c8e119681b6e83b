import { z } from 'zod';
import type { AlertOutbox } from './alerts.ts';
import type { AlertTargets } from '../model/alert-targets.ts';
import type {
  CampaignChannelStore,
  CampaignStore,
  DeliveryBatchStore,
  DeliveryRunStore,
  SendQuotaStore,
  SurveyCounters,
  SubscriberStore,
} from './campaign-stores.ts';
import type {
  CaseLedger,
  CaseList,
  WeekFigureQueries,
  CaseStore,
  CaseHistory,
  SubjectCardStore,
  UnitQueries,
} from './case-store.ts';
import type { PersonStore } from './person-store.ts';
import { daySchema, type Versioned } from '../model/case-record.ts';
import { type Day, parseDay, type Week } from '../model/calendar.ts';
import type { ScheduledPostSpec, ScheduledPost } from '../model/scheduled-post.ts';
import type { SettingEntry } from '../model/setting-entry.ts';
import type { ContentEntry, StoredContentEntry } from '../model/content-entry.ts';
import type { Invitation, Organisation } from '../model/partner-record.ts';
import type { HandledBy } from '../model/handled-by.ts';

export interface WriterVersion {
  readonly number: number;
  readonly release: string;
}

/**
 * One database as the core's ports. A write over a version (or over none) writes nothing if another is stored, and says
 * so. A value that cannot be read is missing beside its version; lists leave it out.
 */
export interface Store {
  readonly cases: CaseStore;
  readonly queries: WeekFigureQueries;
  readonly unit: UnitQueries;
  readonly list: CaseList;
  readonly ledger: CaseLedger;
  readonly subjectCards: SubjectCardStore;
  readonly people: PersonStore;
  readonly subscribers: SubscriberStore;
  readonly surveyCounters: SurveyCounters;
  readonly campaigns: CampaignStore;
  readonly campaignChannels: CampaignChannelStore;
  readonly history: CaseHistory;
  readonly outbox: AlertOutbox;
  readonly targets: AlertTargets;
  readonly drafts: DraftStore;
  readonly weeks: WeekStore;
  readonly publications: PublicationLedger;
  readonly dayKeys: DayKeyStore;
  readonly dailyTaskStates: DailyTaskStore;
  readonly scheduledPosts: ScheduledPostStore;
  readonly settings: SettingsHistory;
  readonly deliveryRuns: DeliveryRunStore;
  readonly deliveryBatches: DeliveryBatchStore;
  readonly sendQuota: SendQuotaStore;
  readonly rateLimits: RateLimitStore;
  readonly workCounts: WorkCountStore;
  readonly content: ContentStore;
  readonly partners: PartnerStore;
  /** The store's own time; `undefined` if it has no clock, or has not answered yet. */
  readonly time: () => Date | undefined;
  /**
   * Throws StoreError: `tooOld` for a store made before the tab, `tooNew` if a newer version used it and lets no older
   * one use it since.
   */
  readonly assertReadable: () => Promise<void>;
  readonly recordWriterVersion: () => Promise<WriterVersion | undefined>;
  readonly lastWriterVersion: () => Promise<WriterVersion | undefined>;
  /**
   * Writes as a report does; throws StoreError if none can be saved. `damaged`: some stored data is damaged and
   * unreadable.
   */
  readonly check: () => Promise<'whole' | 'damaged'>;
  close(): Promise<void>;
}

/**
 * `until` of `clockSeen` is the hour that a server saw last; of `tellDoubt`, when to notify of a message that was not
 * genuine; of `owedWelcomes`, from when first cards are still to be sent; of `restored`, when the store was restored
 * from a copy.
 */
const dailyTasks = [
  'countAcu',
  'countReserve',
  'tellSetAside',
  'clockSeen',
  'sweepReach',
  'sweepFiles',
  'tellDoubt',
  'owedWelcomes',
  'restored',
  'tellUnseen',
  'tellUnseenOfReserve',
  'tellShortRoles',
  'tellRestored',
] as const;
export type DailyTask = (typeof dailyTasks)[number];

export const dailyTaskStateSchema = z.object({
  task: z.enum(dailyTasks),
  day: daySchema,
  state: z.enum(['taken', 'done']),
  until: z.iso.datetime(),
  /** Others watch how long the mark stays the same, and compare no clocks. */
  held: z.literal(true).optional(),
});
export type DailyTaskState = z.infer<typeof dailyTaskStateSchema>;

export const initialDailyTaskState = (task: DailyTask): DailyTaskState =>
  dailyTaskStateSchema.parse({ task, day: '1970-01-01', state: 'done', until: '1970-01-01T00:00:00Z' });

export interface DailyTaskStore {
  read(task: DailyTask): Promise<Versioned<DailyTaskState> | undefined>;
  write(taskState: DailyTaskState, expectedVersion: string | undefined): Promise<boolean>;
}

/**
 * The restored store does not know what was sent since the copy, so messages and regular posts are paused until someone
 * resumes them. Throws RangeError for an invalid instant.
 */
export function restoredTaskState(at: Date): DailyTaskState {
  const until = at.toISOString();
  const day = parseDay(until.slice(0, 10));
  if (day === undefined) throw new RangeError('no day');
  return { task: 'restored', day, state: 'taken', until };
}

export const isPausedByRestore = (taskState: DailyTaskState | undefined): boolean => taskState?.state === 'taken';

export interface ScheduledPostStore {
  read(
    regular: ScheduledPostSpec,
  ): Promise<{ readonly value: ScheduledPost | undefined; readonly version: string } | undefined>;
  all(): Promise<readonly ScheduledPost[]>;
  write(post: ScheduledPost, expectedVersion: string | undefined): Promise<boolean>;
}

export interface SettingsHistory {
  all(): Promise<readonly SettingEntry[]>;
  add(entry: SettingEntry): Promise<'added' | 'exists'>;
}

interface ContentHead {
  readonly topic: string;
  readonly number: number;
}

/** Entries are never removed. */
export interface ContentStore {
  listEntries(topic: string): Promise<readonly StoredContentEntry[]>;
  /** The last entry of each topic, if written to since a day, in UTC. */
  listLatestEntries(since?: Day): Promise<readonly ContentHead[]>;
  add(entry: ContentEntry): Promise<'added' | 'exists'>;
}

type InvitationKey = { readonly id: string } | { readonly signIn: string };

export interface PartnerStore {
  organisations(): Promise<readonly Versioned<Organisation>[]>;
  saveOrganisation(organisation: Organisation, expectedVersion: string | undefined): Promise<'saved' | 'moved'>;
  invitations(): Promise<readonly Versioned<Invitation>[]>;
  findInvitation(by: InvitationKey): Promise<Versioned<Invitation> | undefined>;
  saveInvitation(invitation: Invitation, expectedVersion: string | undefined): Promise<'saved' | 'moved'>;
}

export interface StoredDraft {
  readonly id: string;
  readonly sealed: string;
  readonly expiresAt: Date;
}

export interface DraftStore {
  save(draft: StoredDraft): Promise<void>;
  read(id: string, now: Date): Promise<StoredDraft | undefined>;
  remove(id: string): Promise<void>;
  removeExpired(now: Date): Promise<void>;
}

/** Removing it makes every card of that day unreadable. */
export interface StoredDayKey {
  readonly id: string;
  readonly wrapped: string;
}

export interface DayKeyStore {
  add(key: StoredDayKey): Promise<StoredDayKey>;
  read(id: string): Promise<StoredDayKey | undefined>;
  removeBefore(id: string): Promise<void>;
}

/** The name is a digest and changes each day; people in no hurry have no row. */
interface RateLimitState {
  readonly name: string;
  /** Milliseconds from an origin that only servers know: an instant would say when someone reported. */
  readonly until: number;
  readonly hour: number;
}

export interface RateLimitStore {
  read(name: string): Promise<Versioned<RateLimitState> | undefined>;
  write(limitState: RateLimitState, expectedVersion: string | undefined): Promise<boolean>;
  /** In milliseconds since 1970. */
  removeBefore(instant: number): Promise<void>;
}

/** The name says nothing without the day's salt. */
interface WorkCount {
  readonly name: string;
  readonly day: string;
  readonly record: string;
}

/** Work beyond the ordinary over all servers, and each day's random salt for the names. No backup has either. */
export interface WorkCountStore {
  salt(day: string, generated: string): Promise<string>;
  read(name: string): Promise<Versioned<string> | undefined>;
  write(count: WorkCount, expectedVersion: string | undefined): Promise<boolean>;
  listRecords(day: string): Promise<readonly string[]>;
  removeBefore(day: string): Promise<void>;
}

export interface FrozenWeek {
  readonly week: Week;
  readonly handledBy: HandledBy;
  readonly figures: string;
}

export interface WeekRevision extends FrozenWeek {
  readonly number: number;
}

export interface WeekStore {
  /** Stores a week's figures unless it has some; returns the stored ones. */
  freeze(week: FrozenWeek): Promise<FrozenWeek>;
  read(week: Week, handledBy: HandledBy): Promise<FrozenWeek | undefined>;
  addRevision(revision: WeekRevision): Promise<'added' | 'exists'>;
  /** By week and number. A damaged count is included, without figures or with a number that no count has. */
  listRevisions(from: Week, to: Week, handledBy: HandledBy): Promise<readonly WeekRevision[]>;
}

export interface StoredPublication {
  readonly number: number;
  readonly record: string;
}

/** Never changed or removed. */
export interface PublicationLedger {
  all(): Promise<readonly StoredPublication[]>;
  add(publication: StoredPublication): Promise<'added' | 'exists'>;
}
