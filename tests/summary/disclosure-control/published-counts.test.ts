import { describe, expect, it } from '@jest/globals';
import { addDays } from '../../../core/model/calendar.ts';
import { FiguresError, type WeekFigures, weekFiguresSchema } from '../../../summary/figures/week-figures.ts';
import {
  getChildPeriods,
  type PeriodLevel,
  toPeriod,
  type PublicationPeriod,
  getPublicationPeriod,
} from '../../../summary/disclosure-control/period-hierarchy.ts';
import type { PublishedPeriodCounts } from '../../../summary/disclosure-control/publication-record.ts';
import {
  assertCountsMatchPublication,
  createPublishedPeriodCounts,
} from '../../../summary/disclosure-control/published-counts.ts';
import { getPeriodWeeks } from '../../../summary/figures/periods.ts';
import { parseTestWeek, rule } from '../../support/summary/figures.ts';
import { type TrueWeek, trueFigures } from '../../support/summary/publication-fixture.ts';

const first = parseTestWeek('2026-W27');
const busy: TrueWeek = { kind: { boundaries: 9, bribery: 6 }, outcome: { misconduct: 6 }, inTime: 1 };
const quiet: TrueWeek = { kind: {}, outcome: {}, inTime: 1 };

const weeksIn = (stretch: PublicationPeriod, as: (place: number) => TrueWeek): readonly WeekFigures[] =>
  getPeriodWeeks(toPeriod(stretch)).map((week, place) => trueFigures(week, as(place)));

/** A stretch as it is told after all that it is made of. */
function toldOf(stretch: PublicationPeriod, weeks: readonly WeekFigures[]): PublishedPeriodCounts {
  const children = getChildPeriods(stretch).map((child) => {
    const within = new Set(getPeriodWeeks(toPeriod(child)));
    return toldOf(
      child,
      weeks.filter(({ week }) => within.has(week)),
    );
  });
  return createPublishedPeriodCounts(stretch, children, weeks);
}
const stretch = (level: PeriodLevel): PublicationPeriod => getPublicationPeriod(first, level);
const told = (level: PeriodLevel, as: (place: number) => TrueWeek = () => busy): PublishedPeriodCounts =>
  toldOf(stretch(level), weeksIn(stretch(level), as));
const shownOf = (parts: PublishedPeriodCounts['kind'], id: string): number | undefined =>
  parts?.find((part) => part.id === id)?.shown;

const withoutLimit = (week: WeekFigures): WeekFigures => ({
  ...week,
  acknowledgement: { target: 'none', acknowledged: week.received, waiting: 0 },
});

describe('a stretch is told', () => {
  it('by the day on which the last of its weeks was counted, whichever that is', () => {
    const [one, ...others] = weeksIn(stretch('block'), () => busy);
    if (!one) throw new Error('no week');
    const late = { ...one, countedOn: addDays(one.countedOn, 90) };
    expect(toldOf(stretch('block'), [late, ...others]).asAt).toBe(late.countedOn);
  });

  it('by the strictest rule of its weeks', () => {
    const strict = { smallCount: 8, hideZero: true };
    const block = told('block', (place) => ({ ...busy, rule: place === 1 ? strict : rule }));
    expect(block).toMatchObject(strict);
    expect(told('block')).toMatchObject(rule);
  });

  it('without what was in time, if its weeks had no limit', () => {
    const weeks = weeksIn(stretch('block'), () => busy).map(withoutLimit);
    const block = toldOf(stretch('block'), weeks);
    expect(block.limit).toBe('none');
    expect(block).not.toHaveProperty('inTime');
    expect(toldOf(stretch('week'), weeks.slice(0, 1))).not.toHaveProperty('inTime');
  });

  it('never of no weeks', () => {
    expect(() => createPublishedPeriodCounts(stretch('week'), [], [])).toThrow(new RangeError('no weeks'));
  });
});

