import type { Campaign, CampaignChannel, CampaignEvent } from '../model/campaign.ts';
import type { Versioned } from '../model/case-record.ts';
import type { DeliveryPart, DeliveryRun, PartStage, SendingLanes } from '../model/delivery.ts';
import type { ReachRow } from '../model/subscriber.ts';
import type { PulseWeek } from '../model/survey-week.ts';

export interface CampaignStore {
  /** Throws StoreError `broken` if it cannot be read. */
  read(id: string): Promise<Versioned<Campaign> | undefined>;
  list(): Promise<readonly Versioned<Campaign>[]>;
  /** Adds entries of its history with it, all or nothing. `write` leaves entries that it cannot read. */
  write(campaign: Campaign, over: string | undefined, events: readonly CampaignEvent[]): Promise<boolean>;
  /** `undefined` in the place of an entry that cannot be read. */
  history(id: string): Promise<readonly (CampaignEvent | undefined)[]>;
}

export interface CampaignChannels {
  all(): Promise<readonly CampaignChannel[]>;
  /** Replaces the channel with the same id. */
  write(channel: CampaignChannel): Promise<void>;
  remove(id: string): Promise<void>;
}

export interface DeliveryRuns {
  /** Runs whose parts are still stored, in no order, without unreadable ones. */
  all(): Promise<readonly Versioned<DeliveryRun>[]>;
  read(id: string): Promise<Versioned<DeliveryRun> | undefined>;
  write(run: DeliveryRun, over: string | undefined): Promise<boolean>;
  /** Removes a run's parts, and with them who was in it. Safe to repeat. */
  erase(id: string): Promise<void>;
}

interface Over<T> {
  readonly value: T;
  readonly over: string | undefined;
}

export interface DeliveryParts {
  find(
    runId: string,
    stage: PartStage,
    most: number,
  ): Promise<readonly { readonly number: number; readonly version: string }[]>;
  read(
    runId: string,
    number: number,
  ): Promise<{ readonly value: DeliveryPart | undefined; readonly version: string } | undefined>;
  /**
   * Writes at most fifty parts of one run, and the run if given: all or nothing. Returns the new version of each part.
   */
  write(parts: readonly Over<DeliveryPart>[], run?: Over<DeliveryRun>): Promise<readonly string[] | undefined>;
}

export interface LaneKeeper {
  read(): Promise<{ readonly value: SendingLanes | undefined; readonly version: string } | undefined>;
  write(lanes: SendingLanes, over: string | undefined): Promise<boolean>;
}

/** Those who have the app. A version does not tell how often a row was written. */
export interface ReachStore {
  add(row: ReachRow): Promise<'added' | 'exists'>;
  read(id: string): Promise<{ readonly value: ReachRow | undefined; readonly version: string } | undefined>;
  /** At most `most` rows after an id, in the order of ids, fewer only at the end. */
  page(after: string | undefined, most: number): Promise<readonly Versioned<ReachRow>[]>;
  write(row: ReachRow, over: string): Promise<boolean>;
  remove(id: string): Promise<void>;
}

export interface PulseCounters {
  /** Adds counts atomically. After `unknown` they may have been added. */
  add(counted: PulseWeek): Promise<void>;
  of(campaign: string): Promise<readonly PulseWeek[]>;
}
