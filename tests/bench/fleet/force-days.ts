import { createSeededRandom } from '../../support/seeded-random.ts';
import { parseTestDay } from '../../support/summary/figures.ts';
import { type CampaignResult, runCampaignWave } from './campaign-wave.ts';
import { type InstallResult, welcomeConcurrently, welcomeThrottled } from './install-wave.ts';
import { postMondaySummaries, type SummaryResult } from './monday-summaries.ts';
import { type SendingServer, createSendingForce } from './sending-force.ts';
import { createTeamsTenant, type TeamsTenant } from './teams-tenant.ts';
import { createVirtualTime, type VirtualTime } from './virtual-time.ts';

/** A made-up force: how many people are in it. */
export interface SimulatedForce {
  readonly people: number;
}

/** How fast sizes fall with the rank: with 43 forces the largest has a seventh of all people, the smallest under a hundredth. */
const steepness = 0.75;
/** deploy/azure/candour.json. */
export const serversPerForce = 2;

/** So many forces with so many people together, the largest first. No real force has these numbers. */
export function createForces(forces: number, people: number): readonly SimulatedForce[] {
  const weights = Array.from({ length: forces }, (_one, at) => (at + 1) ** -steepness);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const sizes = weights.map((weight) => Math.max(1, Math.floor((people * weight) / whole)));
  const left = people - sizes.reduce((sum, size) => sum + size, 0);
  return sizes.map((size, at) => ({ people: at === 0 ? size + left : size }));
}

/** Counts of a tenant while something was done. */
interface TenantCounts {
  readonly mostInASecond: number;
  readonly refused: number;
}

/** One force through its days of most messages. */
export interface ForceDays {
  readonly force: SimulatedForce;
  readonly concurrentInstall: InstallResult & TenantCounts;
  readonly throttledInstall: InstallResult & TenantCounts;
  readonly campaign: CampaignResult & TenantCounts;
  readonly monday: SummaryResult & TenantCounts;
}

/** What a force is in: a time and a tenant, with chance that a seed decides. */
export interface SimulationContext {
  readonly time: VirtualTime;
  readonly random: () => number;
  readonly tenant: TeamsTenant;
}

/** Takes a force through a policy's installation, a campaign and a Monday. The same seed gives the same. */
export async function simulateForceDays(force: SimulatedForce, seed: number): Promise<ForceDays> {
  const { people } = force;
  /** Something done in a time and at a tenant of its own. */
  async function alone<T>(work: (of: SimulationContext) => Promise<T>, isCalm = true): Promise<T & TenantCounts> {
    const [time, random] = [createVirtualTime(), createSeededRandom(seed)];
    const tenant = createTeamsTenant(time, random, isCalm);
    const done = await time.until(() => work({ time, random, tenant }));
    return { ...done, mostInASecond: tenant.maxPerSecond(), refused: tenant.refused() };
  }
  /** The same by the servers of the force. */
  const bySenders =
    <T>(work: (of: SimulationContext & { readonly servers: readonly SendingServer[] }) => Promise<T>) =>
    async (of: SimulationContext): Promise<T> => {
      const { servers, stop } = await createSendingForce(of.time, serversPerForce);
      const result = await work({ ...of, servers });
      stop();
      return result;
    };
  const today = parseTestDay('2026-11-30');
  return {
    force,
    concurrentInstall: await alone((of) => welcomeConcurrently(people, of)),
    throttledInstall: await alone(bySenders((of) => welcomeThrottled(people, of))),
    campaign: await alone(
      bySenders((of) => runCampaignWave(people, { ...of, today })),
      false,
    ),
    monday: await alone(postMondaySummaries),
  };
}
