import type { DeliveryRun } from '../records/delivery-run.ts';
import type { Versioned } from '../records/case-record.ts';

export interface DeliveryRuns {
  /** Runs whose parts are still stored, in no order, without unreadable ones. */
  all(): Promise<readonly Versioned<DeliveryRun>[]>;
  read(id: string): Promise<Versioned<DeliveryRun> | undefined>;
  write(run: DeliveryRun, over: string | undefined): Promise<boolean>;
  /** Removes a run's parts, and with them who was in it. Safe to repeat. */
  erase(id: string): Promise<void>;
}
