import type { DeliveryRun } from '../records/delivery-run.ts';
import type { Versioned } from '../records/case-record.ts';

/** Runs: one message to one audience each. Throws StoreError. */
export interface DeliveryRuns {
  /** Those whose parts still stand, in no order. One that cannot be read is left out. */
  all(): Promise<readonly Versioned<DeliveryRun>[]>;
  /** A run, `undefined` where there is none or it cannot be read. */
  read(id: string): Promise<Versioned<DeliveryRun> | undefined>;
  /** Puts it in the place of the one at a version, or of none; `false` when another stands there: nothing is written. */
  write(run: DeliveryRun, over: string | undefined): Promise<boolean>;
  /** Removes the parts of a run, and with them who was in it. Safe to repeat. */
  erase(id: string): Promise<void>;
}
