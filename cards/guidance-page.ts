import { type Language, otherLanguage } from '../core/model/language.ts';
import {
  type Block,
  contentsPageId,
  type Inline,
  type NamedBlock,
  type Topic,
  type TopicPart,
  topicParts,
  type Topics,
  sortTopics,
} from '../guidance/topic.ts';
import { type Action, button, otherLanguageTitle, link, type Page, type TextRun, type Section } from './page.ts';
import type { Contacts } from '../words/contacts.ts';
import type { WordKey } from '../words/cards/catalogue.ts';
import { translate } from '../words/cards/translate.ts';
import { fillPlaceholders } from '../guidance/placeholders.ts';
import { questions } from '../core/model/questions.ts';
import { countTextWords } from '../guidance/check-topic.ts';
import { questionWordKeys } from '../words/cards/question-word-keys.ts';
import {
  adviserSections,
  helplineSection,
  emergencySection,
  supportSection,
  supportContactSections,
  victimsNumber,
} from './support-contacts.ts';

interface GuidanceView {
  readonly language: Language;
  /** Lists all topics for an id that is no live one. */
  readonly topic: string;
  readonly topics: Topics;
  readonly contacts: Contacts;
}

const partHeadings = {
  know: 'guidance.contentsKnow',
  report: 'guidance.contentsReport',
  help: 'guidance.contentsHelp',
} as const satisfies Readonly<Record<TopicPart, WordKey>>;

export const topicPartHeading = (language: Language, part: TopicPart): string =>
  translate(language, partHeadings[part]);

export const nonEmptyTopicParts = (
  topics: Topics,
): readonly { readonly part: TopicPart; readonly topics: readonly Topic[] }[] => {
  const inOrder = sortTopics(topics);
  return topicParts
    .map((part) => ({ part, topics: inOrder.filter((topic) => topic.part === part) }))
    .filter(({ topics: some }) => some.length > 0);
};

export const officialGuidanceLinks = (language: Language, contacts: Contacts): readonly Action[] => [
  ...(contacts.guidanceUrl ? [link(translate(language, 'guidance.official'), contacts.guidanceUrl)] : []),
  ...(contacts.strategyUrl ? [link(translate(language, 'guidance.strategy'), contacts.strategyUrl)] : []),
];

const contentsSections = ({ language, topics }: GuidanceView): readonly Section[] =>
  nonEmptyTopicParts(topics).map(({ part, topics: some }) => ({
    heading: topicPartHeading(language, part),
    text: [],
    links: topicButtons(language, some),
  }));

export const guidancePage = (view: GuidanceView): Page => {
  const { language, topics, contacts } = view;
  const topic = topics.get(view.topic);
  const other = { verb: 'show', card: 'guidance', topic: topic?.id ?? contentsPageId } as const;
  return {
    language,
    heading: topic?.text[language].title ?? translate(language, 'guidance.contents'),
    sections: [
      ...(topic ? blockSections(topic.text[language].blocks, { language, contacts, topics }) : contentsSections(view)),
      {
        text: [],
        links: [
          ...(topic ? nextTopicButtons(language, topics, topic) : []),
          ...officialGuidanceLinks(language, contacts),
        ],
      },
    ],
    actions: [
      button(translate(language, 'common.report'), { verb: 'open', flow: 'report', language }),
      button(translate(language, 'common.start'), { verb: 'show', card: 'welcome', language }),
      button(otherLanguageTitle(language), { ...other, language: otherLanguage(language) }),
    ],
  };
};

export const topicButtons = (language: Language, topics: readonly Topic[]): readonly Action[] =>
  topics.map(({ id, text }) => button(text[language].title, { verb: 'show', card: 'guidance', topic: id, language }));

export const contentsButton = (language: Language): Action =>
  button(translate(language, 'guidance.contents'), { verb: 'show', card: 'guidance', topic: contentsPageId, language });

function nextTopicButtons(language: Language, topics: Topics, read: Topic): readonly Action[] {
  const inOrder = sortTopics(topics);
  const next = inOrder[inOrder.findIndex(({ id }) => id === read.id) + 1];
  return [...topicButtons(language, next === undefined ? [] : [next]), contentsButton(language)];
}

interface BlockContext {
  readonly language: Language;
  readonly contacts: Contacts;
  readonly topics: Topics;
}

