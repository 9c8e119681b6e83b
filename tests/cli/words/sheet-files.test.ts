import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import {
  columnHeadings,
  parseSheetRows,
  type SheetTable,
  parseCsvTable,
  parseXlsxTable,
  renderXlsx,
} from '../../../cli/words/word-sheet.ts';
import { encodeCsv } from '../../../summary/files/csv.ts';

const above = Object.values(columnHeadings);
const numRuns = process.env['SLOW'] ? 500 : 40;
/** Cells that spreadsheets are known to change, and any others. */
const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '=1+1',
    '+44 1633',
    '-5',
    '@x',
    "'=1",
    "''@",
    '007',
    '1e5',
    '_x0041_',
    '"',
    'a;b',
    'a,b',
    'a\tb',
    'a\nb',
  ),
  fc.constantFrom(
    'ŵ ŷ',
    'Mae’n “iawn” – ie',
    ' o flaen',
    'ar ôl ',
    '<b>&amp;</b>',
    ']]>',
    'TRUE',
    '12/11',
    '#NAME?',
    '😀',
  ),
);
const tables = fc
  .array(fc.array(cell, { minLength: above.length, maxLength: above.length }), { maxLength: 6 })
  .map((rows): SheetTable => [above, ...rows]);

describe('a sheet as CSV', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(tables, (table) => {
        expect(parseCsvTable(encodeCsv(table))).toEqual(table);
      }),
      { numRuns },
    );
  });

  it('says that it is UTF-8, and runs no formula', () => {
    const bytes = encodeCsv([above, ['=1+1', '@x', 'ŵ']]);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes)).toContain("'=1+1,'@x,ŵ");
  });

  const lines = [above, ['words/cards/a.ts', 'a.b', '', '', 'One', 'Un; “dau”', '', 'ŵy', '', 'c1']];
  const joined = (separator: string, end: string): string =>
    lines.map((line) => line.map((one) => (one.includes(separator) ? `"${one}"` : one)).join(separator)).join(end);
  const wide = (text: string): Uint8Array => Buffer.from(`\uFEFF${text}`, 'utf16le');

  it.each([
    ['with semicolons, as where a comma is a decimal', Buffer.from(joined(';', '\r\n'))],
    ['with tabs in UTF-16, as “Unicode text”', wide(joined('\t', '\r\n'))],
    ['in UTF-16 with its other byte first', Buffer.from(wide(joined(',', '\n'))).swap16()],
    ['behind a line that names the separator', Buffer.from(`\uFEFFsep=;\r\n${joined(';', '\r\n')}`)],
    ['with the line ends of an old Mac', Buffer.from(joined(',', '\r'))],
    ['with an end to its last line', Buffer.from(`${joined(',', '\n')}\n`)],
  ])('is read %s', (_, bytes) => {
    expect(parseSheetRows(parseCsvTable(bytes))).toEqual([
      {
        number: 2,
        file: 'words/cards/a.ts',
        key: 'a.b',
        english: 'One',
        welsh: 'Un; “dau”',
        correction: 'ŵy',
        remark: '',
        check: 'c1',
      },
    ]);
  });

  it.each([
    [
      'Windows’ own encoding, which has no ŵ',
      Buffer.from(joined(',', '\n').replaceAll('“', '\x93'), 'latin1'),
      'UTF-8',
    ],
    ['another table', Buffer.from('a,b\n1,2\n'), 'headings'],
    ['nothing', Buffer.from(''), 'headings'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47]), 'UTF-8'],
  ])('is refused as %s', (_, bytes, word) => {
    expect(() => parseCsvTable(bytes)).toThrow(word);
  });
});

describe('a sheet as a workbook', () => {
  it('comes back as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (table) => {
        // Workbooks are XML, which has no place for these.
        fc.pre(table.every((row) => row.every((text) => !/[^\t\r\n\P{Cc}]|[\ufffe\uffff]/u.test(text))));
        const back = await parseXlsxTable(await renderXlsx(table));
        expect(back.map((row) => above.map((__, place) => row[place] ?? ''))).toEqual(table);
      }),
      { numRuns },
    );
  });

  it('is the sheet that has the headings, wherever it is', async () => {
    const other = { name: 'Notes', rows: [['Hello']] };
    const words = { name: 'Words', rows: [above.toReversed(), ['c1', 'Sylw', 'Un arall', '', 'Un', 'One']] };
    const table = await parseXlsxTable(await writeXlsx({ sheets: [other, words] }));
    expect(parseSheetRows(table)).toMatchObject([
      { number: 2, english: 'One', correction: 'Un arall', remark: 'Sylw' },
    ]);
  });

  it('has the comments at its cells among the remarks', async () => {
    const row = above.map((heading) => (heading === columnHeadings.remark ? 'Sylw' : 'x'));
    const cells = new Map([['1,5', { comment: { text: 'Sylw arall' } }]]);
    const table = await parseXlsxTable(await writeXlsx({ sheets: [{ name: 'a', rows: [above, row], cells }] }));
    expect(parseSheetRows(table)[0]?.remark).toBe('Sylw Sylw arall');
    expect(parseSheetRows(table)[0]?.correction).toBe('x');
  });

  it.each([
    ['no workbook', Buffer.from('PK no archive'), 'workbook'],
    ['two sheets of words', writeXlsx({ sheets: ['a', 'b'].map((name) => ({ name, rows: [above] })) }), 'two files'],
    ['a workbook without the headings', writeXlsx({ sheets: [{ name: 'a', rows: [['b']] }] }), 'headings'],
    [
      'a cell with a formula',
      writeXlsx({ sheets: [{ name: 'a', rows: [above], cells: new Map([['3,7', { formula: '1+1' }]]) }] }),
      'Row 4 holds a formula',
    ],
  ])('is refused as %s', async (_, bytes, word) => {
    await expect(parseXlsxTable(await bytes)).rejects.toThrow(word);
  });
});

describe('the rows of a sheet', () => {
  it('are those that hold something, by their numbers in the sheet', () => {
    const row = (key: string): readonly string[] => above.map((heading) => (heading === columnHeadings.key ? key : ''));
    expect(parseSheetRows([above, row('a'), row(' '), row('b')]).map(({ number, key }) => [number, key])).toEqual([
      [2, 'a'],
      [4, 'b'],
    ]);
  });

  it('are refused where a column is missing, which is named', () => {
    const without = above.filter((heading) => heading !== columnHeadings.check);
    expect(() => parseSheetRows([without])).toThrow('lacks “Check”');
  });

  it('have letters put together in one way', () => {
    const table = [above, above.map((heading) => (heading === columnHeadings.correction ? ' w\u0302y\r\nb ' : 'x'))];
    expect(parseSheetRows(table)[0]?.correction).toBe('ŵy\nb');
  });
});
