import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { addWeeks, firstDayOfWeek } from '../../../core/model/calendar.ts';
import { createReceivedCase } from '../../support/summary/revised-store.ts';
import {
  firstCombinedWeek,
  findReleasedInBoth,
  combinedCourses,
  type CombinedStep,
} from '../../support/summary/combined-audiences.ts';

/** `npm run test:disclosure` looks through many more. */
const numRuns = Number(process.env['DISCLOSURE_RUNS'] ?? 15);

describe('the unit’s readers and wider readers together', () => {
  it('cannot tell from weeks that were counted again which cases went, nor what the reserve has', async () => {
    await fc.assert(
      fc.asyncProperty(combinedCourses, async (one) => {
        const { leaving, staying } = await findReleasedInBoth(one);
        expect(leaving).toEqual(staying);
      }),
      { numRuns },
    );
  });

  it.each(['movedToReserve', 'erased'] as const)(
    'have a week that is counted again until a case has gone, and is not from then on: %s',
    async (how) => {
      const monday = firstDayOfWeek(firstCombinedWeek);
      const done = { acknowledgedOn: monday, triagedOn: monday, kind: 'crime', nationalCategory: 'drugs' } as const;
      const record = createReceivedCase(firstCombinedWeek, done);
      const others = [createReceivedCase(firstCombinedWeek), createReceivedCase(addWeeks(firstCombinedWeek, 1))];
      const steps: readonly CombinedStep[] = [
        { kind: 'works', place: 0, what: 'closes' },
        { kind: 'works', place: 1, what: 'acknowledges' },
        { kind: 'amends', place: 0, handledBy: 'acu' },
        { kind: 'leaves', place: 0, how },
        { kind: 'comesLate', record: createReceivedCase(firstCombinedWeek, done) },
        { kind: 'amends', place: 0, handledBy: 'acu' },
      ];
      const one = {
        cases: [record, ...others],
        reserve: [[], [createReceivedCase(firstCombinedWeek, { handledBy: 'reserve' })]] as const,
        steps,
      };
      const { leaving, staying, outcomes } = await findReleasedInBoth(one);
      expect(outcomes.filter((outcome) => outcome !== '')).toEqual(['amended', 'notSafe']);
      expect(leaving).toEqual(staying);
    },
  );
});
