import type { SendingLanes } from '../records/sending-lanes.ts';

/** Who sends, and how fast each may. Throws StoreError. */
export interface LaneKeeper {
  /** The lanes, `undefined` where there are none yet. Its `value` is missing where it cannot be read. */
  read(): Promise<{ readonly value: SendingLanes | undefined; readonly version: string } | undefined>;
  /** Puts it in the place of the one at a version, or of none; `false` when another stands there: nothing is written. */
  write(lanes: SendingLanes, over: string | undefined): Promise<boolean>;
}
