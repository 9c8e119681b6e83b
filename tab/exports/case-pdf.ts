import fontkit from '@pdf-lib/fontkit';
import { PDFDocument, type PDFFont, type PDFPage } from 'pdf-lib';
import type { Language } from '../../concerns/terms/language.ts';
import type { PdfBlock } from './pdf-blocks.ts';
import { drawable, linesOf, missing } from './pdf-text.ts';
import { taggedPages } from './tagged-pages.ts';

export interface PdfFonts {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}

/** What a PDF says. */
export interface PdfText {
  readonly language: Language;
  readonly title: string;
  readonly blocks: readonly PdfBlock[];
  /** Stands at the foot of every page. */
  readonly footer: (page: number, pages: number) => string;
  /** Stands at the end where the font has not every character. */
  readonly incomplete: string;
  /** When the file says that it was made. */
  readonly madeOn: Date;
}

// A4 in points, as everything below.
const paper: [number, number] = [595.28, 841.89];
const margin = 56;
const width = paper[0] - 2 * margin;
const styles = {
  title: { size: 18, before: 0, tag: 'H1', isBold: true },
  heading: { size: 13, before: 16, tag: 'H2', isBold: true },
  label: { size: 10, before: 8, tag: 'H3', isBold: true },
  text: { size: 10, before: 4, tag: 'P', isBold: false },
} as const;
const lineHeight = 1.45;
const locales: Readonly<Record<Language, string>> = { en: 'en-GB', cy: 'cy' };

/** A PDF to read: A4, tagged, in one column, with the fonts inside. Equal for equal words. */
export async function casePdf(text: PdfText, fonts: PdfFonts): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  pdf.registerFontkit(fontkit);
  const regular = await pdf.embedFont(fonts.regular, { subset: true });
  const bold = await pdf.embedFont(fonts.bold, { subset: true });
  const known = new Set(regular.getCharacterSet());
  const tags = taggedPages(pdf);
  const pages: PDFPage[] = [];
  let y = 0;
  const turn = (): PDFPage => {
    const page = pdf.addPage(paper);
    pages.push(page);
    y = paper[1] - margin;
    return page;
  };
  let page = turn();

  const line = (words: string, font: PDFFont, size: number): void => {
    if (y - size * lineHeight < margin) page = turn();
    y -= size * lineHeight;
    if (words.trim() === '') return;
    tags.mark(page, () => page.drawText(words, { x: margin, y, font, size }));
  };
  const draw = (block: PdfBlock): void => {
    const { size, before, tag, isBold } = styles[block.kind];
    const font = isBold ? bold : regular;
    y -= before;
    // A heading does not stand alone at the foot of a page.
    if (isBold && y - 4 * size * lineHeight < margin) page = turn();
    tags.begin({ tag, ...(block.language && { language: locales[block.language] }) });
    for (const words of linesOf(drawable(block.text, known), font, size, width)) line(words, font, size);
  };

  for (const block of text.blocks) draw(block);
  const isIncomplete = text.blocks.some((block) => drawable(block.text, known).includes(missing));
  if (isIncomplete) draw({ kind: 'text', text: text.incomplete });
  for (const [place, one] of pages.entries()) {
    const words = drawable(text.footer(place + 1, pages.length), known);
    tags.aside(one, () => one.drawText(words, { x: margin, y: margin / 2, font: regular, size: 8 }));
  }
  tags.finish();
  pdf.setTitle(text.title, { showInWindowTitleBar: true });
  pdf.setLanguage(locales[text.language]);
  pdf.setProducer('Candour');
  pdf.setCreator('Candour');
  pdf.setCreationDate(text.madeOn);
  pdf.setModificationDate(text.madeOn);
  return pdf.save();
}
