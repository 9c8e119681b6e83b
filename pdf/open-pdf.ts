import { create } from 'fontkit';
import { PDFDocument, type StructureElement } from 'pdfkit';
import { toBytes } from 'pdfkit/output';
import type { Language } from '../concerns/terms/language.ts';
import { drawable } from './drawable.ts';

export interface PdfFonts {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}

export interface PdfAbout {
  readonly language: Language;
  readonly title: string;
  /** When the file says that it was made. */
  readonly madeOn: Date;
  /** Whether its pages lie on their long side. */
  readonly landscape?: boolean;
}

/** The words beside the text of each page. */
interface PdfEdges {
  readonly header: string;
  readonly footer: (page: number, pages: number) => string;
}

/** A PDF that is being drawn, from its beginning to its end. */
export interface OpenPdf {
  readonly pdf: PDFDocument;
  /** Words as the font can draw them. */
  readonly shown: (words: string) => string;
  /** Adds an element to what is read aloud, after all that was added before. */
  readonly add: (element: StructureElement) => void;
  /** Begins a page where so many points are not left on this one. Answers whether it did. */
  readonly makeRoom: (points: number) => boolean;
  /** Draws the edges of each page, and ends the file. */
  readonly close: (edges: PdfEdges) => Promise<Uint8Array>;
}

/** A4 in points, as everything here. */
export const paper = [595.28, 841.89] as const;
export const margin = 56;
/** How wide the one column is. */
export const columnWidth = paper[0] - 2 * margin;
export const locales: Readonly<Record<Language, string>> = { en: 'en-GB', cy: 'cy' };

/** A PDF to read: A4, tagged, in one column, with the fonts inside. Equal for equal words. Throws on a damaged font. */
export function openPdf({ language, title, madeOn, landscape = false }: PdfAbout, fonts: PdfFonts): OpenPdf {
  const regular = create(fonts.regular);
  const shown = (words: string) => drawable(words, (one) => regular.hasGlyphForCodePoint(one));
  const pdf = new PDFDocument({
    size: landscape ? [paper[1], paper[0]] : paper,
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
  return {
    pdf,
    shown,
    add: (element) => whole.add(element),
    makeRoom: (points) => {
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
        pdf.font('bold', 9).text(shown(header), margin, margin / 2 + 9, beside);
        pdf.font('regular', 8).text(shown(footer(place + 1, count)), margin, pdf.page.height - margin / 2, beside);
        pdf.endMarkedContent();
      }
      pdf.end();
      return bytes;
    },
  };
}
