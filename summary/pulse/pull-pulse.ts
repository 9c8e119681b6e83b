import type { CampaignStore } from '../../concerns/ports/campaign-store.ts';
import type { PulseCounters } from '../../concerns/ports/pulse-counters.ts';
import { addDays, addWeeks, type Day, mondayOf } from '../../concerns/terms/calendar.ts';
import type { Clock } from '../../concerns/terms/clock.ts';
import { lastClosedWeek } from '../closed-weeks.ts';
import { type Pulse, pulseOf } from './pulse-table.ts';

export interface PullPulseDependencies {
  readonly campaigns: Pick<CampaignStore, 'read'>;
  readonly pulse: Pick<PulseCounters, 'of'>;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly isClockTrusted: () => boolean;
}

export interface PulledPulse {
  readonly campaign: string;
  readonly until: Day;
  readonly pulse: Pulse;
}

export type PulseOutcome =
  | { readonly kind: 'pulse'; readonly pulled: PulledPulse }
  | { readonly kind: 'noCampaign' }
  | { readonly kind: 'notNow' };

/**
 * A campaign's pulse as all its readers see it: only weeks that have been over for an hour. Weeks that cannot be read
 * are left out. `notNow`: the clock is in doubt. Throws StoreError.
 */
export async function pullPulse(deps: PullPulseDependencies, campaign: string): Promise<PulseOutcome> {
  if ((await deps.campaigns.read(campaign)) === undefined) return { kind: 'noCampaign' };
  if (!deps.isClockTrusted()) return { kind: 'notNow' };
  const last = lastClosedWeek(deps.clock(), deps.timeZone);
  const pulse = pulseOf(await deps.pulse.of(campaign), addWeeks(last, 1));
  return { kind: 'pulse', pulled: { campaign, until: addDays(mondayOf(last), 6), pulse } };
}
