import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Clock } from '../../concerns/terms/calendar.ts';
import { bandOf, delayBands } from './bands.ts';

/** Readings of the process, so coarse that no single step shows in them. */
export interface ProcessReadings {
  readonly look: () => void;
  /** The 99th percentile of the minute before the last look, in bands. */
  readonly delaySeconds: () => number;
  /** In steps of 64 MiB, as it was in the first look of the hour. */
  readonly memoryBytes: () => number;
  readonly end: () => void;
}

const everyMs = 20;
const stepBytes = 64 * 2 ** 20;
const hourMs = 3_600_000;

export function createProcessReadings(clock: Clock): ProcessReadings {
  const delays = monitorEventLoopDelay({ resolution: everyMs });
  let delaySeconds = 0;
  let memoryBytes = 0;
  let readIn: number | undefined;
  return {
    look() {
      // The first call begins; it enables nothing twice.
      if (!delays.enable()) delaySeconds = bandOf(delayBands, (delays.percentile(99) / 1e6 - everyMs) / 1_000);
      delays.reset();
      const hour = Math.floor(clock().getTime() / hourMs);
      if (hour === readIn) return;
      readIn = hour;
      memoryBytes = Math.ceil(process.memoryUsage.rss() / stepBytes) * stepBytes;
    },
    delaySeconds: () => delaySeconds,
    memoryBytes: () => memoryBytes,
    end: () => void delays.disable(),
  };
}
