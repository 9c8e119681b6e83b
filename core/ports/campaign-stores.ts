import type { Campaign, CampaignChannel, CampaignEvent } from '../model/campaign.ts';
import type { Versioned } from '../model/case-record.ts';
import type { DeliveryBatch, DeliveryRun, BatchStage, SendQuota } from '../model/delivery.ts';
import type { Subscriber } from '../model/subscriber.ts';
import type { SurveyWeek } from '../model/survey-week.ts';

export interface CampaignStore {
  /** Throws StoreError `broken` if it cannot be read. */
  read(id: string): Promise<Versioned<Campaign> | undefined>;
  list(): Promise<readonly Versioned<Campaign>[]>;
  /** Adds entries of its history with it, all or nothing. Entries that it cannot read stay. */
  write(campaign: Campaign, expectedVersion: string | undefined, events: readonly CampaignEvent[]): Promise<boolean>;
  /** `undefined` in the place of an entry that cannot be read. */
  history(id: string): Promise<readonly (CampaignEvent | undefined)[]>;
}

export interface CampaignChannelStore {
  all(): Promise<readonly CampaignChannel[]>;
  /** Replaces the channel with the same id. */
  write(channel: CampaignChannel): Promise<void>;
  remove(id: string): Promise<void>;
}

export interface DeliveryRunStore {
  /** Runs whose batches are still stored, in no order, without unreadable ones. */
  all(): Promise<readonly Versioned<DeliveryRun>[]>;
  read(id: string): Promise<Versioned<DeliveryRun> | undefined>;
  write(run: DeliveryRun, expectedVersion: string | undefined): Promise<boolean>;
  /** Removes a run's batches, and with them who was in it. Safe to repeat. */
  erase(id: string): Promise<void>;
}

interface ConditionalWrite<T> {
  readonly value: T;
  readonly expectedVersion: string | undefined;
}

export interface DeliveryBatchStore {
  find(
    runId: string,
    stage: BatchStage,
    max: number,
  ): Promise<readonly { readonly number: number; readonly version: string }[]>;
  read(
    runId: string,
    number: number,
  ): Promise<{ readonly value: DeliveryBatch | undefined; readonly version: string } | undefined>;
  /** At most fifty batches of one run, all or nothing with the run. Returns the new version of each batch. */
  write(
    batches: readonly ConditionalWrite<DeliveryBatch>[],
    run?: ConditionalWrite<DeliveryRun>,
  ): Promise<readonly string[] | undefined>;
}

export interface SendQuotaStore {
  read(): Promise<{ readonly value: SendQuota | undefined; readonly version: string } | undefined>;
  write(quota: SendQuota, expectedVersion: string | undefined): Promise<boolean>;
}

/** A version does not tell how often a row was written. */
export interface SubscriberStore {
  add(subscriber: Subscriber): Promise<'added' | 'exists'>;
  read(id: string): Promise<{ readonly value: Subscriber | undefined; readonly version: string } | undefined>;
  /** Rows after an id, in the order of ids, fewer than `max` only at the end. */
  page(after: string | undefined, max: number): Promise<readonly Versioned<Subscriber>[]>;
  write(subscriber: Subscriber, expectedVersion: string): Promise<boolean>;
  remove(id: string): Promise<void>;
}

export interface SurveyCounters {
  /** Adds counts atomically. After `unknown` they may have been added. */
  add(surveyWeek: SurveyWeek): Promise<void>;
  listWeeks(campaign: string): Promise<readonly SurveyWeek[]>;
}
