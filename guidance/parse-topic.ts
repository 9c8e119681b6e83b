import { languages, type Language } from '../core/model/language.ts';
import { type FrontMatter, parseFrontMatter } from './front-matter.ts';
import { parseBlocks } from './parse-blocks.ts';
import type { TopicProblem } from './guidance-problems.ts';
import { isTopicId, type Topic, type TopicText } from './topic.ts';

export type BilingualSource = Readonly<Record<Language, string>>;

export type TopicParseResult =
  | { readonly kind: 'topic'; readonly topic: Topic }
  | { readonly kind: 'problems'; readonly problems: readonly TopicProblem[] };

interface TopicFile {
  readonly head: FrontMatter;
  readonly text: TopicText;
}

function parseFile(source: string, language: Language): TopicFile | readonly TopicProblem[] {
  if (source.trim() === '') return [{ code: 'missing', language }];
  const read = parseFrontMatter(source);
  if (read.kind === 'problems') return read.names.map((name) => ({ code: 'frontMatter', language, name }));
  const { blocks, problems } = parseBlocks(read.body);
  if (problems.length > 0) return problems.map((problem) => ({ ...problem, language }));
  return { head: read.head, text: { title: read.head.title, blocks } };
}

const isTopicFile = (side: TopicFile | readonly TopicProblem[]): side is TopicFile => 'head' in side;

const sharedFields = ['version', 'review', 'part', 'place'] as const;

/** From its two files, or lists every problem. Never throws. `checkTopic` says if it can be shown. */
export function parseTopic(id: string, source: BilingualSource): TopicParseResult {
  const [en, cy] = [parseFile(source.en, 'en'), parseFile(source.cy, 'cy')];
  const problems: readonly TopicProblem[] = [
    ...(isTopicId(id) ? [] : [{ code: 'id' } as const]),
    ...(isTopicFile(en) ? [] : en),
    ...(isTopicFile(cy) ? [] : cy),
  ];
  if (!isTopicFile(en) || !isTopicFile(cy) || problems.length > 0) return { kind: 'problems', problems };
  const differing = sharedFields.filter((name) => en.head[name] !== cy.head[name]);
  if (differing.length > 0) return { kind: 'problems', problems: differing.map((what) => ({ code: 'differs', what })) };
  const { version, review: reviewBy, part, place } = en.head;
  const text = { en: en.text, cy: cy.text } satisfies Readonly<Record<(typeof languages)[number], TopicText>>;
  const owner = { en: en.head.owner, cy: cy.head.owner };
  return { kind: 'topic', topic: { id, owner, version, reviewBy, part, place, text } };
}
