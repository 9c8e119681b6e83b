import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { countedTogether, countsOf, type PulseCounts, type PulseWeek } from '../../../core/model/survey-week.ts';
import { type Week, addWeeks } from '../../../core/model/calendar.ts';
import {
  countedAsGiven,
  type PulseAnswers,
  type PulseQuestion,
  pulseQuestionIds,
  pulseQuestions,
  tossed,
} from '../../../core/model/survey.ts';
import { pulseOf } from '../../../summary/survey/query-survey.ts';
import { aWeek } from '../../support/summary/figures.ts';

/** `npm run test:disclosure` looks through many more. */
const numRuns = 5 * Number(process.env['DISCLOSURE_RUNS'] ?? 20);
const first = aWeek('2026-W49');
const weeks = 3;
const question = 'trust' satisfies PulseQuestion;
const options: readonly string[] = pulseQuestions[question];

const rowsOf = (counted: readonly PulseCounts[]): readonly PulseWeek[] =>
  counted.map((counts, at) => ({ campaign: '0123456789abcdef', phase: 'before', week: addWeeks(first, at), counts }));

/** All that is ever shown, as week after week goes by: with each, the counters have grown. */
function everShown(counted: readonly PulseCounts[]): string {
  const rows = rowsOf(counted);
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

describe('whoever asks for a pulse after every week', () => {
  const someAnswers = (length: { readonly minLength: number; readonly maxLength: number }) =>
    fc.array(
      fc.record(
        Object.fromEntries(
          pulseQuestionIds.map((id) => [id, fc.option(fc.constantFrom(...pulseQuestions[id]), { nil: undefined })]),
        ),
      ),
      length,
    );
  const weekOf = (answers: readonly PulseAnswers[]): PulseCounts =>
    answers.map(countsOf).reduce<PulseCounts>(countedTogether, {});
  const trusting = Array.from({ length: 20 }, () => ({ gladly: 'leave', trust: 'fully' }));

  it('learns nothing of a week with fewer than twenty answers, not even whether there were any', () => {
    fc.assert(
      fc.property(
        someAnswers({ minLength: 0, maxLength: 60 }),
        someAnswers({ minLength: 1, maxLength: 19 }),
        (all, few) => {
          const told = weekOf([...trusting, ...all]);
          const shown = (counted: readonly PulseCounts[]) => {
            const { before } = pulseOf(rowsOf(counted), addWeeks(first, counted.length));
            return before.filter(({ question: id }) => id === 'gladly' || id === 'trust');
          };
          expect(shown([told, weekOf(few)])).toEqual(shown([told]));
        },
      ),
      { numRuns },
    );
  });

  it('is told of twenty more answers to a question at least, each time that anything of it differs', () => {
    const weekly = fc.array(someAnswers({ minLength: 0, maxLength: 30 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(weekly, (asked) => {
        for (const [place, id] of pulseQuestionIds.entries()) {
          let shown = JSON.stringify(pulseOf([], first).before[place]);
          let since = 0;
          for (const [at, answers] of asked.entries()) {
            since += answers.filter((each) => each[id] !== undefined).length;
            const now = JSON.stringify(
              pulseOf(rowsOf(asked.map((week) => weekOf(week))), addWeeks(first, at + 1)).before[place],
            );
            if (now === shown) continue;
            expect(since).toBeGreaterThanOrEqual(20);
            shown = now;
            since = 0;
          }
        }
      }),
      { numRuns },
    );
  });
});
