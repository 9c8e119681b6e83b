import type { Store } from '../../concerns/ports/store.ts';
import type { Clock, Monotonic, Random } from '../../concerns/terms/clock.ts';
import type { EventLog } from '../running/event-log.ts';
import type { ServerSettings } from '../settings/server-settings.ts';
import { createServiceAddresses } from '../settings/service-address.ts';
import { createPulseAnswering, type PulseAnswering } from './pulse-answers.ts';
import { createReach, type Reach } from './reach.ts';
import { createReachSweep } from './sweep-reach.ts';

/** All that is kept of everybody, alike: who has the app, with the sweep that comes back by itself, and what is counted. */
export interface Everybody {
  readonly reach: Reach;
  readonly sweepDue: () => Promise<void>;
  readonly answering: PulseAnswering;
}

/** Puts together what is kept of everybody. Nothing is written yet. */
export function createEverybody(
  { connector, alerts, timeZone }: ServerSettings,
  deps: {
    readonly store: Store;
    readonly clock: Clock;
    readonly monotonic: Monotonic;
    readonly isClockTrusted: () => boolean;
    readonly random: Random;
    readonly log: EventLog;
  },
): Everybody {
  const { store, ...others } = deps;
  const isServiceAddress = createServiceAddresses(connector);
  return {
    reach: createReach({ ...store, ...others, timeZone }),
    ...createReachSweep({ ...store, ...others, timeZone, isServiceAddress, serviceUrl: alerts.serviceUrl }),
    answering: createPulseAnswering({ ...store, ...others, timeZone }),
  };
}
