import { describe, expect, it } from '@jest/globals';
import { assert, property, string } from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';
import { readPdfFonts } from '../../../bot/runtime/pdf-fonts.ts';
import { languages } from '../../../core/model/language.ts';
import {
  escapeMarkdown,
  renderInspectionPdf,
  renderInspectionMarkdown,
  createInspectionWorkbook,
} from '../../../summary/inspection/inspection-files.ts';
import { exampleSheet } from '../../support/summary/example-sheet.ts';
import { expectGolden } from '../../support/summary/expect-golden.ts';
import { parsePdf } from '../../support/tab/parse-pdf.ts';

const madeOn = new Date('2026-11-26T09:00:00Z');
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe.each(languages)('the files of the inspector’s sheet in %s', (language) => {
  it('as text are as they are kept', () => {
    expectGolden(`inspection-${language}.txt`, bytesOf(renderInspectionMarkdown(exampleSheet(language))));
  });

  it('as a workbook are read by another library as they are kept, and run no formula', async () => {
    const bytes = await createInspectionWorkbook(exampleSheet(language), madeOn);
    const sheets = await readWorkbook(Buffer.from(bytes));
    expectGolden(`inspection-${language}.xlsx.json`, bytesOf(`${JSON.stringify(sheets, undefined, 1)}\n`));
    const parts = unzipSync(bytes);
    for (const sheet of ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml']) {
      expect(strFromU8(parts[sheet] ?? new Uint8Array())).not.toMatch(/<f[ >]/u);
    }
  });

  it('as a PDF are tagged, in their language, and hold each question and figure', async () => {
    const sheet = exampleSheet(language);
    const bytes = await renderInspectionPdf(sheet, await readPdfFonts());
    expect(Buffer.from(await renderInspectionPdf(sheet, await readPdfFonts())).equals(Buffer.from(bytes))).toBe(true);
    const read = await parsePdf(bytes);
    expect(read).toMatchObject({ isTagged: true, title: sheet.title, showsTitle: true, unmarked: [] });
    expect(read.language.slice(0, 2)).toBe(language);
    const headings = read.elements.filter(({ tag }) => tag === 'H2').map(({ text }) => text.replaceAll('\n', ' '));
    expect(headings.slice(0, 12)).toEqual(sheet.questions.map(({ number, question }) => `${number}. ${question}`));
    const all = read.elements.map(({ text }) => text.replaceAll(/\s/gu, '')).join('');
    for (const { id } of sheet.questions.flatMap(({ figures }) => figures)) expect(all).toContain(`(${id})`);
  });
});

describe('the force’s words in the text of the sheet', () => {
  it.each([
    ['# A heading', String.raw`\# A heading`],
    ['- a list', String.raw`\- a list`],
    ['1. a list', String.raw`1\. a list`],
    ['<b>tag</b> & [link](https://x)', String.raw`\<b\>tag\</b\> \& \[link\](https://x)`],
    ['| a | table |', String.raw`\| a \| table \|`],
    ['a_b*c`d`', String.raw`a\_b\*c\`d\``],
    ['===', String.raw`\===`],
    ['In 2026. Well-known.', 'In 2026. Well-known.'],
  ])('make no heading, list, link, table or tag: %j', (text, plain) => expect(escapeMarkdown(text)).toBe(plain));

  it('are read back without the marks', () => {
    assert(
      property(string(), (text) => {
        expect(escapeMarkdown(text).replaceAll(/\\([\\`*_[\]<>#|~&\-+=.)])/gu, '$1')).toBe(text);
      }),
    );
  });
});
