import type { Day } from '../core/model/calendar.ts';
import { type Language, languages } from '../core/model/language.ts';
import { maxTitleLength } from './front-matter.ts';
import { findPlaceholders } from './placeholders.ts';
import type { TopicProblem } from './guidance-problems.ts';
import type { Block, Inline, NamedBlock, Topic } from './topic.ts';

/** In one language: a minute's reading on one card. */
export const maxTopicWords = 200;

export interface TopicCheckContext {
  readonly today: Day;
  readonly topics: ReadonlySet<string>;
  readonly countNamedBlockWords: (name: NamedBlock, language: Language) => number;
}

export const inlineLines = (blocks: readonly Block[]): readonly (readonly Inline[])[] =>
  blocks.flatMap((block): readonly (readonly Inline[])[] => {
    if (block.kind === 'named') return [];
    if (block.kind === 'heading') return [[{ kind: 'text', text: block.text }]];
    return block.kind === 'paragraph' ? [block.words] : block.items;
  });

export const countTextWords = (text: string): number => text.split(/\s+/u).filter((word) => word !== '').length;

const lineText = (line: readonly Inline[]): string => line.map(({ text }) => text).join('');

export const countBlockWords = (
  blocks: readonly Block[],
  language: Language,
  countNamedBlockWords: TopicCheckContext['countNamedBlockWords'],
): number => {
  const own = inlineLines(blocks).map((line) => countTextWords(lineText(line)));
  const named = blocks.map((block) => (block.kind === 'named' ? countNamedBlockWords(block.name, language) : 0));
  return [...own, ...named].reduce((sum, words) => sum + words, 0);
};

const linkedTopicIds = (line: readonly Inline[]): readonly string[] =>
  line.flatMap((one) => (one.kind === 'link' && one.to.startsWith('topic:') ? [one.to.slice('topic:'.length)] : []));

/** Both languages must share the order of parts, and what each names and links to. */
function blockStructure(block: Block): readonly unknown[] {
  if (block.kind === 'named') return ['named', block.name];
  const lines = inlineLines([block]);
  const names = lines.map((line) => findPlaceholders(lineText(line)).toSorted());
  const links = lines.map((line) => line.filter(({ kind }) => kind === 'link').length);
  return [block.kind, names, links, lines.map((line) => linkedTopicIds(line).toSorted())];
}
export const textStructure = (blocks: readonly Block[]): string => JSON.stringify(blocks.map(blockStructure));

const checkTexts = (topic: Topic, { topics, countNamedBlockWords }: TopicCheckContext): readonly TopicProblem[] =>
  languages.flatMap((language): readonly TopicProblem[] => {
    const { title, blocks } = topic.text[language];
    const words = countTextWords(title) + countBlockWords(blocks, language, countNamedBlockWords);
    const long = inlineLines(blocks)
      .flat()
      .filter((one) => one.kind === 'link' && one.text.length > maxTitleLength);
    const unknown = inlineLines(blocks)
      .flatMap(linkedTopicIds)
      .filter((id) => id !== topic.id && !topics.has(id));
    return [
      ...(title.length > maxTitleLength ? [{ code: 'titleTooLong', language, most: maxTitleLength } as const] : []),
      ...(words >= maxTopicWords ? [{ code: 'tooLong', language, words, most: maxTopicWords } as const] : []),
      ...long.map(({ text }) => ({ code: 'linkTooLong', language, words: text, most: maxTitleLength }) as const),
      ...[...new Set(unknown)].map((id) => ({ code: 'unknownTopic', language, words: id }) as const),
    ];
  });

/** Every problem that keeps a topic from being shown today. */
export const checkTopic = (topic: Topic, context: TopicCheckContext): readonly TopicProblem[] => [
  ...checkTexts(topic, context),
  ...(textStructure(topic.text.en.blocks) === textStructure(topic.text.cy.blocks)
    ? []
    : [{ code: 'differs', what: 'course' } as const]),
  ...(topic.reviewBy < context.today ? [{ code: 'reviewOver' } as const] : []),
];
