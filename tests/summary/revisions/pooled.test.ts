import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { addWeeks, mondayOf } from '../../../core/model/calendar.ts';
import { received } from '../../support/summary/amended-store.ts';
import { firstPooledWeek, handedOutInBoth, pooled, type PooledStep } from '../../support/summary/pooled-worlds.ts';

/** `npm run test:disclosure` looks through many more. */
const numRuns = Number(process.env['DISCLOSURE_RUNS'] ?? 15);

describe('the unit’s readers and wider readers together', () => {
  it('cannot tell from weeks that were counted again which cases went, nor what the reserve has', async () => {
    await fc.assert(
      fc.asyncProperty(pooled, async (one) => {
        const { leaving, staying } = await handedOutInBoth(one);
        expect(leaving).toEqual(staying);
      }),
      { numRuns },
    );
  });

  it.each(['movedToReserve', 'erased'] as const)(
    'have a week that is counted again until a case has gone, and is not from then on: %s',
    async (how) => {
      const monday = mondayOf(firstPooledWeek);
      const done = { acknowledgedOn: monday, triagedOn: monday, kind: 'crime', nationalCategory: 'drugs' } as const;
      const record = received(firstPooledWeek, done);
      const others = [received(firstPooledWeek), received(addWeeks(firstPooledWeek, 1))];
      const steps: readonly PooledStep[] = [
        { kind: 'works', place: 0, what: 'closes' },
        { kind: 'works', place: 1, what: 'acknowledges' },
        { kind: 'amends', place: 0, handledBy: 'acu' },
        { kind: 'leaves', place: 0, how },
        { kind: 'comesLate', record: received(firstPooledWeek, done) },
        { kind: 'amends', place: 0, handledBy: 'acu' },
      ];
      const one = {
        cases: [record, ...others],
        reserve: [[], [received(firstPooledWeek, { handledBy: 'reserve' })]] as const,
        steps,
      };
      const { leaving, staying, outcomes } = await handedOutInBoth(one);
      expect(outcomes.filter((outcome) => outcome !== '')).toEqual(['amended', 'notSafe']);
      expect(leaving).toEqual(staying);
    },
  );
});
