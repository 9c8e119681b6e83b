import type { StoreError } from '../../concerns/ports/store-error.ts';
import { isDamage, isFailureOfFile, sqliteFailure } from './sqlite-failure.ts';

type Work = () => unknown;

export interface FailedWork {
  readonly noteDamage: (work: Work, failure: StoreError) => void;
  readonly noteFailure: (work: Work, failure: StoreError) => void;
  readonly tryAgain: () => Promise<'whole' | 'damaged'>;
}

export function createFailedWork(redo: (work: Work) => Promise<void>): FailedWork {
  let onDamage: Work | undefined;
  let failed: Work | undefined;

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
