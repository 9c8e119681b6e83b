import { namedSections, signLines } from '../../cards/named-sections.ts';
import type { Section } from '../../cards/page.ts';
import type { Language } from '../../concerns/terms/language.ts';
import { filledIn } from '../../guidance/placeholders.ts';
import type { Block, Inline, Topics } from '../../guidance/topic.ts';
import type { Contacts } from '../../words/contacts.ts';
import { escaped } from './html.ts';
import { publicAddress } from './public-shell.ts';

export interface WrittenWith {
  readonly language: Language;
  readonly contacts: Contacts;
  readonly topics: Topics;
}

/** The other page learns nothing of where its reader comes from. */
export const outwards = (address: string, title: string): string =>
  `<a href="${escaped(address)}" rel="noreferrer">${escaped(title)}</a>`;

/** An id needs no escaping. */
export const toTopic = (language: Language, id: string, title: string): string =>
  `<a href="${publicAddress(language, id)}">${escaped(title)}</a>`;

const wordsHtml = (words: readonly Inline[], { language, contacts, topics }: WrittenWith): string =>
  words
    .map((one) => {
      const said = filledIn(one.text, language, contacts);
      if (one.kind === 'text') return one.strong ? `<strong>${escaped(said)}</strong>` : escaped(said);
      if (!one.to.startsWith('topic:')) return outwards(one.to, said);
      const topic = topics.get(one.to.slice('topic:'.length));
      return topic === undefined ? escaped(said) : toTopic(language, topic.id, said);
    })
    .join('');

const listHtml = (items: readonly string[]): string => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;

/** Without its buttons, which lead to cards. */
export const sectionHtml = ({ heading, text, links = [] }: Section): string =>
  [
    ...(heading === undefined ? [] : [`<h2>${escaped(heading)}</h2>`]),
    ...text.map((line) => `<p>${escaped(line)}</p>`),
    ...links.flatMap((one) => ('url' in one ? [`<p class="way">${outwards(one.url, one.title)}</p>`] : [])),
  ].join('\n');

function blockHtml(block: Block, written: WrittenWith): string {
  switch (block.kind) {
    case 'heading':
      return `<h2>${escaped(filledIn(block.text, written.language, written.contacts))}</h2>`;
    case 'paragraph':
      return `<p>${wordsHtml(block.words, written)}</p>`;
    case 'list':
      return listHtml(block.items.map((item) => wordsHtml(item, written)));
    case 'named':
      return block.name === 'signs'
        ? listHtml(signLines(written.language).map((line) => escaped(line.replace(/^• /u, ''))))
        : namedSections(block.name, written.language, written.contacts).map(sectionHtml).join('\n');
    default:
      return block satisfies never;
  }
}

export const blocksHtml = (blocks: readonly Block[], written: WrittenWith): string =>
  blocks.map((block) => blockHtml(block, written)).join('\n');
