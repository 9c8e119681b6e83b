import type { DailyMarks } from '../../concerns/ports/daily-marks.ts';
import { isPausedBy } from '../../concerns/ports/restore-mark.ts';
import type { Monotonic } from '../../concerns/terms/clock.ts';

/** For how long one look at the mark holds, in milliseconds. */
const lookMs = 10_000;

/** Whether a store was put back from a copy, and nobody has let what is sent by itself go on. */
export interface RestorePause {
  /** Looks at the store, at most every ten seconds. Throws StoreError. */
  readonly isPaused: () => Promise<boolean>;
  /** The finding of the last look; false before there was one. */
  readonly wasPaused: () => boolean;
  /** Work that is left out while it is paused. Throws StoreError, and what the work throws. */
  readonly unlessPaused: <Given extends readonly unknown[]>(
    work: (...given: Given) => Promise<void>,
  ) => (...given: Given) => Promise<void>;
}

/** A pause by the mark that a restore leaves in the store. */
export function createRestorePause(deps: {
  readonly dailyMarks: Pick<DailyMarks, 'read'>;
  readonly monotonic: Monotonic;
}): RestorePause {
  let looked: { readonly at: number; readonly paused: boolean } | undefined;
  async function isPaused(): Promise<boolean> {
    if (looked !== undefined && deps.monotonic() - looked.at < lookMs) return looked.paused;
    const paused = isPausedBy((await deps.dailyMarks.read('restored'))?.value);
    looked = { at: deps.monotonic(), paused };
    return paused;
  }
  return {
    isPaused,
    wasPaused: () => looked?.paused ?? false,
    unlessPaused:
      (work) =>
      async (...given) => {
        if (!(await isPaused())) await work(...given);
      },
  };
}
