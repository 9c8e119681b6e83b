import { describe, expect, it } from '@jest/globals';
import { array, assert, boolean, integer, property } from 'fast-check';
import { languages } from '../../../core/model/language.ts';
import { allFigures } from '../../../summary/figures/figure-lookup.ts';
import { fillReturn } from '../../../summary/returns/query-return.ts';
import { maxReturnColumns } from '../../../summary/returns/return-mapping.ts';
import type { WeekFigures } from '../../../summary/figures/week-figures.ts';
import { getTrailingWeeks } from '../../../summary/figures/periods.ts';
import { createCountedWeek, createEarlierWeek, triageCounts } from '../../support/summary/counted-weeks.ts';
import { createColumn, createMappingFile, parseMapping } from '../../support/summary/example-mapping.ts';
import { exampleReturn, exampleWeeks } from '../../support/summary/example-return.ts';
import { parseTestWeek } from '../../support/summary/figures.ts';

const period = { kind: 'quarter', year: 2026, quarter: 1 } as const;
const [w10, w11, w12] = [parseTestWeek('2026-W10'), parseTestWeek('2026-W11'), parseTestWeek('2026-W12')];
const told = (figure: string, weeks: readonly WeekFigures[]) => {
  const mapping = parseMapping(createMappingFile({ columns: [createColumn({ figure })] }));
  const [column] = fillReturn(mapping, { period, weeks, unfinishedWeeks: [] }, 'en').columns;
  return { value: column?.value, notes: column?.notes };
};

