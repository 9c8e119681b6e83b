import type { PackText } from '../../guidance/parse-pack-text.ts';
import { drawQr } from '../pdf/draw-qr.ts';
import { createPdfBuilder, type PdfBuilder, type PdfFonts } from '../pdf/pdf-builder.ts';
import { fillPlaceholders } from '../../guidance/placeholders.ts';
import { translate } from '../../words/cards/translate.ts';
import { toPdfBlocks, pageHeader, type PrintOptions } from './guidance-pdf-blocks.ts';
import { type Language, languages } from '../../core/model/language.ts';
import type { Block, Topic } from '../../guidance/topic.ts';

const qrSide = 210;
/** In characters: longer words are smaller, so that the code stays on the page. */
const shortTextLength = 150;
const madeOn = new Date('2026-01-01T12:00:00Z');

/** For reading across a corridor. */
function drawLargeText(
  { pdf, toDrawable, add }: PdfBuilder,
  words: string,
  { size, isBold }: { size: number; isBold: boolean },
) {
  pdf.font(isBold ? 'bold' : 'regular', size).y += size * 0.7;
  add(pdf.struct(isBold ? 'H1' : 'P', {}, () => pdf.text(toDrawable(words), { lineGap: size * 0.25 })));
}

/**
 * A4 with a code to `address`, the public guidance: on someone's own device, since a work device may store a record.
 * Throws on a damaged font.
 */
export async function createPoster(
  text: PackText,
  { address, ...printed }: PrintOptions & { readonly address: string },
  fonts: PdfFonts,
): Promise<Uint8Array> {
  const { language, contacts } = printed;
  const { title, blocks } = text[language];
  const builder = createPdfBuilder({ language, title, createdOn: madeOn }, fonts);
  builder.pdf.y += 40;
  drawLargeText(builder, fillPlaceholders(title, language, contacts), { size: 44, isBold: true });
  for (const { text: words } of toPdfBlocks(blocks, printed)) {
    drawLargeText(builder, words, { size: words.length > shortTextLength ? 15 : 20, isBold: false });
  }
  builder.pdf.y += 36;
  drawQr(builder, { address, alternative: translate(language, 'print.qr', { address }), side: qrSide });
  drawLargeText(builder, translate(language, 'print.ownDevice'), { size: 16, isBold: false });
  drawLargeText(builder, address, { size: 12, isBold: false });
  const { emergency, crimestoppers } = contacts;
  drawLargeText(builder, translate(language, 'print.danger', { emergency }), { size: 14, isBold: false });
  drawLargeText(builder, translate(language, 'print.crimestoppers', { crimestoppers }), { size: 14, isBold: false });
  return await builder.close({ header: pageHeader(printed), footer: () => 'Candour' });
}

/** In characters: leaves room for the code on one page. */
const maxPosterTextLength = 240;

function firstSentences(text: string, language: Language): string {
  let fitting = '';
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)) {
    const sentence = segment.trimEnd();
    // A sentence that announces the next would announce nothing.
    if (sentence.endsWith(':') || fitting.length + sentence.length > maxPosterTextLength) break;
    fitting += segment;
  }
  return fitting.trim();
}

function firstParagraphText(blocks: readonly Block[], language: Language): string {
  const paragraph = blocks.find((block) => block.kind === 'paragraph');
  return paragraph === undefined ? '' : firstSentences(paragraph.words.map(({ text }) => text).join(''), language);
}

/** The title and the first sentences that fit. If none fits in one language, both have only their title. */
export function posterText({ text }: Topic): PackText {
  const words = { en: firstParagraphText(text.en.blocks, 'en'), cy: firstParagraphText(text.cy.blocks, 'cy') };
  const isSaid = languages.every((language) => words[language] !== '');
  const languageText = (language: Language) => ({
    title: text[language].title,
    blocks: isSaid ? [{ kind: 'paragraph', words: [{ kind: 'text', text: words[language] }] } as const] : [],
  });
  return { en: languageText('en'), cy: languageText('cy') };
}
