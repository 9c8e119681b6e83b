import { filledParts, officialLinks, partHeading } from '../../cards/guidance-page.ts';
import { namedSections, signLines } from '../../cards/guidance-page.ts';
import { outsideWays } from '../../cards/support-links.ts';
import { type Language, otherLanguage } from '../../core/model/language.ts';
import { type Block, type Inline, type Topic, type Topics, topicsInOrder } from '../../guidance/topic.ts';
import type { Contacts } from '../../words/contacts.ts';
import { showDay } from '../../words/days.ts';
import type { WordKey } from '../../words/cards/catalogue.ts';
import { say } from '../../words/cards/translate.ts';
import { escaped, publicAddress, publicPage } from './public-layout.ts';
import type { Section } from '../../cards/page.ts';
import { filledIn } from '../../guidance/placeholders.ts';

interface PublicContent {
  readonly contacts: Contacts;
  readonly topics: Topics;
  readonly hasPosters?: boolean;
}

const item = (link: string): string => `<li>${link}</li>`;
const list = (links: readonly string[]): string => `<ul class="list">${links.map(item).join('')}</ul>`;
const frontLink = (language: Language, key: WordKey): string =>
  `<a href="${publicAddress(language)}">${escaped(say(language, key))}</a>`;

const official = (language: Language, contacts: Contacts): readonly string[] =>
  officialLinks(language, contacts).flatMap((one) => ('url' in one ? [outwards(one.url, one.title)] : []));

export function frontHtml(language: Language, { contacts, topics }: PublicContent): string {
  const force = contacts.forceName[language];
  const said = (key: WordKey) => escaped(say(language, key, { force }));
  const section = (heading: WordKey, ...below: readonly string[]) => [`<h2>${said(heading)}</h2>`, ...below].join('\n');
  const turns = [
    ...namedSections('helpline', language, contacts),
    ...namedSections('support', language, contacts),
    ...outsideWays(language, contacts),
  ];
  const parts = filledParts(topics).map(({ part, topics: some }) => ({
    part,
    html: [
      ...(part === 'report' ? [] : [`<h2>${escaped(partHeading(language, part))}</h2>`]),
      list(some.map(({ id, text }) => toTopic(language, id, text[language].title))),
    ].join('\n'),
  }));
  const ofPart = (wanted: boolean) =>
    parts.filter(({ part }) => (part === 'report') === wanted).map(({ html }) => html);
  return publicPage(
    {
      language,
      title: say(language, 'public.title'),
      main: [
        `<p>${said('public.intro')}</p>`,
        section('public.youHeading', `<p>${said('public.you')}</p>`, `<p>${said('public.youTime')}</p>`),
        section('public.turnHeading', `<p>${said('public.turn')}</p>`, ...turns.map(sectionHtml)),
        ...ofPart(false),
        section('public.reportHeading', `<p>${said('public.report')}</p>`, ...ofPart(true)),
        ...(official(language, contacts).length > 0 ? [list(official(language, contacts))] : []),
      ].join('\n'),
    },
    contacts,
  );
}

export function topicHtml(language: Language, topic: Topic, { contacts, topics, hasPosters }: PublicContent): string {
  const { title, blocks } = topic.text[language];
  const inOrder = topicsInOrder(topics);
  const next = inOrder[inOrder.findIndex(({ id }) => id === topic.id) + 1];
  const version = { version: topic.version, day: showDay(language, topic.reviewBy) };
  const nextTitle = next && say(language, 'public.next', { title: next.text[language].title });
  return publicPage(
    {
      language,
      title,
      topic: topic.id,
      main: [
        blocksHtml(blocks, { language, contacts, topics }),
        `<div class="note"><p>${escaped(say(language, 'public.topicNote', { force: contacts.forceName[language] }))}</p>
<p>${frontLink(language, 'public.everyone')}</p></div>`,
        `<p class="small">${escaped(say(language, 'public.version', version))}</p>`,
      ].join('\n'),
      more: list([
        ...(next === undefined || nextTitle === undefined ? [] : [toTopic(language, next.id, nextTitle)]),
        frontLink(language, 'guidance.contents'),
        `<a href="${publicAddress(language, topic.id)}.pdf">${escaped(say(language, 'public.sheet'))}</a>`,
        ...(hasPosters
          ? [`<a href="${publicAddress(language, topic.id)}/poster.pdf">${escaped(say(language, 'public.poster'))}</a>`]
          : []),
        ...official(language, contacts),
      ]),
    },
    contacts,
  );
}

/** Says in both languages that there is no such page. */
export function goneHtml(language: Language, { contacts }: PublicContent): string {
  const other = otherLanguage(language);
  const words = (spoken: Language) =>
    `<p>${escaped(say(spoken, 'public.gone'))}</p>\n<p>${frontLink(spoken, 'public.title')}</p>`;
  return publicPage(
    {
      language,
      title: say(language, 'public.goneTitle'),
      main: `${words(language)}
<section lang="${other}"><h2>${escaped(say(other, 'public.goneTitle'))}</h2>
${words(other)}</section>`,
    },
    contacts,
  );
}

interface WrittenWith {
  readonly language: Language;
  readonly contacts: Contacts;
  readonly topics: Topics;
}

/** The other page learns nothing of where its reader comes from. */
const outwards = (address: string, title: string): string =>
  `<a href="${escaped(address)}" rel="noreferrer">${escaped(title)}</a>`;

/** An id needs no escaping. */
const toTopic = (language: Language, id: string, title: string): string =>
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
const sectionHtml = ({ heading, text, links = [] }: Section): string =>
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

const blocksHtml = (blocks: readonly Block[], written: WrittenWith): string =>
  blocks.map((block) => blockHtml(block, written)).join('\n');
