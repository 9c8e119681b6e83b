import { parseDay } from '../../../concerns/terms/calendar.ts';
import { seededRandom } from '../../support/seeded-random.ts';
import { type Delivered, campaignWave } from './campaign-wave.ts';
import type { MadeForce } from './forces.ts';
import { type Welcomed, welcomeAtOnce, welcomeInTurn } from './install-wave.ts';
import { mondaysSummaries, type Summaries } from './monday.ts';
import { measured } from './month.ts';
import { sendingForce } from './sending-force.ts';
import { createTeamsTenant, type TeamsTenant } from './teams-tenant.ts';
import { createVirtualTime } from './virtual-time.ts';

/** Counts of a tenant while something was done. */
export interface Counted {
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

const countedBy = ({ mostInASecond, refused }: TeamsTenant): Counted => ({
  mostInASecond: mostInASecond(),
  refused: refused(),
});

const someDay = parseDay('2026-11-30');

/** Takes a force through a policy's installation, a campaign and a Monday. The same seed gives the same. */
export async function daysOf(force: MadeForce, seed: number): Promise<ForceDays> {
  const today = someDay;
  if (today === undefined) throw new Error('no day');
  const { people } = force;

  async function calmWelcome(): Promise<Welcomed & Counted> {
    const [time, random] = [createVirtualTime(), seededRandom(seed)];
    const tenant = createTeamsTenant(time, random, true);
    const welcomed = await time.until(() => welcomeAtOnce(people, { time, random, tenant }));
    return { ...welcomed, ...countedBy(tenant) };
  }
  /** Something done by the servers of the force, in a time and at a tenant of its own. */
  async function bySenders<T>(
    isCalm: boolean,
    work: (of: Parameters<typeof welcomeInTurn>[1]) => Promise<T>,
  ): Promise<T & Counted> {
    const [time, random] = [createVirtualTime(), seededRandom(seed)];
    const tenant = createTeamsTenant(time, random, isCalm);
    const done = await time.until(async () => {
      const { servers, stop } = await sendingForce(time, measured.serversOfAForce);
      const result = await work({ time, random, tenant, servers });
      stop();
      return result;
    });
    return { ...done, ...countedBy(tenant) };
  }
  async function monday(): Promise<Summaries & Counted> {
    const [time, random] = [createVirtualTime(), seededRandom(seed)];
    const tenant = createTeamsTenant(time, random, true);
    const summaries = await time.until(() => mondaysSummaries(time, random, tenant));
    return { ...summaries, ...countedBy(tenant) };
  }
  return {
    force,
    atOnce: await calmWelcome(),
    inTurn: await bySenders(true, (of) => welcomeInTurn(people, of)),
    campaign: await bySenders(false, (of) => campaignWave(people, { ...of, today })),
    monday: await monday(),
  };
}
