import { describe, expect, it } from '@jest/globals';
import { addWeeks } from '../../../core/model/calendar.ts';
import { type Language, languages } from '../../../core/model/language.ts';
import { formatTables } from '../../../summary/figures/text-tables.ts';
import { formatSummaryText } from '../../../summary/files/summary-file.ts';
import { createFullTables } from '../../../summary/figures/full-tables.ts';
import { createPublicTables } from '../../../summary/disclosure-control/public-tables.ts';
import { publicSummaryFixture } from '../../support/summary/public-summary.ts';
import { exampleSummary, week } from '../../support/summary/example-summary.ts';
import { createWeekFigures, createOpenCases } from '../../support/summary/figures.ts';

const figures = (place: number) =>
  createWeekFigures(addWeeks(week, place), 9, 3, { open: createOpenCases(addWeeks(week, place), 120) });
const full = (language: Language) => createFullTables({ now: [figures(0)], before: [figures(-1)] }, language);

describe('a summary as text', () => {
  it.each(languages)('fits 80 columns, four weeks as well as one (%s)', (language) => {
    const four = createFullTables({ now: [-3, -2, -1, 0].map(figures), before: [figures(-4)] }, language);
    for (const tables of [full(language), four, createPublicTables(publicSummaryFixture([figures(0)]), language)]) {
      const lines = formatSummaryText(exampleSummary('acu', language, { tables })).split('\n');
      expect(lines.filter((line) => line.length > 80)).toEqual([]);
      expect(lines.filter((line) => line !== line.trimEnd())).toEqual([]);
    }
  });

  it('aligns its numbers', () => {
    const tables = [
      {
        title: 'Title',
        columns: ['', 'One', 'Two'],
        rows: [
          ['First row', '1', '200'],
          ['Second', '10', '+2'],
        ],
        notes: ['A note.'],
      },
    ];
    expect(formatTables(tables)).toBe(
      'Title\n           One  Two\n-------------------\nFirst row    1  200\nSecond      10   +2\nA note.\n',
    );
  });
});
