import type { PulseWeek } from '../records/pulse-week.ts';

export interface PulseCounters {
  /** Adds counts atomically. After `unknown` they may have been added. */
  add(counted: PulseWeek): Promise<void>;
  of(campaign: string): Promise<readonly PulseWeek[]>;
}