/** Clients take these for Markdown or for a date to replace. */
const clientMarkup = /[*_[\]`\\]|\{\{|^\s*(?:[-+#>]|\d+[.)])/u;

interface Line {
  readonly text: readonly string[];
  readonly set: readonly (readonly TextRun[])[];
  readonly links: readonly Action[];
}

const textRuns = (words: readonly Inline[], { language, contacts }: BlockContext): readonly TextRun[] =>
  words.map((one) => ({
    text: fillPlaceholders(one.text, language, contacts),
    ...(one.kind === 'text' && one.strong && { strong: true }),
  }));

const inlineLinks = (words: readonly Inline[], { language, contacts, topics }: BlockContext): readonly Action[] =>
  words.flatMap((one) => {
    if (one.kind !== 'link') return [];
    if (!one.to.startsWith('topic:')) return [link(fillPlaceholders(one.text, language, contacts), one.to)];
    const topic = topics.get(one.to.slice('topic:'.length));
    return topic === undefined ? [] : topicButtons(language, [topic]);
  });

function createLine(words: readonly Inline[], context: BlockContext, mark = ''): Line {
  const runs = textRuns(words, context);
  const plainText = runs.map(({ text }) => text).join('');
  const isPlain = !runs.some(({ strong }) => strong) && !clientMarkup.test(plainText);
  const marked = mark === '' ? runs : [{ text: mark }, ...runs];
  return {
    text: isPlain ? [mark + plainText] : [],
    set: isPlain ? [] : [marked],
    links: inlineLinks(words, context),
  };
}

const blockLines = (block: Block, context: BlockContext): readonly Line[] => {
  if (block.kind === 'paragraph') return [createLine(block.words, context)];
  if (block.kind === 'list') return block.items.map((item) => createLine(item, context, '• '));
  return [];
};

function appendLine(sections: readonly Section[], line: Line): readonly Section[] {
  const last = sections.at(-1);
  const isBelow = last !== undefined && !last.links?.length && (!last.set?.length || line.text.length === 0);
  const before: Section = isBelow ? last : { text: [] };
  const set = [...(before.set ?? []), ...line.set];
  const section: Section = {
    ...before,
    text: [...before.text, ...line.text],
    ...(set.length > 0 && { set }),
    ...(line.links.length > 0 && { links: line.links }),
  };
  return [...(isBelow ? sections.slice(0, -1) : sections), section];
}

const textLine = (text: string): Line => ({ text: [text], set: [], links: [] });

export function blockSections(blocks: readonly Block[], context: BlockContext): readonly Section[] {
  let done: readonly Section[] = [];
  let open: readonly Section[] = [];
  const close = (...sections: readonly Section[]) => {
    done = [...done, ...open, ...sections];
    open = [];
  };
  for (const block of blocks) {
    if (block.kind === 'heading') {
      close();
      open = [{ heading: fillPlaceholders(block.text, context.language, context.contacts), text: [] }];
    } else if (block.kind === 'named' && block.name === 'signs') {
      open = signLines(context.language).map(textLine).reduce(appendLine, open);
    } else if (block.kind === 'named') {
      close(...namedBlockSections(block.name, context.language, context.contacts));
    } else {
      open = blockLines(block, context).reduce(appendLine, open);
    }
  }
  close();
  return done;
}

export const signLines = (language: Language): readonly string[] =>
  questions.signs.options
    .filter((sign) => sign !== 'other')
    .map((sign) => `• ${translate(language, questionWordKeys.signs.options[sign])}`);

export function namedBlockSections(name: NamedBlock, language: Language, contacts: Contacts): readonly Section[] {
  switch (name) {
    case 'signs':
      return [{ text: signLines(language) }];
    case 'emergency':
      return [emergencySection(language, contacts)];
    case 'support':
      // Elsewhere the helpline is in its place, but a topic has both.
      return victimsNumber(contacts) === undefined ? [] : [supportSection(language, contacts)];
    case 'helpline':
      return [helplineSection(language, contacts)];
    case 'advice':
      return adviserSections(language, contacts);
    case 'waysOut':
      return supportContactSections(language, contacts);
    default:
      return name satisfies never;
  }
}

export const createNamedBlockWordCounter =
  (contacts: Contacts) =>
  (name: NamedBlock, language: Language): number =>
    namedBlockSections(name, language, contacts)
      .flatMap(({ text }) => text)
      .reduce((sum, text) => sum + countTextWords(text), 0);
