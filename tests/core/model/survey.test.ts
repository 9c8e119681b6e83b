import { describe, expect, it } from '@jest/globals';
import {
  parseSurveyAnswers,
  type SurveyQuestion,
  surveyQuestionIds,
  surveyQuestions,
  randomiseResponse,
} from '../../../core/model/survey.ts';

/** How likely each option is to be counted for one that was given, by going through all that can be drawn. */
function likelihoods(question: SurveyQuestion, given: string): ReadonlyMap<string, number> {
  const parts = 120;
  const found = new Map<string, number>();
  for (let first = 0; first < parts; first += 1) {
    for (let second = 0; second < parts; second += 1) {
      const draws = [first / parts, second / parts];
      const counted = randomiseResponse(question, given, () => draws.shift() ?? 0);
      found.set(counted, (found.get(counted) ?? 0) + 1 / parts ** 2);
    }
  }
  return found;
}

/** How likely each vector of counts is, of answers that are tossed for one by one. */
function outcomes(question: SurveyQuestion, given: readonly string[]): ReadonlyMap<string, number> {
  const options: readonly string[] = surveyQuestions[question];
  let all = new Map([[options.map(() => 0).join(' '), 1]]);
  for (const one of given) {
    const next = new Map<string, number>();
    const chances = likelihoods(question, one);
    for (const [counts, chance] of all) {
      for (const [at, option] of options.entries()) {
        const more = counts.split(' ').map((count, place) => Number(count) + (place === at ? 1 : 0));
        const key = more.join(' ');
        next.set(key, (next.get(key) ?? 0) + chance * (chances.get(option) ?? 0));
      }
    }
    all = next;
  }
  return all;
}

describe('an answer that is tossed for', () => {
  it.each(surveyQuestionIds)('may be counted as any other: %s', (question) => {
    const options: readonly string[] = surveyQuestions[question];
    for (const given of options) {
      const chances = likelihoods(question, given);
      const drawn = 0.5 / options.length;
      for (const option of options) {
        expect(chances.get(option)).toBeCloseTo(option === given ? 0.5 + drawn : drawn, 6);
      }
    }
  });

  it.each(surveyQuestionIds)(
    'leaves somebody who knows all others, and every count after every answer, in doubt: %s',
    (question) => {
      const options: readonly string[] = surveyQuestions[question];
      const others = [options[0], options[0], options[1], options.at(-1)].map((one) => one ?? '');
      // What is counted before and after it, week by week, is known exactly: it leaves the answer's own toss alone.
      for (const known of [[], others]) {
        const seen = options.map((own) => outcomes(question, [...known, own]));
        for (const counts of new Set(seen.flatMap((one) => [...one.keys()]))) {
          const chances = seen.map((one) => one.get(counts) ?? 0);
          expect(Math.min(...chances)).toBeGreaterThan(0);
          const all = chances.reduce((sum, each) => sum + each, 0);
          // Where nothing was known of it before, nobody is right more often than two times in three.
          expect(Math.max(...chances) / all).toBeLessThanOrEqual(2 / 3 + 1e-9);
        }
      }
    },
  );
});

describe('what a card sent back', () => {
  it('is read by closed lists alone', () => {
    expect(
      parseSurveyAnswers({
        gladly: 'report',
        records: 'fully',
        invited: ['leave'],
        trust: { $gt: '' },
        other: 'report',
      }),
    ).toEqual({ gladly: 'report' });
    expect(parseSurveyAnswers({ trust: 'none', gladly: 'constructor' })).toEqual({ trust: 'none' });
  });
});
