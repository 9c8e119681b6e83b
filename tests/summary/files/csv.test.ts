import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { formatCsvField, encodeCsv, formatCsv, unescapeCsvField } from '../../../summary/files/csv.ts';
import { parseCsvRows } from '../../support/summary/parse-csv.ts';

describe('records as CSV', () => {
  it('come back as they were written, whatever they hold', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 4 }), (cells) => {
        const safe = cells.map((cell) => `x${cell}`);
        expect(parseCsvRows(formatCsv([safe]))).toEqual([safe]);
      }),
    );
  });

  it('run no formula in a spreadsheet', () => {
    fc.assert(
      fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n'), fc.string(), (start, rest) => {
        const text = `${start}${rest}`;
        fc.pre(!/^[+-]?\d+$/u.test(text));
        expect(parseCsvRows(`${formatCsvField(text)}\r\n`)[0]?.[0]?.startsWith("'")).toBe(true);
      }),
    );
    expect(formatCsvField('-3')).toBe('-3');
    expect(formatCsvField('+3')).toBe('+3');
  });

  it('give back what an apostrophe was put before, whatever apostrophes it had of its own', () => {
    const start = fc.constantFrom('', "'", "''", '=', "'=", "''@", '-', "'-3", '\t', "'tis", '+3');
    fc.assert(
      fc.property(start, fc.string({ unit: 'grapheme' }), (begins, rest) => {
        const text = `${begins}${rest}`;
        const [field = ''] = parseCsvRows(`${formatCsvField(text)}\r\n`)[0] ?? [];
        expect(unescapeCsvField(field)).toBe(text);
      }),
    );
  });

  it('begin with the mark by which Excel knows UTF-8, as a file', () => {
    expect([...encodeCsv([['ŵ']])]).toEqual([0xef, 0xbb, 0xbf, 0xc5, 0xb5, 0x0d, 0x0a]);
  });
});
