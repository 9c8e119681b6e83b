import type { Activity } from 'botbuilder';
import type { DeliveryParts, DeliveryRuns, LaneKeeper, ReachStore } from '../../concerns/ports/campaign-store.ts';
import type { DeliveryCounts, DeliveryRun, Run } from '../../concerns/records/delivery.ts';
import type { Day, Monotonic } from '../../concerns/terms/calendar.ts';
import type { Language } from '../../concerns/terms/language.ts';
import type { EventLog } from '../running/event-log.ts';
import type { ChannelConnection } from '../teams/channel-connection.ts';
import type { Timing } from './timing.ts';

/**
 * Sends one message to everyone who has the app, or to those who joined between two days, and takes it back: at most
 * once a person and run, by however many servers, and within Teams' rate for an app in a tenant. Every method throws
 * StoreError.
 */
export interface CampaignSender {
  /** `exists` if a run has its id. Sends nothing yet: `tend` does. */
  startRun(run: Run): Promise<'started' | 'exists'>;
  /** Every server calls it every second or so; it answers at once. */
  tend(): Promise<void>;
  /** False if there is no such run that can be paused. */
  pause(runId: string): Promise<boolean>;
  resume(runId: string): Promise<boolean>;
  /** For good. False if there is no such run that can be cancelled. */
  cancel(runId: string): Promise<boolean>;
  /**
   * Cancels a run, and begins one, named `withdrawalOf`, that makes each of its messages neutral. `gone`: the messages
   * are no longer kept; `none`: no such run, or a withdrawal.
   */
  withdraw(runId: string): Promise<'started' | 'exists' | 'gone' | 'none'>;
  counts(runId: string): Promise<DeliveryCounts | undefined>;
  /** Erases the people of runs that ended long enough ago. Call it only while the clock may be believed. */
  tidy(today: Day): Promise<void>;
  /** Settles when all that was being sent is noted. */
  stop(): Promise<void>;
}

/** The same for everyone who reads a language; `undefined` if there is none now: then the run waits. */
export type MessageOf = (run: DeliveryRun, language: Language) => Promise<Partial<Activity> | undefined>;

export interface SenderDeps {
  readonly runs: DeliveryRuns;
  readonly parts: DeliveryParts;
  readonly lanes: LaneKeeper;
  readonly reach: Pick<ReachStore, 'page' | 'read'>;
  readonly connectionTo: (serviceUrl: string) => Pick<ChannelConnection, 'say' | 'update'>;
  readonly messageOf: MessageOf;
  readonly log: EventLog;
  readonly today: () => Day;
  readonly monotonic: Monotonic;
  /** Keeps no process from ending. */
  readonly wait: (ms: number) => Promise<void>;
  readonly newMark: () => string;
  readonly timing: Timing;
}
