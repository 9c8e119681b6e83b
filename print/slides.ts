import { filledIn } from '../guidance/placeholders.ts';
import { pagesOf, type PackText } from '../guidance/read-pack.ts';
import { margin, openPdf, type OpenPdf, type PdfFonts } from '../pdf/open-pdf.ts';
import { say } from '../words/cards/say.ts';
import { blockLines, type PrintedWith } from './block-lines.ts';

const madeOn = new Date('2026-01-01T12:00:00Z');

interface Said {
  readonly words: string;
  readonly size: number;
  readonly tag: 'H1' | 'H2' | 'P';
}

function drawSaid({ pdf, shown, add }: OpenPdf, { words, size, tag }: Said): void {
  pdf.font(tag === 'P' ? 'regular' : 'bold', size).y += size * 0.6;
  add(pdf.struct(tag, {}, () => pdf.text(shown(words), { lineGap: size * 0.25, width: pdf.page.width - 2 * margin })));
}

/** One page for each heading. Throws on a damaged font. */
export async function slides(text: PackText, printed: PrintedWith, fonts: PdfFonts): Promise<Uint8Array> {
  const { language, contacts } = printed;
  const { title, blocks } = text[language];
  const filled = (words: string): string => filledIn(words, language, contacts);
  const open = openPdf({ language, title: filled(title), madeOn, landscape: true }, fonts);
  open.pdf.y += 140;
  drawSaid(open, { words: filled(title), size: 40, tag: 'H1' });
  drawSaid(open, { words: contacts.forceName[language], size: 20, tag: 'P' });
  for (const page of pagesOf(blocks)) {
    open.pdf.addPage();
    drawSaid(open, { words: filled(page.title), size: 30, tag: 'H2' });
    open.pdf.y += 10;
    for (const line of blockLines(page.blocks, printed)) drawSaid(open, { words: line.text, size: 20, tag: 'P' });
  }
  return await open.close({
    header: filled(title),
    footer: (page, pages) => say(language, 'print.slide', { page: String(page), pages: String(pages) }),
  });
}
