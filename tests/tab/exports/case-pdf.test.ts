import { describe, expect, it, jest } from '@jest/globals';
import * as fc from 'fast-check';
import { PDFDocument } from 'pdfkit';
import { renderCasePdf } from '../../../tab/exports/case-pdf.ts';
import type { PdfBlock } from '../../../documents/pdf/draw-block.ts';
import { toDrawableText, replacementCharacter } from '../../../documents/pdf/pdf-builder.ts';
import { createExport, createDecryptedReport, fonts } from '../../support/tab/case-export.ts';
import { parsePdf } from '../../support/tab/parse-pdf.ts';

const aPdf = async (...blocks: readonly PdfBlock[]) =>
  renderCasePdf(
    {
      language: 'en',
      title: 'A title',
      header: 'A header',
      blocks,
      footer: 'Page {page} of {pages}',
      incomplete: 'Incomplete.',
      createdOn: new Date('2026-11-25T12:00:00Z'),
    },
    fonts,
  );

describe('the PDF of an export', () => {
  it('measures each letter of a long word a bounded number of times', async () => {
    const measured = async (letters: number): Promise<number> => {
      const measure = jest.spyOn(PDFDocument.prototype, 'widthOfString');
      const { pages } = await parsePdf(await aPdf({ kind: 'text', text: 'x'.repeat(letters) }));
      expect(pages.flat().join('').replaceAll(/[^x]/gu, '').length).toBe(letters);
      const sum = measure.mock.calls.reduce((before, [text]) => before + text.length, 0);
      measure.mockRestore();
      return sum;
    };
    // Twice the word is twice the work, and not four times.
    expect((await measured(16_000)) / (await measured(8_000))).toBeLessThan(2.2);
  });

  it('shows every letter of Welsh, in the language of the page, with the reference and the page on each page', async () => {
    const account = Array.from({ length: 90 }, (_, place) => `${place}: gwelais ŵ, ŷ, Ŵ, Ŷ, â, ê, î, ô, û.`).join('\n');
    const { files } = await createExport(
      (record) => ({ what: 'whole', opened: createDecryptedReport(record, 'cy', account) }),
      {
        language: 'cy',
      },
    );
    const { pages, title: named, sizes, language } = await parsePdf(files.pdf);
    expect(pages.length).toBeGreaterThan(1);
    const lines = pages.flat();
    for (const line of account.split('\n')) expect(lines).toContain(line);
    expect(lines).toContain('Yr adroddiad');
    const title = lines[0] ?? '';
    expect(title).toMatch(/^Achos \w{3}-\w{3}-\w{4}$/u);
    for (const [place, page] of pages.entries()) {
      expect(page).toContain('CYFAN: gall hwn ddangos pwy roddodd wybod');
      expect(page.at(-1)).toBe(`${title}, tudalen ${place + 1} o ${pages.length}`);
    }
    expect(named).toBe(title);
    for (const size of sizes) expect(size).toEqual([0, 0, 595.28, 841.89]);
    expect(language).toBe('cy');
  });

  it.each([
    ['en', 'SANITISED: ', 'WHOLE: '],
    ['cy', 'WEDI’I LANHAU: ', 'CYFAN: '],
  ] as const)('says at the head of every page in %s which kind of export it is', async (language, sanitised, whole) => {
    const long = 'A line that fills the page.\n'.repeat(120);
    const files = await Promise.all([
      createExport(() => ({ what: 'sanitised', text: long }), { language }),
      createExport((record) => ({ what: 'whole', opened: createDecryptedReport(record, 'en', long) }), { language }),
    ]);
    const [one, other] = await Promise.all(files.map((made) => parsePdf(made.files.pdf)));
    for (const [read, mark, notThis] of [
      [one, sanitised, whole],
      [other, whole, sanitised],
    ] as const) {
      expect(read?.pages.length).toBeGreaterThan(1);
      for (const page of read?.pages ?? []) {
        expect(page.filter((line) => line.startsWith(mark))).toHaveLength(1);
        expect(page.filter((line) => line.startsWith(notThis))).toEqual([]);
      }
    }
  });

  it('is tagged, so that it can be read aloud, and says no time of day', async () => {
    const { files } = await createExport(() => ({ what: 'sanitised', text: 'A text.' }));
    const { pages, isTagged, showsTitle, elements, unmarked, createdOn } = await parsePdf(files.pdf);
    expect([isTagged, showsTitle]).toEqual([true, true]);
    expect(elements.slice(0, 3).map(({ tag }) => tag)).toEqual(['H1', 'P', 'H2']);
    expect(elements).toContainEqual({ tag: 'P', language: undefined, text: 'A text.' });
    expect(unmarked).toEqual([]);
    expect(createdOn).toBe('D:20261125120000Z');
    expect(pages.flat()).toEqual(expect.arrayContaining(['Sanitised text', 'A text.', 'About this file']));
    expect(pages.flat().join(' ')).not.toContain('Way of reporting');
  });

  it('says where it cannot show a character, and that the other file has it', async () => {
    const { files } = await createExport(() => ({ what: 'sanitised', text: 'Odd: 漢字' }));
    const { pages } = await parsePdf(files.pdf);
    expect(pages.flat()).toContain(`Odd: ${replacementCharacter}${replacementCharacter}`);
    expect(pages.flat().join(' ')).toContain('Some characters cannot be shown here');
    expect(files.json).toContain('漢字');
  });
});

