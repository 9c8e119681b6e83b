import type { Card } from '../../cards/card-renderer.ts';
import { renderPage } from '../../cards/render-page.ts';
import { guidancePage } from '../../cards/guidance-page.ts';
import { createNamedBlockWordCounter } from '../../cards/guidance-page.ts';
import type { Page } from '../../cards/page.ts';
import type { ContentWords } from '../../core/model/content-entry.ts';
import type { Day } from '../../core/model/calendar.ts';
import { type Language, languages } from '../../core/model/language.ts';
import { checkTopic, inlineLines, maxTopicWords, countBlockWords } from '../../guidance/check-topic.ts';
import { composeTopicSource } from '../../guidance/compose-topic-source.ts';
import { type TopicParseResult, parseTopic } from '../../guidance/parse-topic.ts';
import type { Topic, Topics } from '../../guidance/topic.ts';
import type { Contacts } from '../../words/contacts.ts';
import { topicHtml } from '../http/guidance-html.ts';
import { printTopic, type PrintRequest } from '../http/print-topic.ts';
import { readPdfFonts } from '../runtime/pdf-fonts.ts';

const maxPrintedWords = 2 * maxTopicWords;
/** Lines without a word still take their place on a page. */
const maxPrintedBlocks = 200;

interface TopicWords {
  readonly topic: string;
  readonly words: ContentWords;
}

interface TopicPrintOptions extends PrintRequest {
  readonly contacts: Contacts;
  readonly publicHost: string | undefined;
}

interface TopicTextCheckContext {
  readonly today: Day;
  readonly topics: Topics;
  readonly contacts: Contacts;
  readonly hasPosters: boolean;
}

export interface CheckedText {
  readonly isValid: boolean;
  /** https alone, in either language. */
  readonly addresses: readonly string[];
  /** HTML; missing if the topic cannot be read. */
  readonly pages?: Readonly<Record<Language, string>>;
  /** Missing if it cannot be read. */
  readonly shown?: Readonly<Record<Language, Page>>;
  readonly cards?: Readonly<Record<Language, Card>>;
}

export type PrintedDraft =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'unreadable' | 'tooLong' | 'noAddress' };

const linkUrls = ({ text }: Topic): readonly string[] =>
  [...inlineLines(text.en.blocks), ...inlineLines(text.cy.blocks)]
    .flat()
    .flatMap((one) => (one.kind === 'link' && one.to.startsWith('https:') ? [one.to] : []));

function checkTopicText({
  topic,
  words,
  today,
  topics,
  contacts,
  hasPosters,
}: TopicWords & TopicTextCheckContext): CheckedText {
  const read = parseTopic(topic, composeTopicSource(words, 1));
  if (read.kind === 'problems') return { isValid: false, addresses: [] };
  const context = {
    today,
    topics: new Set(topics.keys()),
    countNamedBlockWords: createNamedBlockWordCounter(contacts),
  };
  const content = { contacts, topics: new Map(topics).set(topic, read.topic), hasPosters };
  const topicPage = (language: Language) => guidancePage({ ...content, language, topic });
  const shown = { en: topicPage('en'), cy: topicPage('cy') };
  return {
    isValid: checkTopic(read.topic, context).length === 0,
    addresses: linkUrls(read.topic),
    pages: { en: topicHtml('en', read.topic, content), cy: topicHtml('cy', read.topic, content) },
    shown,
    cards: { en: renderPage(shown.en), cy: renderPage(shown.cy) },
  };
}

const isTooLong = ({ text }: Topic, contacts: Contacts): boolean =>
  languages.some((language) => {
    const { blocks } = text[language];
    return (
      blocks.length > maxPrintedBlocks ||
      countBlockWords(blocks, language, createNamedBlockWordCounter(contacts)) > maxPrintedWords
    );
  });

const renderPdf = (
  topic: Topic,
  { contacts, publicHost, ...wanted }: TopicPrintOptions,
): Promise<Uint8Array | undefined> => printTopic(topic, wanted, { contacts, publicHost, fonts: readPdfFonts });

async function printDraft({ topic, words, ...paper }: TopicWords & TopicPrintOptions): Promise<PrintedDraft> {
  const read = parseTopic(topic, composeTopicSource(words, 1));
  if (read.kind === 'problems') return { kind: 'unreadable' };
  if (isTooLong(read.topic, paper.contacts)) return { kind: 'tooLong' };
  const bytes = await renderPdf(read.topic, { ...paper, isDraft: true });
  return bytes === undefined ? { kind: 'noAddress' } : { kind: 'file', bytes };
}

/** Those that render paper reject on a damaged font. */
export const textJobs = {
  read: async ({ topic, words, version }: TopicWords & { readonly version: number }): Promise<TopicParseResult> =>
    parseTopic(topic, composeTopicSource(words, version)),
  check: async (asked: TopicWords & TopicTextCheckContext): Promise<CheckedText> => checkTopicText(asked),
  printDraft,
  printTopic: ({ topic, ...paper }: { readonly topic: Topic } & TopicPrintOptions): Promise<Uint8Array | undefined> =>
    renderPdf(topic, paper),
} as const;

type Jobs = typeof textJobs;
export type TextJobRequest<Name extends keyof Jobs> = Parameters<Jobs[Name]>[0];
export type TextJob = {
  readonly [Name in keyof Jobs]: { readonly name: Name; readonly request: TextJobRequest<Name> };
}[keyof Jobs];

export function runTextJob({ name, request }: TextJob): Promise<unknown> {
  switch (name) {
    case 'read':
      return textJobs.read(request);
    case 'check':
      return textJobs.check(request);
    case 'printDraft':
      return textJobs.printDraft(request);
    case 'printTopic':
      return textJobs.printTopic(request);
    default:
      return name satisfies never;
  }
}
