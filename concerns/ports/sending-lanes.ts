import type { SendingLanes } from '../records/sending-lanes.ts';

export interface LaneKeeper {
  read(): Promise<{ readonly value: SendingLanes | undefined; readonly version: string } | undefined>;
  write(lanes: SendingLanes, over: string | undefined): Promise<boolean>;
}
