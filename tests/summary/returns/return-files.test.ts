import { describe, expect, it } from '@jest/globals';
import { array, assert, asyncProperty, constantFrom, string, tuple } from 'fast-check';
import { parseCsv } from 'hucre/csv';
import { strFromU8, unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';
import { languages } from '../../../core/model/language.ts';
import { singleLinePattern } from '../../../summary/returns/return-mapping.ts';
import { createReturnCsv, createReturnWorkbook } from '../../../summary/returns/return-files.ts';
import type { FilledReturn } from '../../../summary/returns/query-return.ts';
import { exampleReturn } from '../../support/summary/example-return.ts';
import { expectGolden } from '../../support/summary/expect-golden.ts';

const madeOn = new Date('2026-11-26T09:00:00Z');
const sheetsOf = async (filled: FilledReturn) =>
  await readWorkbook(Buffer.from(await createReturnWorkbook(filled, madeOn)));
const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes);

describe.each(languages)('the files of a return in %s', (language) => {
  it('as CSV are as they are kept, and another reader finds every figure', () => {
    const { figures, definitions } = createReturnCsv(exampleReturn(language));
    expectGolden(`return-${language}.csv`, figures);
    expectGolden(`return-${language}-definitions.csv`, definitions);
    const [codes, headings, values] = parseCsv(textOf(figures));
    const { columns } = exampleReturn(language);
    expect(codes).toEqual(columns.map(({ code }) => code));
    expect(headings).toEqual(columns.map(({ heading }) => heading));
    expect(values).toEqual(columns.map(({ value }) => String(value ?? '')));
  });

  it('as a workbook are read by another library, sheet by sheet as they are kept', async () => {
    const sheets = await sheetsOf(exampleReturn(language));
    expectGolden(`return-${language}.xlsx.json`, new TextEncoder().encode(`${JSON.stringify(sheets, undefined, 1)}\n`));
    const [figures, definitions] = sheets;
    const { columns } = exampleReturn(language);
    expect(figures?.data.at(-1)).toEqual(columns.map(({ value }) => value ?? null));
    expect(definitions?.data.slice(1, columns.length + 1).map((row) => row[2])).toEqual(
      columns.map(({ value }) => value ?? null),
    );
  });
});

describe('a heading that a spreadsheet could take for a formula', () => {
  const hostile = tuple(
    constantFrom('=', '+', '-', '@', "'=", '=cmd|', '=HYPERLINK('),
    string({ unit: 'grapheme', maxLength: 20 }),
  )
    .map((parts) => parts.join(''))
    .filter((text) => singleLinePattern.test(text));

  it('runs in no file, and is there to be read', async () => {
    await assert(
      asyncProperty(array(hostile, { minLength: 1, maxLength: 4 }), async (texts) => {
        const base = exampleReturn('en');
        const [column] = base.columns;
        if (column === undefined) throw new RangeError('no column');
        const columns = texts.map((text) => ({
          ...column,
          heading: text,
          requestedDefinition: text,
          requestedSource: text,
        }));
        const filled: FilledReturn = { ...base, name: texts[0] ?? '', head: 'heading', columns };
        const { figures, definitions } = createReturnCsv(filled);
        const cells = [figures, definitions].flatMap((file) => parseCsv(textOf(file)).flat().map(String));
        expect(cells.filter((cell) => /^[=+\-@\t\r]/u.test(cell))).toEqual([]);
        const bytes = await createReturnWorkbook(filled, madeOn);
        const parts = unzipSync(bytes);
        for (const sheet of ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml']) {
          expect(strFromU8(parts[sheet] ?? new Uint8Array())).not.toMatch(/<f[ >]/u);
        }
        const [sheet] = await readWorkbook(Buffer.from(bytes));
        expect(sheet?.data[0]).toEqual(texts);
      }),
      { numRuns: 15 },
    );
  });
});
