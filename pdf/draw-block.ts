import type { Language } from '../concerns/terms/language.ts';
import { locales, type OpenPdf } from './open-pdf.ts';

/** A heading or a paragraph, in the order in which it is read. `language` where it is not that of the document. */
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

/** Draws a block beneath all that was drawn; `follows`: so many points have to fit on the page with a heading. */
export function drawBlock({ pdf, shown, add, makeRoom }: OpenPdf, block: PdfBlock, follows = 0): void {
  const { size, before, tag, font } = styles[block.kind];
  const lang = block.language && { lang: locales[block.language] };
  const height = size * 1.45;
  pdf.font(font, size).y += before;
  // Each paragraph is an element, so that the last word of one and the first of the next are not read as one.
  for (const words of shown(block.text).split('\n')) {
    // A heading does not stand alone at the foot of a page.
    makeRoom(Math.max((font === 'bold' ? 4 : 1) * height, follows && height + follows));
    if (words.trim() === '') pdf.y += height;
    else {
      const lineGap = height - pdf.currentLineHeight(true);
      add(pdf.struct(tag, { ...lang }, () => pdf.text(words, { lineGap })));
    }
  }
}
