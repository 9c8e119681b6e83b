import { namedSections } from '../cards/named-sections.ts';
import type { Language } from '../concerns/terms/language.ts';
import { filledIn } from '../guidance/placeholders.ts';
import type { Block, Inline } from '../guidance/topic.ts';
import type { PdfBlock } from '../pdf/draw-block.ts';
import { say } from '../words/cards/say.ts';
import type { Contacts } from '../words/contacts.ts';

/** The things that words are printed with. */
export interface PrintedWith {
  readonly language: Language;
  readonly contacts: Contacts;
  /** Nobody has approved the words: the paper says so at its head, so that nobody hangs it up. */
  readonly isDraft?: boolean;
}

/** The line at the head of each page. */
export const headOf = ({ language, contacts, isDraft = false }: PrintedWith): string =>
  isDraft ? say(language, 'print.draft', { force: contacts.forceName[language] }) : contacts.forceName[language];

/** A line as it is printed: nobody can press a link on paper, so that its address stands behind it. */
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

/** The blocks of a topic as they are printed. */
export const blockLines = (blocks: readonly Block[], printed: PrintedWith): readonly PdfBlock[] =>
  blocks.flatMap((block) => linesOf(block, printed));
