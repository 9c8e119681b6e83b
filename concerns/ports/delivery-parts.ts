import type { DeliveryPart, PartStage } from '../records/delivery-part.ts';
import type { DeliveryRun } from '../records/delivery-run.ts';

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
