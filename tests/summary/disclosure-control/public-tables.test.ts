import { describe, expect, it } from '@jest/globals';
import { addWeeks } from '../../../core/model/calendar.ts';
import type { Language } from '../../../core/model/language.ts';
import { toTextTables } from '../../../summary/figures/text-tables.ts';
import type { WeekFigures } from '../../../summary/figures/week-figures.ts';
import { createPublicTables } from '../../../summary/disclosure-control/public-tables.ts';
import { publicSummaryFixture } from '../../support/summary/public-summary.ts';
import { parseTestWeek, createWeekFigures, rule } from '../../support/summary/figures.ts';

const week = parseTestWeek('2026-W45');
const widerBlockTables = (weeks: readonly WeekFigures[], language: Language) =>
  toTextTables(createPublicTables(publicSummaryFixture(weeks), language), language);
const widerWeekTables = (of: WeekFigures, language: Language) => widerBlockTables([of], language);
const block = (received: readonly number[], differences = {}) =>
  received.map((count, place) => createWeekFigures(addWeeks(week, place), count, count, differences));

describe('what a wider reader sees of a week', () => {
  it('is totals and timeliness, rounded to five, and nothing else', () => {
    const [table, ...others] = widerWeekTables(createWeekFigures(week, 13, 9), 'en');
    expect(others).toEqual([]);
    expect(table).toMatchObject({
      title: 'Reports received',
      columns: ['', 'Count'],
      rows: [
        ['Reports received', '15'],
        ['Acknowledged within the target', '10'],
      ],
    });
  });

  it('is only that a small count is not shown, whatever it is', () => {
    const tables = [1, 2, 3, 4].flatMap((count) =>
      Array.from({ length: count + 1 }, (_, inTime) => widerWeekTables(createWeekFigures(week, count, inTime), 'en')),
    );
    for (const each of tables) expect(each).toEqual(tables[0]);
    expect(tables[0]?.[0]?.rows).toEqual([
      ['Reports received', 'not shown'],
      ['Acknowledged within the target', 'not shown'],
    ]);
  });

  it('is a sentence and rows of 0 in a quiet week, unless none is a small count as well', () => {
    const [quiet] = widerWeekTables(createWeekFigures(week, 0, 0), 'en');
    expect(quiet?.rows).toEqual([
      ['Reports received', '0'],
      ['Acknowledged within the target', '0'],
    ]);
    expect(quiet?.notes[0]).toBe('No reports were received in this week.');
    const strict = { rule: { smallCount: 5, hideZero: true } };
    expect(widerWeekTables(createWeekFigures(week, 0, 0, strict), 'en')).toEqual(
      widerWeekTables(createWeekFigures(week, 3, 3, strict), 'en'),
    );
  });

  it('has no timeliness where no target was set', () => {
    const [table] = widerWeekTables(createWeekFigures(week, 13, 9, { limitDays: undefined }), 'en');
    expect(table?.rows).toEqual([['Reports received', '15']]);
    expect(table?.notes).toContain('No target was set.');
  });

  it('follows the rule that stood when the week was counted', () => {
    const strict = { rule: { ...rule, smallCount: 10 } };
    expect(widerWeekTables(createWeekFigures(week, 9, 9, strict), 'en')[0]?.rows[0]).toEqual([
      'Reports received',
      'not shown',
    ]);
  });
});

describe('what a wider reader sees of a block of weeks', () => {
  it('is one total of all its weeks', () => {
    const [table] = widerBlockTables(block([4, 12, 3, 0]), 'en');
    expect(table?.notes[0]).toBe('4 weeks: 2 to 29 November 2026.');
    expect(table?.rows).toEqual([
      ['Reports received', '20'],
      ['Acknowledged within the target', '20'],
    ]);
  });

  it('has no timeliness where the target changed in it', () => {
    const weeks = [...block([8, 8, 8]), createWeekFigures(addWeeks(week, 3), 8, 8, { limitDays: 5 })];
    const [table] = widerBlockTables(weeks, 'en');
    expect(table?.rows).toEqual([['Reports received', '35']]);
    expect(table?.notes).toContain(
      'The target was not the same in all of these weeks, so there is no total of reports acknowledged in time.',
    );
  });

  it('speaks Welsh', () => {
    const [table] = widerBlockTables(block([0, 0, 0, 0]), 'cy');
    expect(table?.notes[0]).toBe('Ni ddaeth unrhyw adroddiad i law yn ystod yr wythnosau hyn.');
  });
});
