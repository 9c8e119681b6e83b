import { namedBlockSections } from '../../cards/guidance-page.ts';
import type { Language } from '../../core/model/language.ts';
import { fillPlaceholders } from '../../guidance/placeholders.ts';
import type { Block, Inline } from '../../guidance/topic.ts';
import type { PdfBlock } from '../pdf/draw-block.ts';
import { translate } from '../../words/cards/translate.ts';
import type { Contacts } from '../../words/contacts.ts';

export interface PrintOptions {
  readonly language: Language;
  readonly contacts: Contacts;
  /** Without approval: each page says so, so that no one hangs it up. */
  readonly isDraft?: boolean;
}

export const pageHeader = ({ language, contacts, isDraft = false }: PrintOptions): string =>
  isDraft ? translate(language, 'print.draft', { force: contacts.forceName[language] }) : contacts.forceName[language];

/** No one can press a link on paper: its address is printed. */
const lineText = (words: readonly Inline[], { language, contacts }: PrintOptions): string =>
  words
    .map((one) => {
      const filled = fillPlaceholders(one.text, language, contacts);
      return one.kind === 'link' && one.to.startsWith('https:') ? `${filled} (${one.to})` : filled;
    })
    .join('');

const text = (words: string): PdfBlock => ({ kind: 'text', text: words });

function blockToPdf(block: Block, printed: PrintOptions): readonly PdfBlock[] {
  switch (block.kind) {
    case 'heading':
      return [{ kind: 'heading', text: fillPlaceholders(block.text, printed.language, printed.contacts) }];
    case 'paragraph':
      return [text(lineText(block.words, printed))];
    case 'list':
      return block.items.map((item) => text(`• ${lineText(item, printed)}`));
    case 'named':
      return namedBlockSections(block.name, printed.language, printed.contacts).flatMap(({ heading, text: lines }) => [
        ...(heading === undefined ? [] : [{ kind: 'heading', text: heading } as const]),
        ...lines.map(text),
      ]);
    default:
      return block satisfies never;
  }
}

export const toPdfBlocks = (blocks: readonly Block[], printed: PrintOptions): readonly PdfBlock[] =>
  blocks.flatMap((block) => blockToPdf(block, printed));
