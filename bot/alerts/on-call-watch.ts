import type { AlertTargets } from '../../concerns/records/alert-targets.ts';
import type { Monotonic } from '../../concerns/terms/calendar.ts';
import type { Staffing } from '../../concerns/terms/staffed-hours.ts';

/** For how long a read of the channels holds, in milliseconds: after that cards promise nobody on call. */
const holdsMs = 5 * 60_000;

const nobody: Staffing['onCall'] = { acu: false, reserve: false };

export interface OnCallWatch {
  /** Whether the unit and the reserve have such a channel; nobody if that is not known. */
  readonly onCall: () => Staffing['onCall'];
  /** Throws StoreError; the read before holds for five minutes. */
  readonly look: () => Promise<void>;
}

export function createOnCallWatch(deps: {
  readonly targets: Pick<AlertTargets, 'read'>;
  readonly monotonic: Monotonic;
}): OnCallWatch {
  let known = nobody;
  let readAt = Number.NEGATIVE_INFINITY;
  const isSet = async (name: 'acuOnCall' | 'reserveOnCall'): Promise<boolean> =>
    (await deps.targets.read(name))?.lost === false;
  return {
    onCall: () => (deps.monotonic() - readAt < holdsMs ? known : nobody),
    async look() {
      const [acu, reserve] = await Promise.all([isSet('acuOnCall'), isSet('reserveOnCall')]);
      known = { acu, reserve };
      readAt = deps.monotonic();
    },
  };
}
