import { create } from 'fontkit';
import { PDFDocument } from 'pdfkit';
import { toBytes } from 'pdfkit/output';
import type { Language } from '../../concerns/terms/language.ts';
import type { PdfBlock } from './pdf-blocks.ts';
import { drawable, missing } from './pdf-text.ts';

export interface PdfFonts {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}

/** The text of a PDF. */
export interface PdfText {
  readonly language: Language;
  readonly title: string;
  readonly blocks: readonly PdfBlock[];
  /** Stands at the head of every page: what kind of export it is. */
  readonly header: string;
  /** Stands at the foot of every page. */
  readonly footer: (page: number, pages: number) => string;
  /** Stands at the end where the font has not every character. */
  readonly incomplete: string;
  /** When the file says that it was made. */
  readonly madeOn: Date;
}

// A4 in points, as everything below.
const paper = [595.28, 841.89] as const;
const margin = 56;
const styles = {
  title: { size: 18, before: 0, tag: 'H1', font: 'bold' },
  heading: { size: 13, before: 16, tag: 'H2', font: 'bold' },
  label: { size: 10, before: 8, tag: 'H3', font: 'bold' },
  text: { size: 10, before: 4, tag: 'P', font: 'regular' },
} as const;
const locales: Readonly<Record<Language, string>> = { en: 'en-GB', cy: 'cy' };

/** A PDF to read: A4, tagged, in one column, with the fonts inside. Equal for equal words. Throws on a damaged font. */
export async function casePdf(text: PdfText, fonts: PdfFonts): Promise<Uint8Array> {
  const { title, language, madeOn } = text;
  const regular = create(fonts.regular);
  const shown = (words: string) => drawable(words, (one) => regular.hasGlyphForCodePoint(one));
  const pdf = new PDFDocument({
    size: paper,
    margin,
    font: null,
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: locales[language],
    info: { Title: title, Producer: 'Candour', Creator: 'Candour', CreationDate: madeOn, ModDate: madeOn },
  });
  const bytes = toBytes(pdf);
  pdf.registerFont('regular', regular).registerFont('bold', create(fonts.bold));
  const whole = pdf.struct('Document');
  pdf.addStructure(whole);

  const draw = (block: PdfBlock): void => {
    const { size, before, tag, font } = styles[block.kind];
    const lang = block.language && { lang: locales[block.language] };
    const height = size * 1.45;
    pdf.font(font, size).y += before;
    // Each paragraph is an element, so that the last word of one and the first of the next are not read as one.
    for (const words of shown(block.text).split('\n')) {
      // A heading does not stand alone at the foot of a page.
      if (pdf.y + (font === 'bold' ? 4 : 1) * height > pdf.page.maxY()) pdf.addPage();
      if (words.trim() === '') pdf.y += height;
      else {
        const lineGap = height - pdf.currentLineHeight(true);
        whole.add(pdf.struct(tag, { ...lang }, () => pdf.text(words, { lineGap })));
      }
    }
  };

  for (const block of text.blocks) draw(block);
  if (text.blocks.some((block) => shown(block.text).includes(missing))) draw({ kind: 'text', text: text.incomplete });
  whole.end();
  const { count } = pdf.bufferedPageRange();
  for (let place = 0; place < count; place += 1) {
    pdf.switchToPage(place);
    const beside = { lineBreak: false, baseline: 'alphabetic' } as const;
    pdf.markContent('Artifact', { type: 'Pagination' });
    pdf.font('bold', 9).text(shown(text.header), margin, margin / 2 + 9, beside);
    pdf.font('regular', 8).text(shown(text.footer(place + 1, count)), margin, paper[1] - margin / 2, beside);
    pdf.endMarkedContent();
  }
  pdf.end();
  return bytes;
}
