import { dayOf, parseDay } from '../../../concerns/terms/calendar.ts';
import type { Clock } from '../../../concerns/terms/clock.ts';
import { manifestsIn } from '../../fleet/ask-force.ts';
import type { Fleet } from '../../fleet/fleet-file.ts';
import type { Route } from '../ask-address.ts';
import type { FleetOptions } from '../doctor-options.ts';
import { exitOfFleet, fleetJson, fleetText } from './fleet-outcome.ts';
import { lookAtFleet } from './look-at-fleet.ts';

export interface FleetContext {
  readonly say: (line: string) => void;
  readonly clock: Clock;
  readonly route: Route;
  readonly deadlineMs: number;
  readonly checkMs: number;
}

/**
 * `npm run doctor -- --fleet` looks at each server of a fleet file from outside, without settings or rights of any.
 * Returns the exit code, 2 if the day is invalid. Throws file system errors if the folder of manifests cannot be read.
 */
export async function doctorFleet(
  fleet: Fleet,
  { say, clock, ...look }: FleetContext,
  { manifests: folder, on }: FleetOptions,
  json: boolean,
): Promise<number> {
  const day = on === undefined ? dayOf(clock(), 'Europe/London') : parseDay(on);
  if (day === undefined) {
    say('--on takes a day, such as 2027-01-12.');
    return 2;
  }
  const manifests = folder === undefined ? new Map<string, never>() : await manifestsIn(folder);
  const seen = await lookAtFleet(fleet, { ...look, clock, on: day, manifests });
  for (const line of json ? [fleetJson(seen)] : fleetText(seen)) say(line);
  return exitOfFleet(seen);
}
