import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';
import { sheetNames, createWorkbook } from '../../../summary/files/workbook.ts';

const aBook = (rows: readonly (readonly (string | number | undefined)[])[]) =>
  createWorkbook({
    title: 'A book',
    language: 'en',
    madeOn: new Date('2026-11-23T12:00:00Z'),
    sheets: [{ title: 'One', columns: [{ title: 'Text', width: 20 }], rows }],
  });
const read = async (bytes: Uint8Array) => readWorkbook(Buffer.from(bytes));

describe('a workbook', () => {
  it('comes back in another library as it was written, and runs no formula', async () => {
    const text = fc
      .tuple(fc.constantFrom('', '=', '+', '-', '@', "'", '_x0041_', '\t='), fc.string({ unit: 'grapheme' }))
      .map(([start, rest]) => `x${start}${rest}`.slice(start === '' ? 0 : 1))
      // XML has no such characters, and a line break is one character in it.
      .filter((one) => one.trim() !== '' && one === one.trim() && !/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(one));
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 5 }), async (texts) => {
        const bytes = await aBook(texts.map((one) => [one, -3]));
        const [sheet] = await read(bytes);
        expect(sheet?.data.slice(1)).toEqual(texts.map((one) => [one, -3]));
        expect(strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).not.toMatch(/<f[ >]/u);
      }),
      { numRuns: 50 },
    );
  });

  it('keeps text as text also when somebody types into its cell', async () => {
    const parts = unzipSync(await aBook([['=1+1', 2]]));
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    const styles = strFromU8(parts['xl/styles.xml'] ?? new Uint8Array());
    const style = Number(/<c r="A2" t="s" s="(\d+)">/u.exec(sheet)?.[1]);
    const format = [...styles.slice(styles.indexOf('<cellXfs')).matchAll(/<xf numFmtId="(\d+)"/gu)][style]?.[1];
    expect(styles).toContain(`<numFmt numFmtId="${format}" formatCode="@"/>`);
  });

  it('is equal for equal books, to the byte', async () => {
    const [one, other] = await Promise.all([aBook([['a', 1]]), aBook([['a', 1]])]);
    expect(Buffer.from(one).equals(other)).toBe(true);
  });

  it('keeps its headings in sight, and on each page that is printed', async () => {
    const parts = unzipSync(await aBook([['a']]));
    expect(strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).toContain('state="frozen"');
    expect(strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array())).toContain('_xlnm.Print_Titles');
  });
});

describe('the names of sheets', () => {
  it('are such as Excel takes, and no two alike', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 50 }), { minLength: 1, maxLength: 12 }),
        (titles) => {
          const names = sheetNames(titles);
          expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(titles.length);
          for (const name of names) {
            expect(name.length).toBeGreaterThan(0);
            expect(name.length).toBeLessThanOrEqual(31);
            expect(name).not.toMatch(/[\\/?*[\]:]|^'|'$/u);
          }
        },
      ),
    );
  });

  it('stay as they are where they may', () => {
    expect(sheetNames(['Kind of concern', 'Math o bryder'])).toEqual(['Kind of concern', 'Math o bryder']);
    expect(sheetNames(['In/out', 'In:out'])).toEqual(['In out', 'In out 2']);
  });
});
