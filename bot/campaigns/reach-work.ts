import type { Store } from '../../concerns/ports/store.ts';
import type { Clock } from '../../concerns/terms/clock.ts';
import type { EventLog } from '../running/event-log.ts';
import type { ServerSettings } from '../settings/server-settings.ts';
import { createServiceAddresses } from '../settings/service-address.ts';
import { createReach, type Reach } from './reach.ts';
import { createReachSweep } from './sweep-reach.ts';

/** All that is done with who has the app: noting it, and the sweep that comes back by itself. */
export function createReachWork(
  { connector, alerts, timeZone }: ServerSettings,
  { store, clock, log }: { readonly store: Store; readonly clock: Clock; readonly log: EventLog },
): { readonly reach: Reach; readonly sweepDue: () => Promise<void> } {
  const isServiceAddress = createServiceAddresses(connector);
  return {
    reach: createReach({ reach: store.reach, clock, timeZone }),
    ...createReachSweep({ ...store, clock, timeZone, isServiceAddress, serviceUrl: alerts.serviceUrl, log }),
  };
}
