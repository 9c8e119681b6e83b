import { seededRandom } from '../../support/seeded-random.ts';
import { aDay } from '../../support/summary/figures.ts';
import { type Delivered, campaignWave } from './campaign-wave.ts';
import { type Welcomed, welcomeAtOnce, welcomeInTurn } from './install-wave.ts';
import { mondaysSummaries, type Summaries } from './monday.ts';
import { type SendingServer, sendingForce } from './sending-force.ts';
import { createTeamsTenant, type TeamsTenant } from './teams-tenant.ts';
import { createVirtualTime, type VirtualTime } from './virtual-time.ts';

/** A made-up force: how many people are in it. */
export interface MadeForce {
  readonly people: number;
}

/** How fast sizes fall with the rank: with 43 forces the largest has a seventh of all people, the smallest under a hundredth. */
const steepness = 0.75;
/** deploy/azure/candour.json. */
export const serversOfAForce = 2;

/** So many forces with so many people together, the largest first. No real force has these numbers. */
export function makeForces(forces: number, people: number): readonly MadeForce[] {
  const weights = Array.from({ length: forces }, (_one, at) => (at + 1) ** -steepness);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const sizes = weights.map((weight) => Math.max(1, Math.floor((people * weight) / whole)));
  const left = people - sizes.reduce((sum, size) => sum + size, 0);
  return sizes.map((size, at) => ({ people: at === 0 ? size + left : size }));
}

/** Counts of a tenant while something was done. */
interface Counted {
  readonly mostInASecond: number;
  readonly refused: number;
}

/** One force through its days of most messages. */
export interface ForceDays {
  readonly force: MadeForce;
  readonly atOnce: Welcomed & Counted;
  readonly inTurn: Welcomed & Counted;
  readonly campaign: Delivered & Counted;
  readonly monday: Summaries & Counted;
}

/** What a force is in: a time and a tenant, with chance that a seed decides. */
export interface Surroundings {
  readonly time: VirtualTime;
  readonly random: () => number;
  readonly tenant: TeamsTenant;
}

/** Takes a force through a policy's installation, a campaign and a Monday. The same seed gives the same. */
export async function daysOf(force: MadeForce, seed: number): Promise<ForceDays> {
  const { people } = force;
  /** Something done in a time and at a tenant of its own. */
  async function alone<T>(work: (of: Surroundings) => Promise<T>, isCalm = true): Promise<T & Counted> {
    const [time, random] = [createVirtualTime(), seededRandom(seed)];
    const tenant = createTeamsTenant(time, random, isCalm);
    const done = await time.until(() => work({ time, random, tenant }));
    return { ...done, mostInASecond: tenant.mostInASecond(), refused: tenant.refused() };
  }
  /** The same by the servers of the force. */
  const bySenders =
    <T>(work: (of: Surroundings & { readonly servers: readonly SendingServer[] }) => Promise<T>) =>
    async (of: Surroundings): Promise<T> => {
      const { servers, stop } = await sendingForce(of.time, serversOfAForce);
      const result = await work({ ...of, servers });
      stop();
      return result;
    };
  const today = aDay('2026-11-30');
  return {
    force,
    atOnce: await alone((of) => welcomeAtOnce(people, of)),
    inTurn: await alone(bySenders((of) => welcomeInTurn(people, of))),
    campaign: await alone(
      bySenders((of) => campaignWave(people, { ...of, today })),
      false,
    ),
    monday: await alone(mondaysSummaries),
  };
}
