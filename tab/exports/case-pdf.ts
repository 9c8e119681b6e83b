import type { Language } from '../../core/model/language.ts';
import { replacementCharacter } from '../../documents/pdf/pdf-builder.ts';
import { drawBlock, type PdfBlock } from '../../documents/pdf/draw-block.ts';
import { createPdfBuilder, type PdfFonts } from '../../documents/pdf/pdf-builder.ts';

export interface CasePdfContent {
  readonly language: Language;
  readonly title: string;
  readonly blocks: readonly PdfBlock[];
  readonly header: string;
  readonly footer: string;
  readonly incomplete: string;
  readonly createdOn: Date;
}

/** Takes plain data, for a worker. Equal words give equal bytes. Throws on a damaged font. */
export async function renderCasePdf(text: CasePdfContent, fonts: PdfFonts): Promise<Uint8Array> {
  const builder = createPdfBuilder(text, fonts);
  for (const block of text.blocks) drawBlock(builder, block);
  if (text.blocks.some((block) => builder.toDrawable(block.text).includes(replacementCharacter)))
    drawBlock(builder, { kind: 'text', text: text.incomplete });
  const { header, footer } = text;
  return await builder.close({
    header,
    footer: (page, pages) => footer.replace('{page}', `${page}`).replace('{pages}', `${pages}`),
  });
}
