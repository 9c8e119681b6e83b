import { describe, expect, it } from '@jest/globals';
import { addWeeks, mondayOf } from '../../../core/model/calendar.ts';
import { languages } from '../../../core/model/language.ts';
import { figuresOf } from '../../../summary/figures/count-week.ts';
import { fullTables } from '../../../summary/figures/full-tables.ts';
import { plainTables } from '../../../summary/figures/text-tables.ts';
import { readFigures, type WeekFigures } from '../../../summary/figures/week-figures.ts';
import { say } from '../../../words/cards/translate.ts';
import { aCase } from '../../support/contracts/records.ts';
import { aWeek, figuresWith, openCases, toCount } from '../../support/summary/figures.ts';

const week = aWeek('2026-W47');
const before = addWeeks(week, -1);
const quiet = (of = week) => figuresWith(of, 0, 0);
const one = (now: WeekFigures, then: WeekFigures, language: 'en' | 'cy' = 'en') =>
  plainTables(fullTables({ now: [now], before: [then] }, language), language);

describe('the full tables of a week', () => {
  it('show each count beside that of the week before, with the change', () => {
    const tables = one(figuresWith(week, 3, 2), figuresWith(before, 5, 5));
    expect(tables[0]).toMatchObject({
      title: 'Reports received',
      columns: ['', 'Count', 'Week before', 'Change'],
      rows: [['All', '3', '5', '-2']],
    });
    const acknowledgement = tables.find(({ title }) => title === 'Acknowledgement');
    expect(acknowledgement?.rows).toEqual([
      ['Acknowledged within the target', '2', '5', '-3'],
      ['Not acknowledged, target passed', '1', '0', '+1'],
    ]);
    expect(acknowledgement?.notes).toEqual(['Target: 3 days from the day of receipt.']);
  });

  it('list a heading that had a count in the week before, and none that had no count in either', () => {
    const crimes = [aCase({ receivedOn: mondayOf(before), kind: 'crime' })];
    const tables = one(figuresWith(week, 1, 1), figuresOf(toCount(before, { cases: crimes })));
    expect(tables.find(({ title }) => title === 'Kind of concern')?.rows).toEqual([
      ['Drugs, theft, fraud or another crime', '0', '1', '-1'],
      ['No heading chosen', '1', '0', '+1'],
    ]);
  });

  it.each(languages)('say who reported only where a week has counted another way in than staff, in %s', (language) => {
    const title = say(language, 'summary.route');
    const received = (route: 'staff' | 'hub') => [aCase({ receivedOn: mondayOf(week), route })];
    const routes = (now: WeekFigures, then: WeekFigures) =>
      one(now, then, language).find((table) => table.title === title)?.rows;
    const staff = figuresOf(toCount(week, { cases: received('staff') }));
    const hub = figuresOf(toCount(week, { cases: received('hub') }));
    expect(routes(staff, quiet(before))).toBeUndefined();
    expect(routes(hub, quiet(before))).toHaveLength(1);
    // A week that was frozen with it reads as it did, beside weeks without.
    const frozen = readFigures(JSON.stringify({ ...hub, week: before, countedOn: hub.countedOn }));
    expect(routes(staff, frozen)).toEqual([
      [say(language, 'summary.staff'), '1', '0', '+1'],
      [say(language, 'summary.hub'), '0', '1', '-1'],
    ]);
  });

  it('state a quiet week in a sentence and do not pad it', () => {
    const tables = one(quiet(), figuresWith(before, 1, 1));
    expect(tables.map(({ title }) => title)).toEqual([
      'Reports received',
      'Open at the end of the week',
      'Days to acknowledge',
    ]);
    expect(tables[0]?.notes[0]).toBe('No reports were received in this week.');
    expect(tables[1]).toMatchObject({ rows: [], notes: ['No cases were open.'] });
  });

  it('say that no target was set', () => {
    const figures = figuresWith(week, 2, 1, { limitDays: undefined });
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
      return figuresWith(each, place + 1, 1, { open: openCases(each, place + 1) });
    });
  const several = { now: weeks(4), before: weeks(4, addWeeks(week, -4)).map((each) => ({ ...each, received: 1 })) };

  it('add up what came in, beside as many weeks before', () => {
    expect(plainTables(fullTables(several, 'en'), 'en')[0]).toMatchObject({
      columns: ['', 'Count', 'Period before', 'Change'],
      rows: [['All', '10', '4', '+6']],
    });
  });

  it('do not add up what stood open, but tell of the end of the last week', () => {
    const stood = fullTables(several, 'en').filter(({ id }) => id === 'open');
    expect(plainTables(stood, 'en')[0]).toMatchObject({
      title: 'Open at the end of the week',
      rows: [['Up to 7 days', '4', '4', '0']],
    });
  });

  it('say of each week what limit it had where they differ, and only that they do where there are many', () => {
    const limits = (count: number) =>
      weeks(count).map((each, place) => figuresWith(each.week, 1, 1, { limitDays: place === 0 ? undefined : 1 }));
    const notes = (count: number) =>
      fullTables({ now: limits(count), before: [] }, 'en').find(({ id }) => id === 'acknowledgement')?.notes;
    expect(notes(2)).toEqual(['W47: No target was set.', 'W48: Target: 1 day from the day of receipt.']);
    expect(notes(5)).toEqual(['The target was not the same in all of these weeks.']);
  });

  it('say from when to when they are, and when the last of them was counted', () => {
    expect(fullTables({ now: weeks(2), before: [] }, 'en')[0]?.notes).toEqual([
      'Weeks 2026-W47 to 2026-W48: 16 November 2026 to 29 November 2026.',
      'Each week was counted once, the last on 30 November 2026. The figures do not change.',
    ]);
  });
});

it.each(languages)('every row has a cell for each column (%s)', (language) => {
  const figures = figuresWith(week, 9, 3, { open: openCases(week, 9) });
  for (const { columns, rows } of one(figures, quiet(before), language)) {
    for (const row of rows) expect(row).toHaveLength(columns.length);
  }
});
