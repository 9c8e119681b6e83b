import { type DailyMarks, isPausedBy } from '../../concerns/ports/store.ts';
import type { Monotonic } from '../../concerns/terms/calendar.ts';

const lookMs = 10_000;

/** Whether a store was restored from a copy, and no one has let automatic sending go on. */
export interface RestorePause {
  /** Asks the store, at most every ten seconds. Throws StoreError. */
  readonly isPaused: () => Promise<boolean>;
  /** False before the first look. */
  readonly wasPaused: () => boolean;
  readonly unlessPaused: <Given extends readonly unknown[]>(
    work: (...given: Given) => Promise<void>,
  ) => (...given: Given) => Promise<void>;
}

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
