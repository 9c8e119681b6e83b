import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { type SurveyWeek, responseCountKey } from '../../../core/model/survey-week.ts';
import { surveyQuestionIds, surveyQuestions } from '../../../core/model/survey.ts';
import { computeSurveyResults } from '../../../summary/survey/query-survey.ts';
import { parseTestWeek } from '../../support/summary/figures.ts';

const campaign = '0123456789abcdef';
const thisWeek = parseTestWeek('2026-W52');
const counted = (counts: SurveyWeek['counts'], differences: Partial<SurveyWeek> = {}): SurveyWeek => ({
  campaign,
  phase: 'before',
  week: parseTestWeek('2026-W49'),
  counts,
  ...differences,
});
/** Counts as they come about on average where so many chose each: half as given, half of all alike. */
const onAverage = (question: keyof typeof surveyQuestions, chosen: readonly number[]) => {
  const all = chosen.reduce((sum, each) => sum + each, 0);
  const options = surveyQuestions[question];
  return {
    [question]: Object.fromEntries(
      options.map((id, at) => [id, Math.round((chosen[at] ?? 0) / 2 + all / 2 / options.length)]),
    ),
  };
};
const tableOf = (pulse: ReturnType<typeof computeSurveyResults>, phase: 'before' | 'after', question: string) =>
  pulse[phase].find((table) => table.question === question);

describe('a pulse', () => {
  it('says nothing of a question with fewer than twenty answers, and of each by itself', () => {
    const few = counted({ gladly: { report: 19 }, records: { report: 10, leave: 10 } });
    const pulse = computeSurveyResults([few], thisWeek);
    expect(tableOf(pulse, 'before', 'gladly')).toEqual({
      question: 'gladly',
      options: [{ id: 'report' }, { id: 'advice' }, { id: 'leave' }],
    });
    expect(tableOf(pulse, 'before', 'records')?.answers).toBeDefined();
  });

  it('says nothing of a week that is not over', () => {
    const now = counted({ gladly: { report: 40, advice: 30, leave: 20 } }, { week: thisWeek });
    expect(tableOf(computeSurveyResults([now], thisWeek), 'before', 'gladly')?.answers).toBeUndefined();
    expect(tableOf(computeSurveyResults([now], parseTestWeek('2026-W53')), 'before', 'gladly')?.answers).toBe(90);
  });

  it('goes on in steps of twenty answers, in the order of the weeks, and of each question by itself', () => {
    const acts = (each: number) => ({ report: each, advice: each, leave: each });
    const trust = (each: number) => ({ fully: each, mostly: each, little: each, none: each });
    const weeks = [
      counted({ gladly: acts(5), trust: trust(1) }, { week: parseTestWeek('2026-W49') }),
      counted({ gladly: acts(20), trust: trust(10) }, { week: parseTestWeek('2026-W47') }),
      counted({ gladly: acts(6), trust: trust(4) }, { week: parseTestWeek('2026-W48') }),
    ];
    const answersBy = (week: string) =>
      ['gladly', 'trust'].map(
        (question) => tableOf(computeSurveyResults(weeks, parseTestWeek(week)), 'before', question)?.answers,
      );
    expect(answersBy('2026-W47')).toEqual([undefined, undefined]);
    expect(answersBy('2026-W48')).toEqual([60, 40]);
    expect(computeSurveyResults(weeks, parseTestWeek('2026-W49'))).toEqual(
      computeSurveyResults(weeks, parseTestWeek('2026-W48')),
    );
    expect(answersBy('2026-W50')).toEqual([90, 60]);
  });

  it('takes away again what chance put in', () => {
    const weeks = [counted(onAverage('gladly', [800, 150, 50])), counted(onAverage('trust', [100, 400, 300, 200]))];
    const pulse = computeSurveyResults(weeks, thisWeek);
    const shares = (question: string) => tableOf(pulse, 'before', question)?.options.map(({ share }) => share?.percent);
    expect(shares('gladly')).toEqual([80, 15, 5]);
    expect(shares('trust')).toEqual([10, 40, 30, 20]);
    expect(tableOf(pulse, 'before', 'gladly')?.options[0]?.share?.within).toBe(10);
  });

  it('tells a change only where it is larger than chance', () => {
    const after = (chosen: readonly number[]) => counted(onAverage('gladly', chosen), { phase: 'after' });
    const before = counted(onAverage('gladly', [400, 350, 250]));
    const changes = (later: SurveyWeek) =>
      computeSurveyResults([before, later], thisWeek).changes.find(({ question }) => question === 'gladly')?.options;
    expect(changes(after([700, 200, 100]))).toEqual([
      { id: 'report', change: 'more' },
      { id: 'advice', change: 'fewer' },
      { id: 'leave', change: 'fewer' },
    ]);
    expect(changes(after([430, 340, 230]))?.map(({ change }) => change)).toEqual([
      'cannotTell',
      'cannotTell',
      'cannotTell',
    ]);
    expect(changes(after([5, 3, 2]))?.map(({ change }) => change)).toEqual([undefined, undefined, undefined]);
  });

  it('says how far a share may be off: by chance, and by the band of its count', () => {
    const pulse = computeSurveyResults([counted({ gladly: { report: 60, advice: 60, leave: 30 } })], thisWeek);
    // 60 of 150, told as 58 to 62: twice 8 hundredths by chance and 1.3 by the band, in steps of 5.
    expect(tableOf(pulse, 'before', 'gladly')?.options[0]?.share?.within).toBe(20);
  });

  it('tells no share of a small count, and counts those who left a question out', () => {
    const gladly = { report: 100, advice: 2, leave: 50 };
    const told = (counts: SurveyWeek['counts']) =>
      tableOf(computeSurveyResults([counted(counts)], thisWeek), 'before', 'gladly');
    expect(told({ gladly })?.options[1]).toEqual({ id: 'advice' });
    // The last part is told the least exactly: of 152 the 50, or else those who answered other questions alone.
    expect(told({ gladly })?.answers).toBe(155);
    expect(told({ gladly, [responseCountKey]: { all: 5000 } })?.answers).toBe(150);
  });

  it('tells of all counts as much as of those that are rounded the same, never a count itself', () => {
    const counts = fc.array(fc.nat({ max: 300 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(counts, ([report = 0, advice = 0, leave = 0]) => {
        const pulse = computeSurveyResults([counted({ gladly: { report, advice, leave } })], thisWeek);
        const table = tableOf(pulse, 'before', 'gladly');
        const { answers } = table ?? {};
        expect(answers === undefined).toBe(report + advice + leave < 20);
        if (answers !== undefined) expect(answers % 5).toBe(0);
        for (const { share } of table?.options ?? []) {
          if (share) expect([share.percent % 5, share.within % 5]).toEqual([0, 0]);
        }
      }),
    );
  });

  it('is told of a million answers as of a thousand', () => {
    const many = counted(onAverage('gladly', [800_000, 150_000, 50_000]));
    const shares = tableOf(computeSurveyResults([many], thisWeek), 'before', 'gladly')?.options;
    expect(shares?.map(({ share }) => share)).toEqual([80, 15, 5].map((percent) => ({ percent, within: 5 })));
  });

  it('has every question in its order, whatever was counted', () => {
    const odd = counted({ other: { report: 99 }, gladly: { odd: 99 } });
    const { before, after } = computeSurveyResults([odd], thisWeek);
    expect(before.map(({ question }) => question)).toEqual([...surveyQuestionIds]);
    expect(before.every(({ answers }) => answers === undefined)).toBe(true);
    expect(after).toHaveLength(4);
  });
});
