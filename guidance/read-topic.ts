import { languages, type Language } from '../core/model/language.ts';
import { type FrontMatter, readSource } from './front-matter.ts';
import { readBlocks } from './read-blocks.ts';
import type { TopicProblem } from './text-problem.ts';
import { isTopicId, type Topic, type TopicText } from './topic.ts';

export type TopicSource = Readonly<Record<Language, string>>;

export type ReadTopic =
  | { readonly kind: 'topic'; readonly topic: Topic }
  | { readonly kind: 'problems'; readonly problems: readonly TopicProblem[] };

interface Side {
  readonly head: FrontMatter;
  readonly text: TopicText;
}

function sideOf(source: string, language: Language): Side | readonly TopicProblem[] {
  if (source.trim() === '') return [{ code: 'missing', language }];
  const read = readSource(source);
  if (read.kind === 'problems') return read.names.map((name) => ({ code: 'frontMatter', language, name }));
  const { blocks, problems } = readBlocks(read.body);
  if (problems.length > 0) return problems.map((problem) => ({ ...problem, language }));
  return { head: read.head, text: { title: read.head.title, blocks } };
}

const isSide = (side: Side | readonly TopicProblem[]): side is Side => 'head' in side;

const alike = ['version', 'review', 'part', 'place'] as const;

/** Reads a topic from its two files, or lists every problem. Never throws. `checkTopic` says if it can be shown. */
export function readTopic(id: string, source: TopicSource): ReadTopic {
  const [en, cy] = [sideOf(source.en, 'en'), sideOf(source.cy, 'cy')];
  const problems: readonly TopicProblem[] = [
    ...(isTopicId(id) ? [] : [{ code: 'id' } as const]),
    ...(isSide(en) ? [] : en),
    ...(isSide(cy) ? [] : cy),
  ];
  if (!isSide(en) || !isSide(cy) || problems.length > 0) return { kind: 'problems', problems };
  const differing = alike.filter((name) => en.head[name] !== cy.head[name]);
  if (differing.length > 0) return { kind: 'problems', problems: differing.map((what) => ({ code: 'differs', what })) };
  const { version, review: reviewBy, part, place } = en.head;
  const text = { en: en.text, cy: cy.text } satisfies Readonly<Record<(typeof languages)[number], TopicText>>;
  const owner = { en: en.head.owner, cy: cy.head.owner };
  return { kind: 'topic', topic: { id, owner, version, reviewBy, part, place, text } };
}
