import { describe, expect, it } from '@jest/globals';
import { addWeeks, firstDayOfWeek } from '../../../core/model/calendar.ts';
import { languages } from '../../../core/model/language.ts';
import { computeWeekFigures } from '../../../summary/figures/compute-week-figures.ts';
import { createFullTables } from '../../../summary/figures/full-tables.ts';
import { toTextTables } from '../../../summary/figures/text-tables.ts';
import { parseWeekFigures, type WeekFigures } from '../../../summary/figures/week-figures.ts';
import { translate } from '../../../words/cards/translate.ts';
import { createCase } from '../../support/contracts/records.ts';
import { parseTestWeek, createWeekFigures, createOpenCases, createCountInput } from '../../support/summary/figures.ts';

const week = parseTestWeek('2026-W47');
const before = addWeeks(week, -1);
const quiet = (of = week) => createWeekFigures(of, 0, 0);
const one = (now: WeekFigures, then: WeekFigures, language: 'en' | 'cy' = 'en') =>
  toTextTables(createFullTables({ now: [now], before: [then] }, language), language);

describe('the full tables of a week', () => {
  it('show each count beside that of the week before, with the change', () => {
    const tables = one(createWeekFigures(week, 3, 2), createWeekFigures(before, 5, 5));
    expect(tables[0]).toMatchObject({
      title: 'Reports received',
      columns: ['', 'Count', 'Week before', 'Change'],
      rows: [['All', '3', '5', '-2']],
    });
    const acknowledgement = tables.find(({ title }) => title === 'Acknowledgement');
    expect(acknowledgement?.rows).toEqual([
      ['Acknowledged within the target', '2', '5', '-3'],
      ['Not acknowledged, past the target', '1', '0', '+1'],
    ]);
    expect(acknowledgement?.notes).toEqual(['Target: 3 days from the day of receipt.']);
  });

  it('list a heading that had a count in the week before, and none that had no count in either', () => {
    const crimes = [createCase({ receivedOn: firstDayOfWeek(before), kind: 'crime' })];
    const tables = one(createWeekFigures(week, 1, 1), computeWeekFigures(createCountInput(before, { cases: crimes })));
    expect(tables.find(({ title }) => title === 'Kind of concern')?.rows).toEqual([
      ['Drugs, theft, fraud or another crime', '0', '1', '-1'],
      ['No heading chosen', '1', '0', '+1'],
    ]);
  });

  it.each(languages)('say who reported only where a week has counted another way in than staff, in %s', (language) => {
    const title = translate(language, 'summary.route');
    const received = (route: 'staff' | 'hub') => [createCase({ receivedOn: firstDayOfWeek(week), route })];
    const routes = (now: WeekFigures, then: WeekFigures) =>
      one(now, then, language).find((table) => table.title === title)?.rows;
    const staff = computeWeekFigures(createCountInput(week, { cases: received('staff') }));
    const hub = computeWeekFigures(createCountInput(week, { cases: received('hub') }));
    expect(routes(staff, quiet(before))).toBeUndefined();
    expect(routes(hub, quiet(before))).toHaveLength(1);
    // A week that was frozen with it reads as it did, beside weeks without.
    const frozen = parseWeekFigures(JSON.stringify({ ...hub, week: before, countedOn: hub.countedOn }));
    expect(routes(staff, frozen)).toEqual([
      [translate(language, 'summary.staff'), '1', '0', '+1'],
      [translate(language, 'summary.hub'), '0', '1', '-1'],
    ]);
  });

  it('state a quiet week in a sentence and do not pad it', () => {
    const tables = one(quiet(), createWeekFigures(before, 1, 1));
    expect(tables.map(({ title }) => title)).toEqual([
      'Reports received',
      'Open at the end of the week',
      'Days to acknowledge',
    ]);
    expect(tables[0]?.notes[0]).toBe('No reports were received in this week.');
    expect(tables[1]).toMatchObject({ rows: [], notes: ['No cases were open.'] });
  });

  it('say that no target was set', () => {
    const figures = createWeekFigures(week, 2, 1, { limitDays: undefined });
    const acknowledgement = one(figures, quiet(before)).find(({ title }) => title === 'Acknowledgement');
    expect(acknowledgement?.rows).toEqual([
      ['Acknowledged', '1', '0', '+1'],
      ['Not acknowledged', '1', '0', '+1'],
    ]);
    expect(acknowledgement?.notes).toEqual(['No target was set.']);
  });
});

describe('the full tables of several weeks', () => {
  const weeks = (count: number, from = week) =>
    Array.from({ length: count }, (_, place) => {
      const each = addWeeks(from, place);
      return createWeekFigures(each, place + 1, 1, { open: createOpenCases(each, place + 1) });
    });
  const several = { now: weeks(4), before: weeks(4, addWeeks(week, -4)).map((each) => ({ ...each, received: 1 })) };

  it('add up what came in, beside as many weeks before', () => {
    expect(toTextTables(createFullTables(several, 'en'), 'en')[0]).toMatchObject({
      columns: ['', 'Count', 'Previous period', 'Change'],
      rows: [['All', '10', '4', '+6']],
    });
  });

  it('do not add up what stood open, but tell of the end of the last week', () => {
    const stood = createFullTables(several, 'en').filter(({ id }) => id === 'open');
    expect(toTextTables(stood, 'en')[0]).toMatchObject({
      title: 'Open at the end of the week',
      rows: [['Up to 7 days', '4', '4', '0']],
    });
  });

  it('say of each week what limit it had where they differ, and only that they do where there are many', () => {
    const limits = (count: number) =>
      weeks(count).map((each, place) => createWeekFigures(each.week, 1, 1, { limitDays: place === 0 ? undefined : 1 }));
    const notes = (count: number) =>
      createFullTables({ now: limits(count), before: [] }, 'en').find(({ id }) => id === 'acknowledgement')?.notes;
    expect(notes(2)).toEqual([
      '16 to 22 November 2026: No target was set.',
      '23 to 29 November 2026: Target: 1 day from the day of receipt.',
    ]);
    expect(notes(5)).toEqual(['The target was not the same in all of these weeks.']);
  });

  it('say from when to when they are, and when the last of them was counted', () => {
    expect(createFullTables({ now: weeks(2), before: [] }, 'en')[0]?.notes).toEqual([
      '2 weeks: 16 to 29 November 2026.',
      'Each week was counted once, the last on 30 November 2026. The figures do not change.',
    ]);
  });
});

it.each(languages)('every row has a cell for each column (%s)', (language) => {
  const figures = createWeekFigures(week, 9, 3, { open: createOpenCases(week, 9) });
  for (const { columns, rows } of one(figures, quiet(before), language)) {
    for (const row of rows) expect(row).toHaveLength(columns.length);
  }
});
