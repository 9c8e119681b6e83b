import type { Card } from '../../cards/card.ts';
import { drawPage } from '../../cards/render-page.ts';
import { guidancePage } from '../../cards/guidance-page.ts';
import { wordsOfNamed } from '../../cards/guidance-page.ts';
import type { Page } from '../../cards/page.ts';
import type { ContentWords } from '../../core/model/content-record.ts';
import type { Day } from '../../core/model/calendar.ts';
import { type Language, languages } from '../../core/model/language.ts';
import { checkTopic, linesIn, mostTopicWords, wordsIn } from '../../guidance/check-topic.ts';
import { composeSource } from '../../guidance/compose-source.ts';
import { type ReadTopic, readTopic } from '../../guidance/read-topic.ts';
import type { Topic, Topics } from '../../guidance/topic.ts';
import type { Contacts } from '../../words/contacts.ts';
import { topicHtml } from '../http/guidance-html.ts';
import { printTopic, type WantedPaper } from '../http/topic-print.ts';
import { pdfFonts } from '../runtime/pdf-fonts.ts';

const mostPrintedWords = 2 * mostTopicWords;
/** Lines without a word take their place on a page all the same. */
const mostPrintedBlocks = 200;

interface WrittenTopic {
  readonly topic: string;
  readonly words: ContentWords;
}

interface OnPaper extends WantedPaper {
  readonly contacts: Contacts;
  readonly publicHost: string | undefined;
}

interface Checking {
  readonly today: Day;
  readonly topics: Topics;
  readonly contacts: Contacts;
  readonly hasPosters: boolean;
}

export interface CheckedText {
  /** Its links were not tried. */
  readonly isWhole: boolean;
  /** https alone, in either language. */
  readonly addresses: readonly string[];
  /** As HTML; missing if it cannot be read. */
  readonly pages?: Readonly<Record<Language, string>>;
  /** Missing if it cannot be read. */
  readonly shown?: Readonly<Record<Language, Page>>;
  readonly cards?: Readonly<Record<Language, Card>>;
}

/** `unreadable`: the words cannot be drawn as they are. */
export type PrintedDraft =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'unreadable' | 'tooLong' | 'noAddress' };

const addressesIn = ({ text }: Topic): readonly string[] =>
  [...linesIn(text.en.blocks), ...linesIn(text.cy.blocks)]
    .flat()
    .flatMap((one) => (one.kind === 'link' && one.to.startsWith('https:') ? [one.to] : []));

function checkText({ topic, words, today, topics, contacts, hasPosters }: WrittenTopic & Checking): CheckedText {
  const read = readTopic(topic, composeSource(words, 1));
  if (read.kind === 'problems') return { isWhole: false, addresses: [] };
  const context = { today, topics: new Set(topics.keys()), wordsOf: wordsOfNamed(contacts) };
  const content = { contacts, topics: new Map(topics).set(topic, read.topic), hasPosters };
  const pageIn = (language: Language) => guidancePage({ ...content, language, topic });
  const shown = { en: pageIn('en'), cy: pageIn('cy') };
  return {
    isWhole: checkTopic(read.topic, context).length === 0,
    addresses: addressesIn(read.topic),
    pages: { en: topicHtml('en', read.topic, content), cy: topicHtml('cy', read.topic, content) },
    shown,
    cards: { en: drawPage(shown.en), cy: drawPage(shown.cy) },
  };
}

const isTooLong = ({ text }: Topic, contacts: Contacts): boolean =>
  languages.some((language) => {
    const { blocks } = text[language];
    return blocks.length > mostPrintedBlocks || wordsIn(blocks, language, wordsOfNamed(contacts)) > mostPrintedWords;
  });

const draw = (topic: Topic, { contacts, publicHost, ...wanted }: OnPaper): Promise<Uint8Array | undefined> =>
  printTopic(topic, wanted, { contacts, publicHost, fonts: pdfFonts });

async function printDraft({ topic, words, ...paper }: WrittenTopic & OnPaper): Promise<PrintedDraft> {
  const read = readTopic(topic, composeSource(words, 1));
  if (read.kind === 'problems') return { kind: 'unreadable' };
  if (isTooLong(read.topic, paper.contacts)) return { kind: 'tooLong' };
  const bytes = await draw(read.topic, { ...paper, isDraft: true });
  return bytes === undefined ? { kind: 'noAddress' } : { kind: 'file', bytes };
}

/** Those that draw on paper reject on a damaged font. */
export const textJobs = {
  read: async ({ topic, words, version }: WrittenTopic & { readonly version: number }): Promise<ReadTopic> =>
    readTopic(topic, composeSource(words, version)),
  check: async (asked: WrittenTopic & Checking): Promise<CheckedText> => checkText(asked),
  printDraft,
  printTopic: ({ topic, ...paper }: { readonly topic: Topic } & OnPaper): Promise<Uint8Array | undefined> =>
    draw(topic, paper),
} as const;

type Jobs = typeof textJobs;
/** Can be cloned, as can the answer. */
export type AskedOf<Name extends keyof Jobs> = Parameters<Jobs[Name]>[0];
export type TextJob = {
  readonly [Name in keyof Jobs]: { readonly name: Name; readonly asked: AskedOf<Name> };
}[keyof Jobs];

export function doTextJob({ name, asked }: TextJob): Promise<unknown> {
  switch (name) {
    case 'read':
      return textJobs.read(asked);
    case 'check':
      return textJobs.check(asked);
    case 'printDraft':
      return textJobs.printDraft(asked);
    case 'printTopic':
      return textJobs.printTopic(asked);
    default:
      return name satisfies never;
  }
}
