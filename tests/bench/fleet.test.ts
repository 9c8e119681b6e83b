import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { simulateForceDays, type ForceDays, createForces } from './fleet/force-days.ts';
import { createTeamsTenant, teamsLimits } from './fleet/teams-tenant.ts';
import { createVirtualTime } from './fleet/virtual-time.ts';

const seeds = fc.record({ people: fc.integer({ min: 1, max: 400 }), seed: fc.integer({ min: 0, max: 1_000_000 }) });
const inForce = ({ people, seed }: { readonly people: number; readonly seed: number }): Promise<ForceDays> =>
  simulateForceDays({ people }, seed);

describe('a force in simulation', () => {
  it('loses nobody, writes to nobody twice, and says of everybody what their chat says', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (given) => {
        const { throttledInstall: inTurn, campaign, monday } = await inForce(given);
        expect(inTurn).toMatchObject({ arrived: given.people, lost: 0, twice: 0 });
        const { sent, gone, notKnown, optedOut, cancelled, failed } = campaign.tally;
        const refused = Object.values(failed).reduce((sum, many) => sum + many, 0);
        expect(sent + gone + notKnown + optedOut + cancelled + refused).toBe(given.people);
        expect(campaign).toMatchObject({ twice: 0, wrong: 0 });
        expect(monday).toMatchObject({ due: 15, posted: 15, twice: 0 });
      }),
      { numRuns: 15 },
    );
  });

  it('asks no tenant for more within a second than Teams takes, where messages have a pace', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (given) => {
        const { throttledInstall: inTurn, campaign } = await inForce(given);
        for (const { mostInASecond, refused } of [inTurn, campaign]) {
          expect(mostInASecond).toBeLessThanOrEqual(teamsLimits);
          expect(refused).toBe(0);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('goes the same way from the same seed, and another from another', async () => {
    const one = await inForce({ people: 300, seed: 5 });
    expect(await inForce({ people: 300, seed: 5 })).toEqual(one);
    expect(await inForce({ people: 300, seed: 6 })).not.toEqual(one);
  });

  it('counts whom Teams refuses where welcomes have no pace', async () => {
    const { concurrentInstall: atOnce } = await inForce({ people: 1_500, seed: 3 });
    expect(atOnce.refused).toBeGreaterThan(0);
    expect(atOnce.lost).toBe(atOnce.refused);
    expect(atOnce.arrived + atOnce.lost).toBe(1_500);
  });
});

describe('the forces', () => {
  it('have as many people together as were asked for, the largest first, and none is empty', () => {
    const asked = fc.record({ forces: fc.integer({ min: 1, max: 60 }), each: fc.integer({ min: 2, max: 9_000 }) });
    fc.assert(
      fc.property(asked, ({ forces, each }) => {
        const sizes = createForces(forces, forces * each).map(({ people }) => people);
        expect(sizes).toHaveLength(forces);
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(forces * each);
        expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
        expect(sizes.at(-1)).toBeGreaterThan(0);
      }),
    );
  });
});

describe('what stands in for Teams and for time', () => {
  it('takes fifty within a second, refuses the next one, and takes more when a second is over', async () => {
    const time = createVirtualTime();
    const tenant = createTeamsTenant(time, () => 0.5, true);
    const said = (many: number) =>
      Promise.allSettled(Array.from({ length: many }, (_one, at) => tenant.say(`a:${at}`)));
    await time.until(() => said(teamsLimits + 1));
    expect(tenant.refused()).toBe(1);
    await time.until(async () => {
      await time.wait(1_000);
      await said(teamsLimits);
    });
    expect(tenant.refused()).toBe(1);
  });

  it('says so where something waits for what is no time', async () => {
    const time = createVirtualTime();
    await expect(time.until(() => new Promise(() => undefined))).rejects.toThrow('never comes');
  });

  it('hands on what the work throws', async () => {
    const time = createVirtualTime();
    const work = async () => {
      await time.wait(5);
      throw new Error('it broke');
    };
    await expect(time.until(work)).rejects.toThrow('it broke');
  });
});
