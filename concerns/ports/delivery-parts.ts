import type { DeliveryPart, PartStage } from '../records/delivery-part.ts';
import type { DeliveryRun } from '../records/delivery-run.ts';

/** A value that is to stand, over the version that it replaces; over nothing where that is missing. */
interface Over<T> {
  readonly value: T;
  readonly over: string | undefined;
}

/** The parts of runs. Throws StoreError. */
export interface DeliveryParts {
  /** Parts of a run at a stage, at most so many and in no order. One that cannot be read is among them. */
  find(
    runId: string,
    stage: PartStage,
    most: number,
  ): Promise<readonly { readonly number: number; readonly version: string }[]>;
  /** A part, `undefined` where there is none. Its `value` is missing where it cannot be read. */
  read(
    runId: string,
    number: number,
  ): Promise<{ readonly value: DeliveryPart | undefined; readonly version: string } | undefined>;
  /**
   * Writes parts of one run, at most fifty, and the run itself where it is given: all of it or nothing. Says the version
   * of each part afterwards; `undefined` when something else stands in the place of one: nothing is written.
   */
  write(parts: readonly Over<DeliveryPart>[], run?: Over<DeliveryRun>): Promise<readonly string[] | undefined>;
}
