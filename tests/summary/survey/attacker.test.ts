import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  mergeSurveyCounts,
  toSurveyCounts,
  type SurveyCounts,
  type SurveyWeek,
} from '../../../core/model/survey-week.ts';
import { type Week, addWeeks } from '../../../core/model/calendar.ts';
import {
  truthProbability,
  type SurveyAnswers,
  type SurveyQuestion,
  surveyQuestionIds,
  surveyQuestions,
  randomiseResponse,
} from '../../../core/model/survey.ts';
import { computeSurveyResults } from '../../../summary/survey/query-survey.ts';
import { parseTestWeek } from '../../support/summary/figures.ts';

/** `npm run test:disclosure` looks through many more. */
const numRuns = 5 * Number(process.env['DISCLOSURE_RUNS'] ?? 20);
const first = parseTestWeek('2026-W49');
const weeks = 3;
const question = 'trust' satisfies SurveyQuestion;
const options: readonly string[] = surveyQuestions[question];

const rowsOf = (counted: readonly SurveyCounts[]): readonly SurveyWeek[] =>
  counted.map((counts, at) => ({ campaign: '0123456789abcdef', phase: 'before', week: addWeeks(first, at), counts }));

/** All that is ever shown, as week after week goes by: with each, the counters have grown. */
function everShown(counted: readonly SurveyCounts[]): string {
  const rows = rowsOf(counted);
  return JSON.stringify(rows.map((_row, at) => computeSurveyResults(rows, addWeeks(first, at + 1))));
}

/** How likely an option is to be counted where another was given. */
function likelihood(counted: string, given: string): number {
  const drawn = (1 - truthProbability) / options.length;
  return drawn + (counted === given ? truthProbability : 0);
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
            .map(({ option }) => toSurveyCounts({ [question]: options[option] ?? '' }))
            .reduce(mergeSurveyCounts, {}),
        );
        const shownWith = (counted: string): string =>
          everShown(
            known.map((counts, at) =>
              at === own.week ? mergeSurveyCounts(counts, toSurveyCounts({ [question]: counted })) : counts,
            ),
          );
        const coins = [...draws];
        const seen = shownWith(randomiseResponse(question, options[own.option] ?? '', () => coins.shift() ?? 0));
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
    const counts = toSurveyCounts({ [question]: 'none' });
    const one = (times: number): SurveyWeek => ({
      campaign: '0123456789abcdef',
      phase: 'before',
      week: now,
      counts: Array.from({ length: times }, () => counts).reduce(mergeSurveyCounts, {}),
    });
    expect(computeSurveyResults([one(40)], now)).toEqual(computeSurveyResults([one(41)], now));
  });
});

describe('whoever asks for a pulse after every week', () => {
  const someAnswers = (length: { readonly minLength: number; readonly maxLength: number }) =>
    fc.array(
      fc.record(
        Object.fromEntries(
          surveyQuestionIds.map((id) => [id, fc.option(fc.constantFrom(...surveyQuestions[id]), { nil: undefined })]),
        ),
      ),
      length,
    );
  const weekOf = (answers: readonly SurveyAnswers[]): SurveyCounts =>
    answers.map(toSurveyCounts).reduce<SurveyCounts>(mergeSurveyCounts, {});
  const trusting = Array.from({ length: 20 }, () => ({ gladly: 'leave', trust: 'fully' }));

  it('learns nothing of a week with fewer than twenty answers, not even whether there were any', () => {
    fc.assert(
      fc.property(
        someAnswers({ minLength: 0, maxLength: 60 }),
        someAnswers({ minLength: 1, maxLength: 19 }),
        (all, few) => {
          const told = weekOf([...trusting, ...all]);
          const shown = (counted: readonly SurveyCounts[]) => {
            const { before } = computeSurveyResults(rowsOf(counted), addWeeks(first, counted.length));
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
        for (const [place, id] of surveyQuestionIds.entries()) {
          let shown = JSON.stringify(computeSurveyResults([], first).before[place]);
          let since = 0;
          for (const [at, answers] of asked.entries()) {
            since += answers.filter((each) => each[id] !== undefined).length;
            const now = JSON.stringify(
              computeSurveyResults(rowsOf(asked.map((week) => weekOf(week))), addWeeks(first, at + 1)).before[place],
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
