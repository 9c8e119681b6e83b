import type { Activity } from 'botbuilder';
import type { DeliveryParts } from '../../concerns/ports/delivery-parts.ts';
import type { DeliveryRuns } from '../../concerns/ports/delivery-runs.ts';
import type { ReachStore } from '../../concerns/ports/reach-store.ts';
import type { LaneKeeper } from '../../concerns/ports/sending-lanes.ts';
import type { DeliveryCounts, DeliveryRun, Run } from '../../concerns/records/delivery-run.ts';
import type { Day } from '../../concerns/terms/calendar.ts';
import type { Monotonic } from '../../concerns/terms/clock.ts';
import type { Language } from '../../concerns/terms/language.ts';
import type { EventLog } from '../running/event-log.ts';
import type { ChannelConnection } from '../teams/channel-connection.ts';
import type { Timing } from './timing.ts';

/**
 * Sends one message to everybody who has the app, or to those who joined between two days, and takes it back. At most
 * once a person and run, by however many servers, and within what Teams takes of an app in a tenant. It knows of a
 * campaign no more than the name of a run. Every method throws StoreError.
 */
export interface CampaignSender {
  /** Begins a run; `exists` where one has its id: it goes on as it was begun. Nothing is sent yet: `tend` does. */
  startRun(run: Run): Promise<'started' | 'exists'>;
  /** Does what there is to do for all runs. Called every second or so by every server; answers at once. */
  tend(): Promise<void>;
  /** Stops sending until it is resumed: whoever waits, waits on. `false` where there is no run that can be. */
  pause(runId: string): Promise<boolean>;
  resume(runId: string): Promise<boolean>;
  /** Stops sending for good: whoever waits is sent nothing. `false` where there is no run that can be. */
  cancel(runId: string): Promise<boolean>;
  /**
   * Cancels a run, and begins one that makes each of its messages neutral: `withdrawalOf` is its name. `gone`: it was too
   * long ago, and nobody keeps which messages these were; `none`: there is no such run, or it withdraws itself.
   */
  withdraw(runId: string): Promise<'started' | 'exists' | 'gone' | 'none'>;
  /** How a run stands, `undefined` where there is none. */
  counts(runId: string): Promise<DeliveryCounts | undefined>;
  /** Erases who was in runs that are over long enough. For when the clock may be believed. */
  tidy(today: Day): Promise<void>;
  /** Begins nothing new, and settles when what was being sent is noted. */
  stop(): Promise<void>;
}

/** The message of a run in a language, `undefined` where there is none now: then the run waits. The same for everybody. */
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
  /** As long as it takes: a timer of the process, which keeps no process from ending. */
  readonly wait: (ms: number) => Promise<void>;
  /** A name or a mark that was never given out before. */
  readonly newMark: () => string;
  readonly timing: Timing;
}
