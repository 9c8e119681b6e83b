import { describe, expect, it } from '@jest/globals';
import { array, assert, boolean, constantFrom, integer, property, record, tuple } from 'fast-check';
import { languages } from '../../../core/model/language.ts';
import { countDays } from '../../../summary/figures/day-counts.ts';
import { type Figure, figureTableIds, activityTableIds } from '../../../summary/figures/figure-definitions.ts';
import { findFigure, allFigures, computeUnitFigure } from '../../../summary/figures/figure-lookup.ts';
import { getTrailingWeeks } from '../../../summary/figures/periods.ts';
import { createCountedWeek, createEarlierWeek, triageCounts } from '../../support/summary/counted-weeks.ts';
import { parseTestWeek } from '../../support/summary/figures.ts';

const named = (id: string): Figure => {
  const figure = findFigure(id);
  if (figure === undefined) throw new RangeError('not a figure');
  return figure;
};
const later: readonly string[] = activityTableIds;
const [w1, w2] = [parseTestWeek('2026-W10'), parseTestWeek('2026-W11')];

describe('the figures by name', () => {
  it('are each there once, and have one for every definition', () => {
    expect(new Set(allFigures.map(({ id }) => id)).size).toBe(allFigures.length);
    expect(new Set(allFigures.map(({ table }) => table))).toEqual(new Set(figureTableIds));
  });

  it('have a label in every language, and no two the same', () => {
    for (const language of languages) {
      const labels = allFigures.map(({ label }) => label(language));
      expect(labels.filter((label) => label.trim() === '')).toEqual([]);
      expect(new Set(labels).size).toBe(labels.length);
    }
  });

  it.each(['', 'kind', 'kind.', '__proto__', 'constructor', 'kind.__proto__', 'KIND.BRIBERY', 'kind.bribery '])(
    'do not have %j',
    (name) => expect(findFigure(name)).toBeUndefined(),
  );
});

describe('a figure over weeks', () => {
  it('is lacking, and never none, where a week was frozen before it was counted', () => {
    for (const figure of allFigures.filter(({ table }) => later.includes(table))) {
      expect([figure.id, computeUnitFigure(figure, [createEarlierWeek(w1, 4)])]).toEqual([
        figure.id,
        { kind: 'lacking', weeks: [w1] },
      ]);
    }
    for (const figure of allFigures.filter(({ table }) => !later.includes(table))) {
      expect([figure.id, computeUnitFigure(figure, [createEarlierWeek(w1, 4)]).kind]).toEqual([figure.id, 'value']);
    }
  });

  it('adds up what came in and what was done, of those weeks alone that all have it', () => {
    const week = record({
      received: integer({ min: 0, max: 40 }),
      done: integer({ min: 0, max: 9 }),
      isEarlier: boolean(),
    });
    assert(
      property(array(week, { minLength: 1, maxLength: 12 }), (given) => {
        const weeks = getTrailingWeeks(parseTestWeek('2026-W20'), given.length).map((name, place) => {
          const { received = 0, done = 0, isEarlier = false } = given[place] ?? {};
          const parts = triageCounts(done === 0 ? {} : { 3: done }, 'drugs');
          return isEarlier ? createEarlierWeek(name, received) : createCountedWeek(name, received, parts);
        });
        const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);
        expect(computeUnitFigure(named('received.all'), weeks)).toEqual({
          kind: 'value',
          value: sum(given.map((each) => each.received)),
        });
        const lacking = weeks.filter(({ v }) => v === 1).map((each) => each.week);
        expect(computeUnitFigure(named('category.drugs'), weeks)).toEqual(
          lacking.length > 0
            ? { kind: 'lacking', weeks: lacking }
            : { kind: 'value', value: sum(given.map((each) => each.done)) },
        );
      }),
    );
  });

  it('tells of what stood at the end by the last week alone', () => {
    const weeks = [createCountedWeek(w1, 9, { notTriaged: 5 }), createCountedWeek(w2, 2, { notTriaged: 1 })];
    expect(computeUnitFigure(named('open.upTo7'), weeks)).toEqual({ kind: 'value', value: 2 });
    expect(computeUnitFigure(named('notTriaged.all'), weeks)).toEqual({ kind: 'value', value: 1 });
    expect(computeUnitFigure(named('notTriaged.all'), [createEarlierWeek(w1, 9), ...weeks.slice(1)])).toEqual({
      kind: 'value',
      value: 1,
    });
    expect(computeUnitFigure(named('notTriaged.all'), [...weeks.slice(0, 1), createEarlierWeek(w2, 2)])).toEqual({
      kind: 'lacking',
      weeks: [w2],
    });
  });

  it('takes a median over all cases, never over weeks', () => {
    const days = array(integer({ min: 0, max: 60 }), { maxLength: 20 });
    assert(
      property(
        tuple(days, days),
        constantFrom(['median', 50] as const, ['percentile90', 90] as const),
        (both, [name, percent]) => {
          const weeks = both.map((each, place) =>
            createCountedWeek([w1, w2][place] ?? w1, 0, triageCounts(countDays(each), 'other')),
          );
          const all = both.flat().toSorted((one, other) => one - other);
          const value = all.find((_, at) => (at + 1) * 100 >= all.length * percent);
          expect(computeUnitFigure(named(`triagedDays.${name}`), weeks)).toEqual(
            value === undefined ? { kind: 'noneDone' } : { kind: 'value', value },
          );
          expect(computeUnitFigure(named('triagedDays.cases'), weeks)).toEqual({ kind: 'value', value: all.length });
        },
      ),
    );
  });

  it('does not know what was in time where no target was set, and knows what was acknowledged', () => {
    const none = createEarlierWeek(w1, 5, { acknowledgement: { target: 'none', acknowledged: 4, waiting: 1 } });
    const some = createEarlierWeek(w2, 6, {
      acknowledgement: { target: 'days', days: 3, inTime: 1, late: 2, overdue: 2, notYetDue: 1 },
    });
    for (const standing of ['inTime', 'late', 'overdue', 'notYetDue']) {
      expect(computeUnitFigure(named(`acknowledgement.${standing}`), [none, some])).toEqual({
        kind: 'lacking',
        weeks: [w1],
      });
    }
    expect(computeUnitFigure(named('acknowledgement.acknowledged'), [none, some])).toEqual({ kind: 'value', value: 7 });
    expect(computeUnitFigure(named('acknowledgement.waiting'), [none, some])).toEqual({ kind: 'value', value: 4 });
  });

  it('is never made of weeks of the reserve, nor of none', () => {
    const reserve = createCountedWeek(w2, 3, { handledBy: 'reserve' });
    for (const figure of allFigures) {
      expect(() => computeUnitFigure(figure, [createCountedWeek(w1, 2), reserve])).toThrow('not weeks of the unit');
      expect(() => computeUnitFigure(figure, [])).toThrow('no weeks');
    }
  });
});
