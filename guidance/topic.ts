import type { Day } from '../core/model/calendar.ts';
import type { Language } from '../core/model/language.ts';

export type Inline =
  | { readonly kind: 'text'; readonly text: string; readonly strong?: true }
  | { readonly kind: 'link'; readonly text: string; readonly to: string };

/**
 * `{{signs}}` on a line of its own: Candour fills these in, signs from those a report asks about, the rest from the
 * force's contacts.
 */
export const namedBlocks = ['signs', 'emergency', 'support', 'helpline', 'advice', 'waysOut'] as const;
export type NamedBlock = (typeof namedBlocks)[number];

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly words: readonly Inline[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'named'; readonly name: NamedBlock };

/** The title is the page's heading and the button's text. */
export interface TopicText {
  readonly title: string;
  readonly blocks: readonly Block[];
}

export const topicParts = ['know', 'report', 'help'] as const;
export type TopicPart = (typeof topicParts)[number];

export interface Topic {
  /** Small letters, digits and hyphens, for addresses and cards. */
  readonly id: string;
  readonly owner: Readonly<Record<Language, string>>;
  readonly version: number;
  readonly reviewBy: Day;
  readonly part: TopicPart;
  readonly place: number;
  readonly text: Readonly<Record<Language, TopicText>>;
}

export const contentsPageId = 'contents';

export const isTopicId = (text: string): boolean => /^[a-z][a-z0-9-]{0,39}$/u.test(text) && text !== contentsPageId;

export type Topics = ReadonlyMap<string, Topic>;
/** Live: a force changes topics while a server runs. */
export type GetTopics = () => Topics;

export const sortTopics = (topics: Topics): readonly Topic[] =>
  topicParts.flatMap((part) =>
    [...topics.values()]
      .filter((topic) => topic.part === part)
      .toSorted((one, other) => one.place - other.place || (one.id < other.id ? -1 : 1)),
  );
