import { create } from 'fontkit';
import { PDFDocument, type StructureElement } from 'pdfkit';
import { toBytes } from 'pdfkit/output';
import type { Language } from '../../core/model/language.ts';

export interface PdfFonts {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}

interface PdfMetadata {
  readonly language: Language;
  readonly title: string;
  readonly createdOn: Date;
  readonly landscape?: boolean;
}

interface PdfHeaderFooter {
  readonly header: string;
  readonly footer: (page: number, pages: number) => string;
}

export interface PdfBuilder {
  readonly pdf: PDFDocument;
  /** Only characters that the font can draw. */
  readonly toDrawable: (words: string) => string;
  /** Adds an element after all that is read aloud so far. */
  readonly add: (element: StructureElement) => void;
  /** Begins a new page if fewer points are left; returns whether it did. */
  readonly ensureSpace: (points: number) => boolean;
  readonly close: (edges: PdfHeaderFooter) => Promise<Uint8Array>;
}

/** A4 in points. */
export const a4Size = [595.28, 841.89] as const;
export const margin = 56;
export const columnWidth = a4Size[0] - 2 * margin;
export const locales: Readonly<Record<Language, string>> = { en: 'en-GB', cy: 'cy' };

/** A4, tagged, one column, fonts embedded. Equal words give equal bytes. Throws on a damaged font. */
export function createPdfBuilder(
  { language, title, createdOn, landscape = false }: PdfMetadata,
  fonts: PdfFonts,
): PdfBuilder {
  const regular = create(fonts.regular);
  const toDrawable = (words: string) => toDrawableText(words, (one) => regular.hasGlyphForCodePoint(one));
  const pdf = new PDFDocument({
    size: landscape ? [a4Size[1], a4Size[0]] : a4Size,
    margin,
    font: null,
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: locales[language],
    info: { Title: title, Producer: 'Candour', Creator: 'Candour', CreationDate: createdOn, ModDate: createdOn },
  });
  const bytes = toBytes(pdf);
  pdf.registerFont('regular', regular).registerFont('bold', create(fonts.bold));
  const whole = pdf.struct('Document');
  pdf.addStructure(whole);
  return {
    pdf,
    toDrawable,
    add: (element) => whole.add(element),
    ensureSpace: (points) => {
      const isFull = pdf.y + points > pdf.page.maxY();
      if (isFull) pdf.addPage();
      return isFull;
    },
    close: ({ header, footer }) => {
      whole.end();
      const { count } = pdf.bufferedPageRange();
      for (let place = 0; place < count; place += 1) {
        pdf.switchToPage(place);
        const beside = { lineBreak: false, baseline: 'alphabetic' } as const;
        pdf.markContent('Artifact', { type: 'Pagination' });
        pdf.font('bold', 9).text(toDrawable(header), margin, margin / 2 + 9, beside);
        pdf.font('regular', 8).text(toDrawable(footer(place + 1, count)), margin, pdf.page.height - margin / 2, beside);
        pdf.endMarkedContent();
      }
      pdf.end();
      return bytes;
    },
  };
}

/** For a missing character. */
export const replacementCharacter = '\uFFFD';

/**
 * Breaks words longer than any real one: pdfkit measured 32,000 letters for 38 seconds. Marks stay with their letter,
 * up to 20: 32,000 on one letter took four seconds.
 */
const breakLongWord = (text: string): string => text.replace(/\S{1000}\p{M}{0,20}(?=\S)/gu, '$&\u200B');

/**
 * Composed letters (ŵ is one), tabs as spaces, no direction marks. Missing characters become U+FFFD, and so do pairs of
 * units that are no picture, such as 𝔸: pdfkit may cut a long word inside one.
 */
export function toDrawableText(text: string, hasGlyph: (codePoint: number) => boolean): string {
  const composed = text
    .normalize('NFC')
    .replaceAll('\t', '    ')
    .replace(/\r\n|[\r\u0085\u2028\u2029]/gu, '\n')
    .replace(/[^\P{Cc}\n]|[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu, '');
  const isWhole = (one: string): boolean => one.length === 1 || /\p{Extended_Pictographic}/u.test(one);
  return breakLongWord(
    composed.replace(/[^\n]/gu, (one) =>
      isWhole(one) && hasGlyph(one.codePointAt(0) ?? 0) ? one : replacementCharacter,
    ),
  );
}
