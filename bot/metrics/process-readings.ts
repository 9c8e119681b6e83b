import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Clock } from '../../concerns/terms/clock.ts';
import { bandOf, delayBands } from './bands.ts';

/** Readings of the process, so coarse that no single step shows in them. */
export interface ProcessReadings {
  /** Reads anew. */
  readonly look: () => void;
  /** How long others were kept waiting in the minute before the last look, in seconds and in bands: 99 of 100 waits. */
  readonly delaySeconds: () => number;
  /** The memory that is held, as it was in the first look of the hour, in steps of 64 MiB. */
  readonly memoryBytes: () => number;
  /** Reads no more. */
  readonly end: () => void;
}

const everyMs = 20;
const stepBytes = 64 * 2 ** 20;
const hourMs = 3_600_000;

/** Begins with the first look. */
export function createProcessReadings(clock: Clock): ProcessReadings {
  const delays = monitorEventLoopDelay({ resolution: everyMs });
  let delaySeconds = 0;
  let memoryBytes = 0;
  let readIn: number | undefined;
  return {
    look() {
      // The first one begins; it enables nothing twice.
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
