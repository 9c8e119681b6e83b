import type { PulseWeek } from '../records/pulse-week.ts';

/** The counters of pulses, one row a campaign, phase and week. Throws StoreError. */
export interface PulseCounters {
  /**
   * Adds counts to those of a week, all of them or none, whoever else adds at the same time. After `unknown` they may
   * have been added.
   */
  add(counted: PulseWeek): Promise<void>;
  /** The weeks of a campaign that can be read, in no order; none where nothing was counted. */
  of(campaign: string): Promise<readonly PulseWeek[]>;
}
