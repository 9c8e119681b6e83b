import type { StoreError } from '../../concerns/ports/store-error.ts';
import { isDamage, isFailureOfFile, sqliteFailure } from './sqlite-failure.ts';

type Work = () => unknown;

/** Work that failed because of the file, kept in memory until it no longer does. */
export interface FailedWork {
  /** Keeps what was read or written when a damaged page was met, if that is why it failed. */
  readonly noteDamage: (work: Work, failure: StoreError) => void;
  /** Keeps what was written when the file failed as a whole, if that is why it failed. */
  readonly noteFailure: (work: Work, failure: StoreError) => void;
  /** Does it again: see `tryFailed` of SqliteFile. */
  readonly tryAgain: () => Promise<'whole' | 'damaged'>;
}

/** The first of each kind is kept. `redo` does work in a transaction and undoes it. */
export function createFailedWork(redo: (work: Work) => Promise<void>): FailedWork {
  let onDamage: Work | undefined;
  let failed: Work | undefined;

  /** Why work still fails because of the file; `undefined` once it is done, or fails for what was asked of it. */
  async function whyFails(work: Work): Promise<StoreError | undefined> {
    try {
      await redo(work);
      return undefined;
    } catch (error) {
      const failure = sqliteFailure(error);
      return isFailureOfFile(failure) || failure.code === 'busy' ? failure : undefined;
    }
  }

  return {
    noteDamage: (work, failure) => {
      if (isDamage(failure)) onDamage ??= work;
    },
    noteFailure: (work, failure) => {
      if (isFailureOfFile(failure) && !isDamage(failure)) failed ??= work;
    },
    async tryAgain() {
      const [work, damaged] = [failed, onDamage];
      const why = work && (await whyFails(work));
      failed = why && !isDamage(why) ? work : undefined;
      if (why && failed) throw why;
      if (damaged) onDamage = (await whyFails(damaged)) && damaged;
      return onDamage ? 'damaged' : 'whole';
    },
  };
}