describe('a return', () => {
  it('adds up the figures that a column names', () => {
    const weeks = [
      createCountedWeek(w10, 7, { kind: { ...createCountedWeek(w10, 0).kind, bribery: 3, advantage: 4 } }),
      createCountedWeek(w11, 2, { kind: { ...createCountedWeek(w11, 0).kind, advantage: 2 } }),
    ];
    expect(told('kind.bribery + kind.advantage', weeks)).toEqual({ value: 9, notes: [] });
    expect(told('kind.bribery', weeks)).toEqual({ value: 3, notes: [] });
    expect(told('open.upTo7 + open.over90', weeks)).toEqual({ value: 2, notes: [] });
  });

  it('leaves empty, and never none, what one of its weeks lacks, and names these weeks', () => {
    const weeks = [
      createEarlierWeek(w10, 1),
      createEarlierWeek(w11, 1),
      createCountedWeek(w12, 1, triageCounts({ 1: 4 }, 'drugs')),
    ];
    expect(told('category.drugs', weeks)).toEqual({
      value: undefined,
      notes: ['Blank, not zero: this was not yet being counted in the weeks of 2 to 15 March 2026.'],
    });
    expect(told('category.drugs + category.other', weeks.slice(1)).notes).toEqual([
      'Blank, not zero: this was not yet being counted in the week of 9 to 15 March 2026.',
    ]);
    expect(told('category.drugs + category.other', weeks.slice(2))).toEqual({ value: 4, notes: [] });
    expect(told('triagedDays.median', weeks).value).toBeUndefined();
  });

  it('has a number in a column where all weeks have the figure, and nowhere else', () => {
    const all = allFigures
      .slice(0, maxReturnColumns)
      .map(({ id }, place) => createColumn({ code: `C${place}`, figure: id }));
    const mapping = parseMapping(createMappingFile({ columns: all }));
    const later = new Set(
      allFigures.slice(allFigures.findIndex(({ id }) => id === 'acknowledgedDays.cases')).map(({ id }) => id),
    );
    assert(
      property(array(boolean(), { minLength: 1, maxLength: 6 }), integer({ min: 1, max: 9 }), (isEarlier, received) => {
        const names = getTrailingWeeks(parseTestWeek('2026-W20'), isEarlier.length);
        const weeks = names.map((name, place) =>
          isEarlier[place]
            ? createEarlierWeek(name, received)
            : createCountedWeek(name, received, triageCounts({ 2: 1 }, 'other')),
        );
        for (const { fact: id, value, notes } of fillReturn(mapping, { period, weeks, unfinishedWeeks: [] }, 'en')
          .columns) {
          const isStock = id.startsWith('notTriaged') || id.startsWith('referralOverdue');
          const lacks = later.has(id) && (isStock ? isEarlier.at(-1) === true : isEarlier.some(Boolean));
          if (lacks) expect([id, value, notes.length]).toEqual([id, undefined, 1]);
          else if (value === undefined) expect(notes).toEqual(['Blank: there was no case to measure in the period.']);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('leaves empty what a target would tell where none was set, and tells the targets where they differ', () => {
    const none = createEarlierWeek(w10, 5, { acknowledgement: { target: 'none', acknowledged: 4, waiting: 1 } });
    expect(told('acknowledgement.inTime', [none, createEarlierWeek(w11, 2)])).toEqual({
      value: undefined,
      notes: ['Blank, not zero: no target was set for the week of 2 to 8 March 2026.'],
    });
    expect(told('acknowledgement.acknowledged', [none, createEarlierWeek(w11, 2)])).toEqual({ value: 6, notes: [] });
    const five = createEarlierWeek(w11, 2, {
      acknowledgement: { target: 'days', days: 5, inTime: 2, late: 0, overdue: 0, notYetDue: 0 },
    });
    expect(told('acknowledgement.inTime', [createEarlierWeek(w10, 1), five])).toEqual({
      value: 3,
      notes: [
        '2 to 8 March 2026: Target: 3 days from the day of receipt.',
        '9 to 15 March 2026: Target: 5 days from the day of receipt.',
      ],
    });
  });

  it('says that the longest days stand for more, that nothing was done, and that Candour does not hold something', () => {
    expect(told('triagedDays.median', [createCountedWeek(w10, 0, triageCounts({ 366: 1 }, 'other'))])).toEqual({
      value: 366,
      notes: ['366 means 366 days or more.'],
    });
    expect(told('triagedDays.median', [createCountedWeek(w10, 0)])).toEqual({
      value: undefined,
      notes: ['Blank: there was no case to measure in the period.'],
    });
    expect(told('notHeld', [createCountedWeek(w10, 4)])).toEqual({
      value: undefined,
      notes: ['Blank: Candour does not hold this figure.'],
    });
  });

  it('tells of the period, and of the last day on which one of its weeks was counted', () => {
    const weeks = [createCountedWeek(w10, 1, { countedOn: '2026-06-01' }), createCountedWeek(w11, 1)];
    expect(told('period', weeks).value).toBe('January to March 2026');
    expect(told('period.from', weeks).value).toBe('2026-03-02');
    expect(told('period.to', weeks).value).toBe('2026-03-15');
    expect(told('period.asAt', weeks).value).toBe('2026-06-01');
  });

  it('says of the whole which weeks are not over, and before which no report was received', () => {
    expect(exampleReturn('en').about).toEqual([
      'The period is not complete: the figures leave out the weeks of 19 October to 1 November 2026.',
      'No report was received in the period before the week of 5 to 11 October 2026.',
      'Weeks before Candour was in use are counted as zero.',
      'Exact counts of the unit’s own cases, for the people who may read them and for the body that asked. Do not publish them: in most weeks a count is zero or one.',
      'Cases that the reserve officers handle are not included.',
      'Whole weeks from Monday to Sunday. A week belongs to the quarter or year that its Thursday falls in.',
    ]);
    expect(exampleReturn('cy').about[1]).toBe(
      'Ni ddaeth unrhyw adroddiad i law yn y cyfnod cyn wythnos 5 i 11 Hydref 2026.',
    );
    expect(exampleReturn('en', exampleWeeks.slice(0, 1)).about[1]).toBe('No reports were received in these weeks.');
  });

  it('has the same figures in every language', () => {
    const [en, cy] = languages.map((language) =>
      exampleReturn(language).columns.map(({ code, value }) => [code, value]),
    );
    expect(cy?.slice(1)).toEqual(en?.slice(1));
  });

  it('is never made with a week of the reserve in it', () => {
    const reserve = createCountedWeek(w11, 3, { handledBy: 'reserve' });
    expect(() => told('received.all', [createCountedWeek(w10, 1), reserve])).toThrow('not weeks of the unit');
  });
});
