import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { addWeeks } from '../../../core/model/calendar.ts';
import {
  getChildPeriods,
  periodLevels,
  findNearestPeriods,
  toPeriod,
  getPreviousPublicationPeriod,
  findPublicationPeriod,
  getPublicationPeriod,
  getWeekCount,
} from '../../../summary/disclosure-control/period-hierarchy.ts';
import { getPeriodBounds, formatPeriod, getPeriodWeeks } from '../../../summary/figures/periods.ts';
import { parseTestWeek } from '../../support/summary/figures.ts';
import { parseTestPeriod } from '../../support/summary/publication-fixture.ts';

const anyWeek = fc.integer({ min: -1_500, max: 3_000 }).map((weeks) => addWeeks(parseTestWeek('2026-W01'), weeks));
const anyStretch = fc
  .tuple(anyWeek, fc.constantFrom(...periodLevels))
  .map(([week, level]) => getPublicationPeriod(week, level));

describe('what wider readers may be issued', () => {
  it('nests: two stretches have no week in common, or one holds the other', () => {
    fc.assert(
      fc.property(
        anyWeek,
        fc.integer({ min: 0, max: 70 }),
        fc.constantFrom(...periodLevels),
        fc.constantFrom(...periodLevels),
        (week, later, one, other) => {
          const a = getPeriodWeeks(toPeriod(getPublicationPeriod(week, one)));
          const b = getPeriodWeeks(toPeriod(getPublicationPeriod(addWeeks(week, later), other)));
          const common = a.filter((each) => b.includes(each)).length;
          expect([0, a.length, b.length]).toContain(common);
        },
      ),
    );
  });

  it('is made of the stretches below it, without a gap and without a rest', () => {
    fc.assert(
      fc.property(anyStretch, (stretch) => {
        const children = getChildPeriods(stretch);
        const weeks = children.flatMap((child) => getPeriodWeeks(toPeriod(child)));
        if (stretch.level !== 'week') expect(weeks).toEqual(getPeriodWeeks(toPeriod(stretch)));
        if (stretch.level === 'year') expect(children).toHaveLength(4);
        if (stretch.level === 'quarter') expect(children.map(getWeekCount).slice(0, 2)).toEqual([4, 4]);
        if (stretch.level === 'block') expect([4, 5, 6]).toContain(children.length);
        expect(findPublicationPeriod(toPeriod(stretch))).toEqual(stretch);
        expect(addWeeks(getPreviousPublicationPeriod(stretch).to, 1)).toBe(stretch.from);
      }),
    );
  });

  it.each([
    ['2026-W40-to-2026-W43', 'block'],
    ['2026-W48-to-2026-W53', 'block'],
    ['4-to-2026-W43', 'block'],
    ['13-to-2026-W39', 'quarter'],
    ['2026-W27-to-2026-W39', 'quarter'],
    ['2026-W47-to-2026-W47', 'week'],
    ['4-to-2026-W44', undefined],
    ['2026-W40-to-2026-W42', undefined],
    ['2026-W41-to-2026-W43', undefined],
    ['2026-W45-to-2026-W48', undefined],
    ['13-to-2026-W40', undefined],
  ])('%s is a %s, whatever it is called', (text, level) => {
    expect(findPublicationPeriod(parseTestPeriod(text))?.level).toBe(level);
  });

  it.each([
    ['4-to-2026-W47', '2026-W47', ['2026-W44-to-2026-W47', '2026-W47', '2026-Q3', '2025-26']],
    ['4-to-2026-W46', '2026-W47', ['2026-W46', '2026-W40-to-2026-W43', '2026-Q3', '2025-26']],
    ['13-to-2026-W47', '2026-W47', ['2026-W44-to-2026-W47', '2026-W47', '2026-Q3', '2025-26']],
    ['2025-W10-to-2026-W40', '2026-W47', ['2025-26', '2026-Q3', '2026-W35-to-2026-W39', '2026-W40']],
    ['2027-W01-to-2027-W09', '2026-W47', ['2026-W47', '2026-W44-to-2026-W47', '2026-Q3', '2025-26']],
  ])('is, in the place of %s, first what differs least, and over', (text, last, nearest) => {
    const found = findNearestPeriods(parseTestPeriod(text), parseTestWeek(last));
    expect(found.map((stretch) => formatPeriod(toPeriod(stretch)))).toEqual(nearest);
    for (const stretch of found) expect(getPeriodBounds(toPeriod(stretch)).to <= last).toBe(true);
  });
});
