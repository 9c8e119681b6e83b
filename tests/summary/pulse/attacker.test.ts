import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { countedTogether, countsOf, type PulseCounts, type PulseWeek } from '../../../concerns/records/pulse-week.ts';
import { type Week, addWeeks } from '../../../concerns/terms/calendar.ts';
import { countedAsGiven, type PulseQuestion, pulseQuestions, tossed } from '../../../concerns/terms/pulse.ts';
import { pulseOf } from '../../../summary/pulse/pulse-table.ts';
import { aWeek } from '../../support/summary/figures.ts';

/** `npm run test:disclosure` looks through many more. */
const numRuns = 5 * Number(process.env['DISCLOSURE_RUNS'] ?? 20);
const first = aWeek('2026-W49');
const weeks = 3;
const question = 'trust' satisfies PulseQuestion;
const options: readonly string[] = pulseQuestions[question];

/** All that is ever shown, as week after week goes by: with each, the counters have grown. */
function everShown(counted: readonly PulseCounts[]): string {
  const rows = counted.map(
    (counts, at): PulseWeek => ({ campaign: '0123456789abcdef', phase: 'before', week: addWeeks(first, at), counts }),
  );
  return JSON.stringify(rows.map((_row, at) => pulseOf(rows, addWeeks(first, at + 1))));
}

/** How likely an option is to be counted where another was given. */
function likelihood(counted: string, given: string): number {
  const drawn = (1 - countedAsGiven) / options.length;
  return drawn + (counted === given ? countedAsGiven : 0);
}

describe('whoever knows all answers to a pulse but one, and sees all that is ever shown', () => {
  // Stronger than anybody: knows even how each of the others was tossed, and in which week the last one came.
  const world = fc.record({
    others: fc.array(fc.record({ option: fc.nat({ max: options.length - 1 }), week: fc.nat({ max: weeks - 1 }) }), {
      minLength: 17,
      maxLength: 60,
    }),
    own: fc.record({ option: fc.nat({ max: options.length - 1 }), week: fc.nat({ max: weeks - 1 }) }),
    draws: fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.double({ min: 0, max: 0.999, noNaN: true })),
  });

  it('may be wrong about the last one, one time in three at least, whatever it was', () => {
    fc.assert(
      fc.property(world, ({ others, own, draws }) => {
        const known = Array.from({ length: weeks }, (_, at) =>
          others
            .filter(({ week }) => week === at)
            .map(({ option }) => countsOf({ [question]: options[option] ?? '' }))
            .reduce(countedTogether, {}),
        );
        const shownWith = (counted: string): string =>
          everShown(
            known.map((counts, at) =>
              at === own.week ? countedTogether(counts, countsOf({ [question]: counted })) : counts,
            ),
          );
        const coins = [...draws];
        const seen = shownWith(tossed(question, options[own.option] ?? '', () => coins.shift() ?? 0));
        // The solver: what can have been counted of the last one, so that all of this is shown.
        const possible = options.filter((counted) => shownWith(counted) === seen);
        expect(possible.length).toBeGreaterThan(0);
        const chances = options.map((given) => possible.reduce((all, one) => all + likelihood(one, given), 0));
        const all = chances.reduce((sum, each) => sum + each, 0);
        expect(Math.min(...chances)).toBeGreaterThan(0);
        expect(Math.max(...chances) / all).toBeLessThanOrEqual(2 / 3);
      }),
      { numRuns },
    );
  });

  it('learns nothing in the middle of a week', () => {
    const now: Week = first;
    const counts = countsOf({ [question]: 'none' });
    const one = (times: number): PulseWeek => ({
      campaign: '0123456789abcdef',
      phase: 'before',
      week: now,
      counts: Array.from({ length: times }, () => counts).reduce(countedTogether, {}),
    });
    expect(pulseOf([one(40)], now)).toEqual(pulseOf([one(41)], now));
  });
});
