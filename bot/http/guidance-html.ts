import { nonEmptyTopicParts, officialGuidanceLinks, topicPartHeading } from '../../cards/guidance-page.ts';
import { namedBlockSections, signLines } from '../../cards/guidance-page.ts';
import { externalContactSections } from '../../cards/support-contacts.ts';
import { type Language, otherLanguage } from '../../core/model/language.ts';
import { type Block, type Inline, type Topic, type Topics, sortTopics } from '../../guidance/topic.ts';
import type { Contacts } from '../../words/contacts.ts';
import { formatDay } from '../../words/date-format.ts';
import type { WordKey } from '../../words/cards/catalogue.ts';
import { translate } from '../../words/cards/translate.ts';
import { escapeHtml, guidancePath, publicPageHtml } from './public-layout.ts';
import type { Section } from '../../cards/page.ts';
import { fillPlaceholders } from '../../guidance/placeholders.ts';

interface PublicContent {
  readonly contacts: Contacts;
  readonly topics: Topics;
  readonly hasPosters?: boolean;
}

const item = (link: string): string => `<li>${link}</li>`;
const linkListHtml = (links: readonly string[]): string => `<ul class="list">${links.map(item).join('')}</ul>`;
const frontLink = (language: Language, key: WordKey): string =>
  `<a href="${guidancePath(language)}">${escapeHtml(translate(language, key))}</a>`;

const officialLinksHtml = (language: Language, contacts: Contacts): readonly string[] =>
  officialGuidanceLinks(language, contacts).flatMap((one) => ('url' in one ? [externalLink(one.url, one.title)] : []));

export function guidanceIndexHtml(language: Language, { contacts, topics }: PublicContent): string {
  const force = contacts.forceName[language];
  const translateText = (key: WordKey) => escapeHtml(translate(language, key, { force }));
  const section = (heading: WordKey, ...below: readonly string[]) =>
    [`<h2>${translateText(heading)}</h2>`, ...below].join('\n');
  const helpSections = [
    ...namedBlockSections('helpline', language, contacts),
    ...namedBlockSections('support', language, contacts),
    ...externalContactSections(language, contacts),
  ];
  const parts = nonEmptyTopicParts(topics).map(({ part, topics: some }) => ({
    part,
    html: [
      ...(part === 'report' ? [] : [`<h2>${escapeHtml(topicPartHeading(language, part))}</h2>`]),
      linkListHtml(some.map(({ id, text }) => topicLink(language, id, text[language].title))),
    ].join('\n'),
  }));
  const partHtml = (wanted: boolean) =>
    parts.filter(({ part }) => (part === 'report') === wanted).map(({ html }) => html);
  return publicPageHtml(
    {
      language,
      title: translate(language, 'public.title'),
      main: [
        `<p>${translateText('public.intro')}</p>`,
        section(
          'public.youHeading',
          `<p>${translateText('public.you')}</p>`,
          `<p>${translateText('public.youTime')}</p>`,
        ),
        section('public.turnHeading', `<p>${translateText('public.turn')}</p>`, ...helpSections.map(sectionHtml)),
        ...partHtml(false),
        section('public.reportHeading', `<p>${translateText('public.report')}</p>`, ...partHtml(true)),
        ...(officialLinksHtml(language, contacts).length > 0
          ? [linkListHtml(officialLinksHtml(language, contacts))]
          : []),
      ].join('\n'),
    },
    contacts,
  );
}

