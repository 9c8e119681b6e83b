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
  /** Whether the clock may be believed: by one that is ahead, the week that runs would be told of. */
  readonly isClockTrusted: () => boolean;
}

/** A campaign's pulse, and the last day that is in it. */
export interface PulledPulse {
  readonly campaign: string;
  readonly until: Day;
  readonly pulse: Pulse;
}

/** A pulse, or why there is none. `notNow`: the clock is in doubt. */
export type PulseOutcome =
  | { readonly kind: 'pulse'; readonly pulled: PulledPulse }
  | { readonly kind: 'noCampaign' }
  | { readonly kind: 'notNow' };

/**
 * A campaign's pulse as everybody sees it who may see one: of weeks that are over for an hour or more, and nothing of
 * what was counted beside that. Weeks that cannot be read are left out. Throws StoreError.
 */
export async function pullPulse(deps: PullPulseDependencies, campaign: string): Promise<PulseOutcome> {
  if ((await deps.campaigns.read(campaign)) === undefined) return { kind: 'noCampaign' };
  if (!deps.isClockTrusted()) return { kind: 'notNow' };
  const last = lastClosedWeek(deps.clock(), deps.timeZone);
  const pulse = pulseOf(await deps.pulse.of(campaign), addWeeks(last, 1));
  return { kind: 'pulse', pulled: { campaign, until: addDays(mondayOf(last), 6), pulse } };
}
