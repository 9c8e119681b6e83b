import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { PDFName, PDFString } from 'pdf-lib';
import { drawable, linesOf, missing } from '../../../tab/exports/pdf-text.ts';
import { anExport, anOpenedReport } from '../../support/tab/an-export.ts';
import { pdfWords } from '../../support/tab/pdf-words.ts';

describe('the PDF of an export', () => {
  it('shows every letter of Welsh, in the language of the page, with the reference and the page on each page', async () => {
    const account = Array.from({ length: 90 }, (_, place) => `${place}: gwelais ŵ, ŷ, Ŵ, Ŷ, â, ê, î, ô, û.`).join('\n');
    const { files } = await anExport((record) => ({ what: 'whole', opened: anOpenedReport(record, 'cy', account) }), {
      language: 'cy',
    });
    const { pdf, pages } = await pdfWords(files.pdf);
    expect(pages.length).toBeGreaterThan(1);
    const lines = pages.flat();
    for (const line of account.split('\n')) expect(lines).toContain(line);
    expect(lines).toContain('Yr adroddiad');
    const title = lines[0] ?? '';
    expect(title).toMatch(/^Achos \w{3}-\w{3}-\w{4}$/u);
    for (const [place, page] of pages.entries()) {
      expect(page.at(-1)).toBe(`${title}, tudalen ${place + 1} o ${pages.length}`);
    }
    expect(pdf.getTitle()).toBe(title);
    for (const page of pdf.getPages()) expect(page.getSize()).toEqual({ width: 595.28, height: 841.89 });
    expect(pdf.catalog.lookup(PDFName.of('Lang'), PDFString).asString()).toBe('cy');
  });

  it('is tagged, so that it can be read aloud, and says no time of day', async () => {
    const { files } = await anExport(() => ({ what: 'sanitised', text: 'A text.' }));
    const { pdf, pages } = await pdfWords(files.pdf);
    expect(pdf.catalog.has(PDFName.of('StructTreeRoot'))).toBe(true);
    expect(String(pdf.catalog.lookup(PDFName.of('MarkInfo')))).toContain('/Marked true');
    expect(pdf.getCreationDate()).toEqual(new Date('2026-11-25T12:00:00Z'));
    expect(pages.flat()).toEqual(expect.arrayContaining(['Sanitised text', 'A text.', 'About this file']));
    expect(pages.flat().join(' ')).not.toContain('Way of reporting');
  });

  it('says where it cannot show a character, and that the other file has it', async () => {
    const { files } = await anExport(() => ({ what: 'sanitised', text: 'Odd: 漢字' }));
    const { pages } = await pdfWords(files.pdf);
    expect(pages.flat()).toContain(`Odd: ${missing}${missing}`);
    expect(pages.flat().join(' ')).toContain('Some characters cannot be drawn here');
    expect(files.json).toContain('漢字');
  });
});

describe('text in a PDF', () => {
  const known = new Set(Array.from('abcdŵ \uFFFD', (one) => one.codePointAt(0) ?? 0));

  it('is composed, and has nothing that turns or hides words', () => {
    expect(drawable('w\u0302', known)).toBe('ŵ');
    expect(drawable('a\u202Eb\u200Bc\u0007d', known)).toBe('abcd');
    expect(drawable('a\r\nb\tc', known)).toBe('a\nb    c');
    expect(drawable('aé', known)).toBe(`a${missing}`);
  });

  it('is cut into lines that fit, and no letter is lost', () => {
    const font = { widthOfTextAtSize: (text: string) => text.length };
    fc.assert(
      fc.property(fc.stringMatching(/^[ab \n]{0,200}$/u), fc.integer({ min: 1, max: 30 }), (text, width) => {
        const lines = linesOf(text, font, 10, width);
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
        const letters = (words: string) => words.replace(/[ \n]/gu, '');
        expect(letters(lines.join('\n'))).toBe(letters(text));
      }),
    );
  });
});
