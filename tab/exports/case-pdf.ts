import type { Language } from '../../concerns/terms/language.ts';
import { missing } from '../../pdf/drawable.ts';
import { drawBlock, type PdfBlock } from '../../pdf/draw-block.ts';
import { openPdf, type PdfFonts } from '../../pdf/open-pdf.ts';

/** The text of a PDF. */
export interface PdfText {
  readonly language: Language;
  readonly title: string;
  readonly blocks: readonly PdfBlock[];
  /** Stands at the head of every page: what kind of export it is. */
  readonly header: string;
  /** Stands at the foot of every page, whose number and the number of all take the places of `{page}` and `{pages}`. */
  readonly footer: string;
  /** Stands at the end where the font has not every character. */
  readonly incomplete: string;
  /** When the file says that it was made. */
  readonly madeOn: Date;
}

/** The PDF of an export: data go in, so that a worker can draw it. Equal for equal words. Throws on a damaged font. */
export async function casePdf(text: PdfText, fonts: PdfFonts): Promise<Uint8Array> {
  const open = openPdf(text, fonts);
  for (const block of text.blocks) drawBlock(open, block);
  if (text.blocks.some((block) => open.shown(block.text).includes(missing)))
    drawBlock(open, { kind: 'text', text: text.incomplete });
  const { header, footer } = text;
  return await open.close({
    header,
    footer: (page, pages) => footer.replace('{page}', `${page}`).replace('{pages}', `${pages}`),
  });
}
