import { describe, expect, it } from '@jest/globals';
import { addWeeks, mondayOf } from '../../concerns/terms/calendar.ts';
import { languages } from '../../concerns/terms/language.ts';
import { figuresOf } from '../../summary/count-week.ts';
import { fullWeeksTables, fullWeekTables } from '../../summary/full-tables.ts';
import { say } from '../../words/cards/say.ts';
import { readFigures, type WeekFigures } from '../../summary/week-figures.ts';
import { aCase } from '../support/contracts/records.ts';
import { aWeek, cases, figuresWith, toCount } from '../support/summary/figures.ts';

const week = aWeek('2026-W47');
const before = addWeeks(week, -1);
const quiet = (of = week) => figuresWith(of, 0, 0);

describe('the full tables of a week', () => {
  it('show each count with its change on the week before', () => {
    const tables = fullWeekTables(figuresWith(week, 3, 2), figuresWith(before, 5, 5), 'en');
    expect(tables[0]).toMatchObject({
      title: 'Reports received',
      columns: ['', 'W47', 'Change'],
      rows: [['All', '3', '-2']],
    });
    const acknowledgement = tables.find(({ title }) => title === 'Acknowledgement');
    expect(acknowledgement?.rows).toEqual([
      ['Acknowledged within the target', '2', '-3'],
      ['Not acknowledged, target passed', '1', '+1'],
    ]);
    expect(acknowledgement?.notes).toEqual(['Target: 3 days from the day of receipt.']);
  });

  it('list a heading that had a count in the week before, and none that had no count in either', () => {
    const crimes = [aCase({ receivedOn: mondayOf(before), kind: 'crime' })];
    const tables = fullWeekTables(figuresWith(week, 1, 1), figuresOf(toCount(before, { received: crimes })), 'en');
    expect(tables.find(({ title }) => title === 'Kind of concern')?.rows).toEqual([
      ['Drugs, theft, fraud or another crime', '0', '-1'],
      ['No heading chosen', '1', '+1'],
    ]);
  });

  it.each(languages)('say who reported only where a week has counted another way in than staff, in %s', (language) => {
    const title = say(language, 'summary.route');
    const received = (route: 'staff' | 'hub') => [aCase({ receivedOn: mondayOf(week), route })];
    const titles = (now: WeekFigures, then: WeekFigures) =>
      [...fullWeekTables(now, then, language), ...fullWeeksTables([then, now], language)].filter(
        (table) => table.title === title,
      ).length;
    const staff = figuresOf(toCount(week, { received: received('staff') }));
    const hub = figuresOf(toCount(week, { received: received('hub') }));
    expect(titles(staff, quiet(before))).toBe(0);
    expect(titles(hub, quiet(before))).toBe(2);
    // A week that was frozen with it reads as it did, beside weeks without.
    const frozen = readFigures(JSON.stringify({ ...hub, week: before, countedOn: hub.countedOn }));
    expect(titles(staff, frozen)).toBe(2);
    expect(fullWeekTables(staff, frozen, language).find((table) => table.title === title)?.rows).toEqual([
      [say(language, 'summary.staff'), '1', '+1'],
      [say(language, 'summary.hub'), '0', '-1'],
    ]);
  });

  it('state a quiet week in a sentence and do not pad it', () => {
    const tables = fullWeekTables(quiet(), figuresWith(before, 1, 1), 'en');
    expect(tables.map(({ title }) => title)).toEqual(['Reports received', 'Open at the end of the week']);
    expect(tables[0]?.notes[0]).toBe('No reports were received in this week.');
    expect(tables[1]).toMatchObject({ rows: [], notes: ['No cases were open.'] });
  });

  it('say that no target was set', () => {
    const figures = figuresWith(week, 2, 1, { limitDays: undefined });
    const acknowledgement = fullWeekTables(figures, quiet(before), 'en').find(
      ({ title }) => title === 'Acknowledgement',
    );
    expect(acknowledgement?.rows).toEqual([
      ['Acknowledged', '1', '+1'],
      ['Not acknowledged', '1', '+1'],
    ]);
    expect(acknowledgement?.notes).toEqual(['No target was set.']);
  });
});

it('the full tables say of each week what is not the same of all', () => {
  const figures = [figuresWith(before, 1, 1, { limitDays: 1 }), figuresWith(week, 1, 1, { limitDays: undefined })];
  const tables = fullWeeksTables(figures, 'en');
  expect(tables.find(({ title }) => title === 'Acknowledgement')?.notes).toEqual([
    'W46: Target: 1 day from the day of receipt.',
    'W47: No target was set.',
  ]);
  expect(tables[0]?.notes).toEqual([
    'Weeks 2026-W46 to 2026-W47: 9 November 2026 to 22 November 2026.',
    'W46: Counted once, on 16 November 2026. The figures do not change.',
    'W47: Counted once, on 23 November 2026. The figures do not change.',
  ]);
});

describe('the full tables of four weeks', () => {
  const weeks = [-3, -2, -1, 0].map((place) => {
    const each = addWeeks(week, place);
    return figuresWith(each, 4 + place, 1, { open: cases(each, 2, 0) });
  });

  it('show the weeks beside each other, and their sum', () => {
    expect(fullWeeksTables(weeks, 'en')[0]).toMatchObject({
      columns: ['', 'W44', 'W45', 'W46', 'W47', 'Sum'],
      rows: [['All', '1', '2', '3', '4', '10']],
    });
  });

  it('do not add up what stood open at the end of each week', () => {
    expect(fullWeeksTables(weeks, 'en').at(-1)).toMatchObject({
      columns: ['', 'W44', 'W45', 'W46', 'W47'],
      rows: [['Up to 7 days', '2', '2', '2', '2']],
    });
  });
});

it.each(languages)('every row has a cell for each column (%s)', (language) => {
  const figures = figuresWith(week, 9, 3, { open: cases(week, 9, 0) });
  for (const tables of [
    fullWeekTables(figures, quiet(before), language),
    fullWeeksTables([quiet(before), figures], language),
  ]) {
    for (const { columns, rows } of tables) for (const row of rows) expect(row).toHaveLength(columns.length);
  }
});
