import { namedSections } from '../../cards/guidance-page.ts';
import type { Language } from '../../core/model/language.ts';
import { filledIn } from '../../guidance/placeholders.ts';
import type { Block, Inline } from '../../guidance/topic.ts';
import type { PdfBlock } from '../pdf/draw-block.ts';
import { say } from '../../words/cards/translate.ts';
import type { Contacts } from '../../words/contacts.ts';

export interface PrintedWith {
  readonly language: Language;
  readonly contacts: Contacts;
  /** No one has approved the words: the head of each page says so, so that no one hangs it up. */
  readonly isDraft?: boolean;
}

export const headOf = ({ language, contacts, isDraft = false }: PrintedWith): string =>
  isDraft ? say(language, 'print.draft', { force: contacts.forceName[language] }) : contacts.forceName[language];

/** No one can press a link on paper, so its address is printed. */
const lineText = (words: readonly Inline[], { language, contacts }: PrintedWith): string =>
  words
    .map((one) => {
      const said = filledIn(one.text, language, contacts);
      return one.kind === 'link' && one.to.startsWith('https:') ? `${said} (${one.to})` : said;
    })
    .join('');

const text = (words: string): PdfBlock => ({ kind: 'text', text: words });

function linesOf(block: Block, printed: PrintedWith): readonly PdfBlock[] {
  switch (block.kind) {
    case 'heading':
      return [{ kind: 'heading', text: filledIn(block.text, printed.language, printed.contacts) }];
    case 'paragraph':
      return [text(lineText(block.words, printed))];
    case 'list':
      return block.items.map((item) => text(`• ${lineText(item, printed)}`));
    case 'named':
      return namedSections(block.name, printed.language, printed.contacts).flatMap(({ heading, text: lines }) => [
        ...(heading === undefined ? [] : [{ kind: 'heading', text: heading } as const]),
        ...lines.map(text),
      ]);
    default:
      return block satisfies never;
  }
}

export const blockLines = (blocks: readonly Block[], printed: PrintedWith): readonly PdfBlock[] =>
  blocks.flatMap((block) => linesOf(block, printed));
