import { randomUUID } from 'node:crypto';
import type { DeliveryParts, DeliveryRuns } from '../../concerns/ports/campaign-store.ts';
import { StoreError } from '../../concerns/ports/store-error.ts';
import {
  type DeliveryPart,
  type DeliveryRun,
  endedIfDone,
  tallyOf,
  withTally,
} from '../../concerns/records/delivery.ts';
import type { Day } from '../../concerns/terms/calendar.ts';

/** The outcomes are in this server's memory alone until they are noted. */
const mostTries = 30;

/** Each throws StoreError if the store does not answer for long. */
export interface PartWriter {
  /** Returns the next version; `undefined` if another server has taken the part. */
  put(part: DeliveryPart, over: string): Promise<string | undefined>;
  /** Does nothing if another server has taken the part. */
  close(part: DeliveryPart, over: string): Promise<void>;
}

const isSame = (one: DeliveryPart, other: DeliveryPart | undefined): boolean =>
  one.writtenBy === other?.writtenBy &&
  one.stage === other?.stage &&
  one.states === other.states &&
  one.activityIds.join() === other.activityIds.join();

export function createPartWriter(deps: {
  readonly runs: DeliveryRuns;
  readonly parts: DeliveryParts;
  readonly today: () => Day;
  readonly ended: (run: DeliveryRun) => void;
  /** Later each time, and never at once for several servers. */
  readonly rest: (tries: number) => Promise<void>;
}): PartWriter {
  const { runs, parts, today, ended, rest } = deps;
  const writtenBy = randomUUID();

  async function insisted<T>(work: (tries: number) => Promise<T | 'again'>): Promise<T | undefined> {
    for (let tries = 0; ; tries += 1) {
      try {
        const result = await work(tries);
        if (result !== 'again') return result;
      } catch (error) {
        if (!(error instanceof StoreError) || tries >= mostTries) throw error;
      }
      if (tries >= mostTries) return undefined;
      await rest(tries);
    }
  }

  return {
    put: (part, over) =>
      insisted(async (tries) => {
        const value = { ...part, writtenBy };
        const written = await parts.write([{ value, over }]);
        if (written) return written[0];
        if (tries === 0) return undefined;
        // It may be an earlier write of this server, whose answer was lost.
        const standing = await parts.read(part.runId, part.number);
        return isSame(value, standing?.value) ? standing?.version : undefined;
      }),

    close: async (part, over) => {
      await insisted(async () => {
        const run = await runs.read(part.runId);
        if (run === undefined) return undefined;
        const value = endedIfDone(withTally(run.value, tallyOf(part)), today());
        if (await parts.write([{ value: part, over }], { value, over: run.version })) {
          if (value.state === 'over') ended(value);
          return undefined;
        }
        const standing = await parts.read(part.runId, part.number);
        // Another part of the run was closed meanwhile, or this one is no longer ours to close.
        return standing?.version === over ? 'again' : undefined;
      });
    },
  };
}
