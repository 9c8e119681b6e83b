import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Audience } from '../../concerns/records/permissions.ts';
import { addDays, addWeeks, mondayOf } from '../../concerns/terms/calendar.ts';
import { type Language, languages } from '../../concerns/terms/language.ts';
import { textOf } from '../../summary/aligned-text.ts';
import { countCell } from '../../summary/cell.ts';
import { csvField, csvOf, textOfField } from '../../summary/csv.ts';
import { exported } from '../../summary/export.ts';
import { fullTables } from '../../summary/full-tables.ts';
import type { FigureTable, Summary } from '../../summary/summary.ts';
import { widerTables } from '../../summary/wider-tables.ts';
import { aWeek, cases, figuresWith } from '../support/summary/figures.ts';

const week = aWeek('2026-W47');
const figures = (place: number) =>
  figuresWith(addWeeks(week, place), 9, 3, { open: cases(addWeeks(week, place), 120, 0) });

const summaryOf = (audience: Audience, language: Language, tables: readonly FigureTable[]): Summary => ({
  audience,
  language,
  period: { kind: 'week', week },
  weeks: [week],
  asAt: addDays(mondayOf(week), 7),
  title: 'Week 2026-W47',
  head: { received: countCell(9) },
  tables,
  trend: [],
});
const full = (language: Language) => fullTables({ now: [figures(0)], before: [figures(-1)] }, language);
const summary = summaryOf('acu', 'en', full('en'));

/** Reads RFC 4180 back, as a spreadsheet would. */
function readCsv(text: string): string[][] {
  const fields = [...text.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/gu)];
  const records: string[][] = [[]];
  for (const [, field = '', end] of fields) {
    records.at(-1)?.push(field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field);
    if (end === '\r\n') records.push([]);
  }
  return records.slice(0, -1);
}

describe('a summary as text', () => {
  it.each(languages)('fits 80 columns, four weeks as well as one (%s)', (language) => {
    const four = fullTables({ now: [-3, -2, -1, 0].map(figures), before: [figures(-4)] }, language);
    for (const tables of [full(language), four, widerTables([figures(0)], language)]) {
      const lines = exported(summaryOf('acu', language, tables), 'text').split('\n');
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
    expect(textOf(tables)).toBe(
      'Title\n           One  Two\n-------------------\nFirst row    1  200\nSecond      10   +2\nA note.\n',
    );
  });
});

describe('a summary as CSV', () => {
  it('holds every cell and note, with as many fields in each record', () => {
    const records = readCsv(exported(summary, 'csv'));
    expect(new Set(records.map((record) => record.length)).size).toBe(1);
    expect(records).toContainEqual(['Reports received', 'All', '9', '9', '0']);
  });

  it('comes back as it was written, whatever a title holds', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 4 }), (cells) => {
        const safe = cells.map((cell) => `x${cell}`);
        const [, row] = readCsv(csvOf([{ title: 'x', columns: safe, rows: [safe], notes: [] }]));
        expect(row?.slice(1, safe.length + 1)).toEqual(safe);
      }),
    );
  });

  it('runs no formula in a spreadsheet', () => {
    fc.assert(
      fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n'), fc.string(), (start, rest) => {
        const text = `${start}${rest}`;
        fc.pre(!/^[+-]?\d+$/u.test(text));
        expect(readCsv(`${csvField(text)}\r\n`)[0]?.[0]?.startsWith("'")).toBe(true);
      }),
    );
    expect(csvField('-3')).toBe('-3');
    expect(csvField('+3')).toBe('+3');
  });

  it('gives back what an apostrophe was put before, whatever apostrophes it had of its own', () => {
    const start = fc.constantFrom('', "'", "''", '=', "'=", "''@", '-', "'-3", '\t', "'tis", '+3');
    fc.assert(
      fc.property(start, fc.string({ unit: 'grapheme' }), (begins, rest) => {
        const text = `${begins}${rest}`;
        const [field = ''] = readCsv(`${csvField(text)}\r\n`)[0] ?? [];
        expect(textOfField(field)).toBe(text);
      }),
    );
  });
});

it('a summary as JSON holds the tables of its audience and no other figure', () => {
  const wider = summaryOf('wider', 'en', widerTables([figuresWith(week, 3, 2)], 'en'));
  const json: unknown = JSON.parse(exported(wider, 'json'));
  expect(json).toEqual({ v: 2, ...wider, period: '2026-W47' });
  expect(JSON.stringify(json)).not.toContain('"value":3');
});
