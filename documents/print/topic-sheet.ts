import type { Topic } from '../../guidance/topic.ts';
import { drawBlock } from '../pdf/draw-block.ts';
import { drawQr } from '../pdf/draw-qr.ts';
import { createPdfBuilder, type PdfFonts } from '../pdf/pdf-builder.ts';
import { translate } from '../../words/cards/translate.ts';
import { formatDay } from '../../words/date-format.ts';
import { toPdfBlocks, pageHeader, type PrintOptions } from './guidance-pdf-blocks.ts';

const qrSide = 96;

/** A4, with a code to `address` or without one. Equal topics give equal bytes. Throws on a damaged font. */
export async function createTopicSheet(
  topic: Topic,
  { address, ...printed }: PrintOptions & { readonly address?: string },
  fonts: PdfFonts,
): Promise<Uint8Array> {
  const { language } = printed;
  const { title, blocks } = topic.text[language];
  const builder = createPdfBuilder({ language, title, createdOn: new Date(`${topic.reviewBy}T12:00:00Z`) }, fonts);
  drawBlock(builder, { kind: 'title', text: title });
  for (const line of toPdfBlocks(blocks, printed)) drawBlock(builder, line);
  if (address !== undefined) {
    drawBlock(builder, { kind: 'label', text: translate(language, 'print.ownDevice') }, qrSide);
    drawQr(builder, { address, alternative: translate(language, 'print.qr', { address }), side: qrSide });
    drawBlock(builder, { kind: 'text', text: address });
  }
  return await builder.close({
    header: pageHeader(printed),
    footer: (page, pages) =>
      translate(language, 'print.footer', {
        day: formatDay(language, topic.reviewBy),
        page: String(page),
        pages: String(pages),
      }),
  });
}