describe('kinds and outcomes', () => {
  it('are told of a quarter, and of a year as the sum of its quarters, but not of weeks and blocks', () => {
    for (const level of ['week', 'block'] as const) {
      for (const name of ['kind', 'closed', 'outcome']) expect(told(level)).not.toHaveProperty(name);
    }
    const [quarter, year] = [told('quarter'), told('year')];
    expect(shownOf(quarter.kind, 'boundaries')).toBe(115);
    expect(shownOf(quarter.outcome, 'misconduct')).toBe(80);
    expect([year.received.shown, year.closed?.shown]).toEqual([780, 310]);
    expect(shownOf(year.kind, 'boundaries')).toBe(465);
    expect(shownOf(year.kind, 'harassment')).toBe(0);
    expect(shownOf(year.outcome, 'misconduct')).toBe(310);
  });

  it('of a year are told from the least count that its rule shows', () => {
    const year = told('year', (place) => (place === 0 ? { ...quiet, outcome: { misconduct: 5 } } : quiet));
    expect(year.closed?.shown).toBe(5);
    expect(shownOf(year.outcome, 'misconduct')).toBe(5);
  });

  it.each(['closed', 'kind', 'outcome'] as const)(
    'of a year are not told if a quarter did not tell of its %s',
    (name) => {
      const weeks = weeksIn(stretch('year'), () => busy);
      const quarters = getChildPeriods(stretch('year')).map((child) => {
        const within = new Set(getPeriodWeeks(toPeriod(child)));
        return toldOf(
          child,
          weeks.filter(({ week }) => within.has(week)),
        );
      });
      const year = createPublishedPeriodCounts(
        stretch('year'),
        quarters.map((quarter, place) => (place === 1 ? { ...quarter, [name]: undefined } : quarter)),
        weeks,
      );
      for (const absent of ['kind', 'closed', 'outcome']) expect(year).not.toHaveProperty(absent);
    },
  );
});

describe('weeks that were counted again', () => {
  const quarterOf = (as: (place: number) => TrueWeek): readonly WeekFigures[] => weeksIn(stretch('quarter'), as);
  const expectAgain = (as: TrueWeek) => (): void => {
    const weeks = quarterOf(() => as);
    assertCountsMatchPublication(told('quarter'), weeks);
  };

  it('fit what was told as long as they count the same', () => {
    expect(expectAgain(busy)).not.toThrow();
  });

  it.each([
    ['more reports', { ...busy, kind: { boundaries: 9, bribery: 9 } }],
    ['fewer in time', { ...busy, inTime: 0.5 }],
    ['more cases closed', { ...busy, outcome: { misconduct: 9 } }],
    ['another kind', { ...busy, kind: { boundaries: 6, bribery: 9 } }],
    ['another outcome', { ...busy, outcome: { noFurtherAction: 6 } }],
  ])('do not fit with %s', (_name, as) => {
    expect(expectAgain(as)).toThrow(new FiguresError('differs'));
  });

  it('do not fit if the total differs, though each of its parts fits', () => {
    const closing = (each: number) => (place: number) =>
      place === 0 ? { ...quiet, outcome: { managementAction: each, misconduct: each } } : quiet;
    const { closed, ...parts } = told('quarter', closing(40));
    const more = quarterOf(closing(42));
    expect(() => assertCountsMatchPublication(parts, more)).not.toThrow();
    expect(() => assertCountsMatchPublication({ ...parts, closed }, more)).toThrow(new FiguresError('differs'));
  });

  it('do not fit what was told of a part that nobody counts', () => {
    const weeks = quarterOf(() => busy);
    const other = { ...told('quarter'), kind: [{ id: 'no such kind', band: { low: 0, high: 1_000 } }] };
    expect(() => assertCountsMatchPublication(other, weeks)).toThrow(new FiguresError('differs'));
  });

  it('of a version that counted no outcomes fit what was told of them', () => {
    const { outcome: _outcome, ...before } = trueFigures(first, busy);
    const week = weekFiguresSchema.parse({ ...before, v: 1 });
    expect(() =>
      assertCountsMatchPublication(createPublishedPeriodCounts(stretch('week'), [], [week]), [week]),
    ).not.toThrow();
  });
});
