import { describe, expect, it } from '@jest/globals';
import { languages } from '../../../core/model/language.ts';
import { formatCsv } from '../../../summary/files/csv.ts';
import { createFigureRecords } from '../../../summary/files/figure-records.ts';
import { exampleSummary, quietSummary } from '../../support/summary/example-summary.ts';
import { parseCsvRows } from '../../support/summary/parse-csv.ts';

/** The places of what is the same in every language: all but words. */
const ids = [0, 1, 2, 3, 4, 5, 7, 9, 11, 12];

describe('the tidy table of a summary', () => {
  it('has a record for each main figure, each cell of each table and each week of the trend', () => {
    const summary = exampleSummary('acu', 'en');
    const cells = summary.tables.reduce(
      (sum, { rows }) => sum + rows.reduce((all, row) => all + row.cells.length, 0),
      0,
    );
    const records = createFigureRecords(summary);
    expect(records).toHaveLength(1 + 4 + cells + 2 * 13);
    expect(new Set(records.map((record) => record.length))).toEqual(new Set([15]));
  });

  it('tells no two figures by the same names', () => {
    const names = createFigureRecords(exampleSummary('acu', 'en')).map((record) =>
      [record[5], record[7], record[9]].join('/'),
    );
    expect(new Set(names).size).toBe(names.length);
  });

  it('says the same in both languages, beside its words', () => {
    const [english, welsh] = languages.map((language) =>
      createFigureRecords(exampleSummary('wider', language))
        .slice(1)
        .map((record) => ids.map((place) => record[place])),
    );
    expect(english).toEqual(welsh);
  });

  it('gives each week of the trend its own days, and the rest those of the period', () => {
    const records = createFigureRecords(exampleSummary('acu', 'en'));
    expect(records.at(1)?.slice(0, 4)).toEqual(['2026-W47', '2026-11-16', '2026-11-22', '2026-11-23']);
    expect(records.at(-13)?.slice(0, 4)).toEqual(['2026-W35', '2026-08-24', '2026-08-30', '2026-11-23']);
  });

  it('has no value where there is none or it is hidden, and says which', () => {
    const wider = createFigureRecords(exampleSummary('wider', 'en'));
    for (const [value, state] of wider.slice(1).map((record) => [record[11], record[12]] as const)) {
      expect(['rounded', 'hidden', 'none']).toContain(state);
      expect(value !== '').toBe(state === 'rounded');
    }
  });

  it('keeps the sentence of a table that has no rows', () => {
    const records = createFigureRecords(quietSummary('acu', 'en'));
    expect(records.at(-1)?.slice(11)).toEqual([
      '',
      'none',
      'Reports that came in the week. Source: the day of receipt.',
      'No reports were received in this week.',
    ]);
  });

  it('holds numbers that a spreadsheet reads as numbers, below nought as well', () => {
    const text = formatCsv(createFigureRecords(exampleSummary('acu', 'en')));
    const change = parseCsvRows(text).find((record) => record[5] === 'head' && record[7] === 'change');
    expect(change?.[11]).toBe('-3');
  });
});
