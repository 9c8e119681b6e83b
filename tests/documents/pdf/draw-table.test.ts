import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { readPdfFonts } from '../../../bot/runtime/pdf-fonts.ts';
import { drawBlock } from '../../../documents/pdf/draw-block.ts';
import { drawTable, type PdfTable } from '../../../documents/pdf/draw-table.ts';
import { margin, createPdfBuilder, a4Size } from '../../../documents/pdf/pdf-builder.ts';
import { parsePdf } from '../../support/tab/parse-pdf.ts';

const fonts = await readPdfFonts();
const drawn = async (table: PdfTable, linesBefore = 0) => {
  const open = createPdfBuilder(
    { language: 'en', title: 'A title', createdOn: new Date('2026-11-23T12:00:00Z') },
    fonts,
  );
  drawBlock(open, { kind: 'title', text: 'A title' });
  if (linesBefore > 0) drawBlock(open, { kind: 'text', text: 'A line.\n'.repeat(linesBefore).trim() });
  drawTable(open, table);
  drawBlock(open, { kind: 'text', text: 'The end.' });
  return open.close({ header: 'A header', footer: (page, pages) => `Page ${page} of ${pages}` });
};

describe('a table in a PDF', () => {
  it('is read aloud row by row, with headings of its columns and its rows', async () => {
    const bytes = await drawn({ columns: ['', 'Count', 'Change'], rows: [['All', '9', '-3']] });
    const { elements, unmarked } = await parsePdf(bytes);
    const row = ['Table', 'TR'];
    expect(elements).toEqual([
      { tag: 'H1', text: 'A title' },
      { tag: 'TD', within: row, text: '' },
      { tag: 'TH', within: row, text: 'Count' },
      { tag: 'TH', within: row, text: 'Change' },
      { tag: 'TH', within: row, text: 'All' },
      { tag: 'TD', within: row, text: '9' },
      { tag: 'TD', within: row, text: '-3' },
      { tag: 'P', text: 'The end.' },
    ]);
    expect(unmarked).toEqual([]);
    const source = Buffer.from(bytes).toString('latin1');
    expect(source.match(/\/Scope \/Column/gu)).toHaveLength(2);
    expect(source.match(/\/Scope \/Row/gu)).toHaveLength(1);
  });

  it('goes on on the next page with its headings drawn again, and read aloud once', async () => {
    const rows = Array.from({ length: 120 }, (_, place) => [`Row ${place}`, String(place)]);
    const { pages, elements, beside, unmarked } = await parsePdf(await drawn({ columns: ['What', 'How many'], rows }));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page.join('\n').match(/How many/gu)).toHaveLength(1);
    for (const page of beside.slice(1)) expect(page).toContain('How many');
    expect(elements.filter(({ text }) => text === 'How many')).toHaveLength(1);
    expect(elements.filter(({ text }) => text.startsWith('Row ')).map(({ text }) => text)).toEqual(
      rows.map(([label]) => label),
    );
    expect(unmarked).toEqual([]);
  });

  it('leaves its headings at the foot of no page without a row', async () => {
    for (let lines = 36; lines < 48; lines += 1) {
      const { pages } = await parsePdf(
        await drawn({ columns: ['What', 'How many'], rows: [['First row', '1']] }, lines),
      );
      const page = pages.find((one) => one.join('\n').includes('How many'));
      expect(page?.join('\n')).toContain('First row');
    }
  });

  it('has every letter of its cells, however long they are, and none beyond the margin', async () => {
    const word = fc.array(fc.constantFrom('a', 'W', 'ŵ', ' ', 'AV', '-'), { minLength: 1, maxLength: 60 });
    const text = word.map((letters) => `.${letters.join('')}.`);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text, text), { minLength: 1, maxLength: 20 }), async (rows) => {
        const { elements, right } = await parsePdf(await drawn({ columns: ['One', 'Two', 'Three'], rows }));
        const read = elements
          .filter(({ within }) => within)
          .slice(3)
          .map((one) => one.text);
        const bare = (words: string) => words.replace(/\s/gu, '');
        expect(read.map(bare).join('')).toBe(rows.flat().map(bare).join(''));
        expect(right).toBeLessThanOrEqual(a4Size[0] - margin);
      }),
      { numRuns: 25 },
    );
  });
});