export function topicHtml(language: Language, topic: Topic, { contacts, topics, hasPosters }: PublicContent): string {
  const { title, blocks } = topic.text[language];
  const inOrder = sortTopics(topics);
  const next = inOrder[inOrder.findIndex(({ id }) => id === topic.id) + 1];
  const version = { version: topic.version, day: formatDay(language, topic.reviewBy) };
  const nextTitle = next && translate(language, 'public.next', { title: next.text[language].title });
  return publicPageHtml(
    {
      language,
      title,
      topic: topic.id,
      main: [
        blocksHtml(blocks, { language, contacts, topics }),
        `<div class="note"><p>${escapeHtml(translate(language, 'public.topicNote', { force: contacts.forceName[language] }))}</p>
<p>${frontLink(language, 'public.everyone')}</p></div>`,
        `<p class="small">${escapeHtml(translate(language, 'public.version', version))}</p>`,
      ].join('\n'),
      more: linkListHtml([
        ...(next === undefined || nextTitle === undefined ? [] : [topicLink(language, next.id, nextTitle)]),
        frontLink(language, 'guidance.contents'),
        `<a href="${guidancePath(language, topic.id)}.pdf">${escapeHtml(translate(language, 'public.sheet'))}</a>`,
        ...(hasPosters
          ? [
              `<a href="${guidancePath(language, topic.id)}/poster.pdf">${escapeHtml(translate(language, 'public.poster'))}</a>`,
            ]
          : []),
        ...officialLinksHtml(language, contacts),
      ]),
    },
    contacts,
  );
}

export function notFoundHtml(language: Language, { contacts }: PublicContent): string {
  const other = otherLanguage(language);
  const words = (spoken: Language) =>
    `<p>${escapeHtml(translate(spoken, 'public.gone'))}</p>\n<p>${frontLink(spoken, 'public.title')}</p>`;
  return publicPageHtml(
    {
      language,
      title: translate(language, 'public.goneTitle'),
      main: `${words(language)}
<section lang="${other}"><h2>${escapeHtml(translate(other, 'public.goneTitle'))}</h2>
${words(other)}</section>`,
    },
    contacts,
  );
}

interface GuidanceContext {
  readonly language: Language;
  readonly contacts: Contacts;
  readonly topics: Topics;
}

/** Hides from the other site which page its reader comes from. */
const externalLink = (address: string, title: string): string =>
  `<a href="${escapeHtml(address)}" rel="noreferrer">${escapeHtml(title)}</a>`;

/** An id needs no escaping. */
const topicLink = (language: Language, id: string, title: string): string =>
  `<a href="${guidancePath(language, id)}">${escapeHtml(title)}</a>`;

const inlineHtml = (words: readonly Inline[], { language, contacts, topics }: GuidanceContext): string =>
  words
    .map((one) => {
      const filled = fillPlaceholders(one.text, language, contacts);
      if (one.kind === 'text') return one.strong ? `<strong>${escapeHtml(filled)}</strong>` : escapeHtml(filled);
      if (!one.to.startsWith('topic:')) return externalLink(one.to, filled);
      const topic = topics.get(one.to.slice('topic:'.length));
      return topic === undefined ? escapeHtml(filled) : topicLink(language, topic.id, filled);
    })
    .join('');

const listHtml = (items: readonly string[]): string => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;

/** Without its buttons, which lead to cards. */
const sectionHtml = ({ heading, text, links = [] }: Section): string =>
  [
    ...(heading === undefined ? [] : [`<h2>${escapeHtml(heading)}</h2>`]),
    ...text.map((line) => `<p>${escapeHtml(line)}</p>`),
    ...links.flatMap((one) => ('url' in one ? [`<p class="way">${externalLink(one.url, one.title)}</p>`] : [])),
  ].join('\n');

function blockHtml(block: Block, context: GuidanceContext): string {
  switch (block.kind) {
    case 'heading':
      return `<h2>${escapeHtml(fillPlaceholders(block.text, context.language, context.contacts))}</h2>`;
    case 'paragraph':
      return `<p>${inlineHtml(block.words, context)}</p>`;
    case 'list':
      return listHtml(block.items.map((item) => inlineHtml(item, context)));
    case 'named':
      return block.name === 'signs'
        ? listHtml(signLines(context.language).map((line) => escapeHtml(line.replace(/^• /u, ''))))
        : namedBlockSections(block.name, context.language, context.contacts).map(sectionHtml).join('\n');
    default:
      return block satisfies never;
  }
}

const blocksHtml = (blocks: readonly Block[], context: GuidanceContext): string =>
  blocks.map((block) => blockHtml(block, context)).join('\n');