describe('what a PDF says when it is read aloud', () => {
  it('has headings in their order and each paragraph by itself, in the language it was written in', async () => {
    const { elements, beside, unmarked } = await parsePdf(
      await aPdf(
        { kind: 'title', text: 'Case' },
        { kind: 'heading', text: 'The report' },
        { kind: 'label', text: 'Beth ddigwyddodd?', language: 'cy' },
        { kind: 'text', text: 'Un.\n\nDau.', language: 'cy' },
      ),
    );
    expect(elements).toEqual([
      { tag: 'H1', language: undefined, text: 'Case' },
      { tag: 'H2', language: undefined, text: 'The report' },
      { tag: 'H3', language: 'cy', text: 'Beth ddigwyddodd?' },
      { tag: 'P', language: 'cy', text: 'Un.' },
      { tag: 'P', language: 'cy', text: 'Dau.' },
    ]);
    expect(beside).toEqual(['A header\nPage 1 of 1']);
    expect(unmarked).toEqual([]);
  });

  it('goes on on the next page, and leaves no heading alone at the foot of a page', async () => {
    const words = Array.from({ length: 300 }, (_, place) => `word-${place}`).join(' ');
    const lines = (count: number) => Array.from({ length: count }, () => 'A line.').join('\n');
    for (let count = 44; count < 50; count += 1) {
      const { pages, elements } = await parsePdf(
        await aPdf(
          { kind: 'text', text: lines(count) },
          { kind: 'label', text: 'A label' },
          { kind: 'text', text: words },
        ),
      );
      expect(pages.find((page) => page.includes('A label'))?.join(' ')).toContain('word-10');
      expect(elements.at(-1)?.tag).toBe('P');
      expect(
        elements
          .map(({ text }) => text)
          .join(' ')
          .match(/word-\d+/gu)
          ?.join(' '),
      ).toBe(words);
    }
  });

  it('is equal for equal words, to the byte', async () => {
    const one = { kind: 'text', text: 'One.' } as const;
    expect(Buffer.from(await aPdf(one)).equals(await aPdf(one))).toBe(true);
  });

  it('has every letter of words that are longer than a line, and none beyond the margin', async () => {
    const text = fc.array(fc.constantFrom('a', 'W', 'ŵ', '😀', ' ', ' ', '\n', 'AV', 'fi'), { maxLength: 400 });
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 0, max: 200 }), async (letters, long) => {
        const written = `${letters.join('')}${'😀'.repeat(long)}${'ŵ'.repeat(long)}`;
        const { elements, right } = await parsePdf(await aPdf({ kind: 'text', text: `.${written}` }));
        const read = elements.map(({ text: one }) => one).join('');
        expect(read.replace(/\s/gu, '')).toBe(`.${written}`.replace(/\s/gu, ''));
        expect(right).toBeLessThanOrEqual(595.28 - 56);
      }),
      { numRuns: 25 },
    );
  });
});

describe('text in a PDF', () => {
  const known = new Set(Array.from('abcdŵ \uFFFD', (one) => one.codePointAt(0)));
  const has = (codePoint: number) => known.has(codePoint);

  it('is composed, and has nothing that turns or hides words', () => {
    expect(toDrawableText('w\u0302', has)).toBe('ŵ');
    expect(toDrawableText('a\u202Eb\u200Bc\u0007d', has)).toBe('abcd');
    expect(toDrawableText('a\r\nb\tc', has)).toBe('a\nb    c');
    expect(toDrawableText('aé', has)).toBe(`a${replacementCharacter}`);
  });

  it.each([
    ['letters', 'x'],
    ['marks', '\u0301'],
    ['letters with marks', 'x\u0301\u0323'],
  ])('has places to break in a word of %s, since a font takes the square of its length for it', (_, letter) => {
    const drawn = toDrawableText(letter.repeat(30_000), () => true);
    expect(Math.max(...drawn.split('\u200B').map(({ length }) => length))).toBeLessThanOrEqual(1_020);
    expect(drawn.replaceAll('\u200B', '')).toBe(letter.repeat(30_000).normalize('NFC'));
  });

  it('shows pictures, and no letter that could be cut in half', () => {
    expect(toDrawableText('😀𝔸', () => true)).toBe(`😀${replacementCharacter}`);
  });
});
