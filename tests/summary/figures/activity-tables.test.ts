import { describe, expect, it } from '@jest/globals';
import { addDays, addWeeks, firstDayOfWeek } from '../../../core/model/calendar.ts';
import { languages } from '../../../core/model/language.ts';
import type { CaseRecord } from '../../../core/model/case-record.ts';
import { computeWeekFigures } from '../../../summary/figures/compute-week-figures.ts';
import { figureDefinitions, figureTableIds } from '../../../summary/figures/figure-definitions.ts';
import { createFullTables } from '../../../summary/figures/full-tables.ts';
import { toTextTables } from '../../../summary/figures/text-tables.ts';
import { parseWeekFigures, type WeekFigures } from '../../../summary/figures/week-figures.ts';
import { translate } from '../../../words/cards/translate.ts';
import { createCase } from '../../support/contracts/records.ts';
import { parseTestWeek, createCountInput } from '../../support/summary/figures.ts';

const week = parseTestWeek('2026-W47');
const before = addWeeks(week, -1);

/** A week in which cases of before took these days to be triaged and closed. */
const tookDays = (of: typeof week, days: readonly number[], more: Partial<CaseRecord> = {}): WeekFigures => {
  const on = firstDayOfWeek(of);
  const cases = days.map((each) =>
    createCase({ receivedOn: addDays(on, -each), triagedOn: on, status: 'closed', closedOn: on, ...more }),
  );
  return computeWeekFigures(createCountInput(of, { cases }));
};
/** A week as it was frozen before what was done was counted. */
const asFrozenBefore = (figures: WeekFigures): WeekFigures => parseWeekFigures(JSON.stringify({ ...figures, v: 1 }));

const shown = (id: string, now: readonly WeekFigures[], then: readonly WeekFigures[]) => {
  const tables = createFullTables({ now, before: then }, 'en').filter((table) => table.id === id);
  return toTextTables(tables, 'en')[0];
};

describe('the tables of what was done', () => {
  it('tell how many there were, and within how many days half and nine in ten of them were done', () => {
    const now = tookDays(week, [1, 2, 3, 4, 5, 6, 7, 8, 9, 50]);
    expect(shown('triagedDays', [now], [tookDays(before, [4])])).toMatchObject({
      title: 'Days to triage',
      rows: [
        ['Number of cases', '10', '1', '+9'],
        ['Median, in days', '5', '4', '+1'],
        ['90th percentile, in days', '9', '4', '+5'],
      ],
      notes: [],
    });
  });

  it('give the median of all cases of several weeks, and not one of their medians', () => {
    const weeks = [tookDays(week, [1, 1, 1, 1, 1]), tookDays(addWeeks(week, 1), [30])];
    expect(shown('closedDays', weeks, [])?.rows).toEqual([
      ['Number of cases', '6', '–', '–'],
      ['Median, in days', '1', '–', '–'],
      ['90th percentile, in days', '30', '–', '–'],
    ]);
  });

  it('say what handlers chose, in their words, and list nothing that no case had', () => {
    const now = tookDays(week, [3], { nationalCategory: 'drugs', outcome: 'misconduct', flags: ['apsp'] });
    expect(shown('category', [now], [tookDays(before, [])])?.rows).toEqual([
      ['Controlled drug use and supply', '1', '0', '+1'],
    ]);
    expect(shown('outcome', [now], [tookDays(before, [])])?.rows).toHaveLength(1);
    expect(shown('flags', [now], [tookDays(before, [])])?.rows).toHaveLength(1);
    expect(shown('referral', [now], [tookDays(before, [])])).toBeUndefined();
  });

  it('have no sum where one of the weeks lacks the figure, and say until when it was not counted', () => {
    const old = asFrozenBefore(tookDays(before, [9, 9]));
    const now = tookDays(week, [3], { nationalCategory: 'drugs' });
    expect(shown('category', [old, now], [now])).toMatchObject({
      rows: [['Controlled drug use and supply', '–', '1', '–']],
      notes: ['Weeks up to 15 November 2026 were counted before this figure existed, so it is not available for them.'],
    });
    expect(shown('triagedDays', [now], [old])?.rows[0]).toEqual(['Number of cases', '1', '–', '–']);
    expect(shown('category', [old], [old])).toBeUndefined();
  });

  it('say that the longest are counted together, and how many first answers are not known', () => {
    const now = tookDays(week, [500]);
    expect(shown('closedDays', [now], [tookDays(before, [1])])?.notes).toEqual([
      'A case that took longer than 366 days counts as 366.',
    ]);
    const answered = createCase({ receivedOn: firstDayOfWeek(week), answeredOn: firstDayOfWeek(week) });
    const closed = createCase({ status: 'closed', closedOn: firstDayOfWeek(week) });
    const both = computeWeekFigures(createCountInput(week, { cases: [answered, closed] }));
    expect(shown('answeredDays', [both], [tookDays(before, [])])?.notes).toEqual([
      'Closed cases where the day of the first answer was not recorded: 1.',
    ]);
  });
});

it.each(languages)('each figure has its own definition, which stands beside its table (%s)', (language) => {
  const texts = figureTableIds.map((id) => translate(language, figureDefinitions[id].definition));
  expect(new Set(texts).size).toBe(figureTableIds.length);
  const now = tookDays(week, [3], { nationalCategory: 'drugs', outcome: 'misconduct', flags: ['apsp'] });
  for (const { id, definition } of createFullTables({ now: [now], before: [] }, language)) {
    const of = figureTableIds.find((each) => each === id);
    expect(definition).toContain(of && translate(language, figureDefinitions[of].definition));
    expect(definition).toContain(of && translate(language, figureDefinitions[of].source));
  }
});
