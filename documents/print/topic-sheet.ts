import type { Topic } from '../../guidance/topic.ts';
import { drawBlock } from '../pdf/draw-block.ts';
import { drawQr } from '../pdf/draw-qr.ts';
import { openPdf, type PdfFonts } from '../pdf/pdf-document.ts';
import { say } from '../../words/cards/translate.ts';
import { showDay } from '../../words/days.ts';
import { blockLines, headOf, type PrintedWith } from './block-lines.ts';

const qrSide = 96;

/** An A4 sheet with a code to `address`, or without one. Equal topics give equal bytes. Throws on a damaged font. */
export async function topicSheet(
  topic: Topic,
  { address, ...printed }: PrintedWith & { readonly address?: string },
  fonts: PdfFonts,
): Promise<Uint8Array> {
  const { language } = printed;
  const { title, blocks } = topic.text[language];
  const open = openPdf({ language, title, madeOn: new Date(`${topic.reviewBy}T12:00:00Z`) }, fonts);
  drawBlock(open, { kind: 'title', text: title });
  for (const line of blockLines(blocks, printed)) drawBlock(open, line);
  if (address !== undefined) {
    drawBlock(open, { kind: 'label', text: say(language, 'print.ownDevice') }, qrSide);
    drawQr(open, { address, alternative: say(language, 'print.qr', { address }), side: qrSide });
    drawBlock(open, { kind: 'text', text: address });
  }
  return await open.close({
    header: headOf(printed),
    footer: (page, pages) =>
      say(language, 'print.footer', {
        day: showDay(language, topic.reviewBy),
        page: String(page),
        pages: String(pages),
      }),
  });
}
