import type { Language } from '../../core/model/language.ts';
import { locales, margin, type PdfBuilder } from './pdf-builder.ts';

/** `language` if it is not the document's. */
export interface PdfBlock {
  readonly kind: 'title' | 'heading' | 'label' | 'text';
  readonly text: string;
  readonly language?: Language;
}

const styles = {
  title: { size: 18, before: 0, tag: 'H1', font: 'bold' },
  heading: { size: 13, before: 16, tag: 'H2', font: 'bold' },
  label: { size: 10, before: 8, tag: 'H3', font: 'bold' },
  text: { size: 10, before: 4, tag: 'P', font: 'regular' },
} as const;

/** Below everything so far. `heightBelow`: the points that must fit on the page below a heading. */
export function drawBlock({ pdf, toDrawable, add, ensureSpace }: PdfBuilder, block: PdfBlock, heightBelow = 0): void {
  const { size, before, tag, font } = styles[block.kind];
  const lang = block.language && { lang: locales[block.language] };
  const height = size * 1.45;
  pdf.font(font, size).y += before;
  // One element a paragraph, or a screen reader joins their last and first words.
  for (const words of toDrawable(block.text).split('\n')) {
    // A heading is never alone at the foot of a page.
    ensureSpace(Math.max((font === 'bold' ? 4 : 1) * height, heightBelow && height + heightBelow));
    if (words.trim() === '') pdf.y += height;
    else {
      const lineGap = height - pdf.currentLineHeight(true);
      add(pdf.struct(tag, { ...lang }, () => pdf.text(words, { lineGap })));
    }
  }
}

/** In points, for handwriting. */
const ruleSpacing = 24;

export const ruledLinesHeight = (count: number): number => ruleSpacing * count;

/** To write on, not read aloud. Lines without room go on the next page. */
export function drawRuledLines({ pdf, ensureSpace }: PdfBuilder, count: number): void {
  for (let place = 0; place < count; place += 1) {
    ensureSpace(ruleSpacing);
    pdf.y += ruleSpacing;
    pdf.markContent('Artifact', { type: 'Layout' });
    pdf
      .moveTo(margin, pdf.y)
      .lineTo(pdf.page.width - margin, pdf.y)
      .lineWidth(0.5)
      .stroke('#888888');
    pdf.endMarkedContent();
  }
}
