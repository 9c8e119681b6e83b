import type { Day } from '../concerns/terms/calendar.ts';
import type { Language } from '../concerns/terms/language.ts';

/** Words inside a line. A link leads to an https address, or to another topic as `topic:<id>`. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string; readonly strong?: true }
  | { readonly kind: 'link'; readonly text: string; readonly to: string };

/**
 * Things that Candour itself keeps, and a text names in double braces on a line of its own: `{{signs}}`. The signs are those
 * that a report asks about, everything else comes from the contacts that a force sets.
 */
export const namedBlocks = ['signs', 'emergency', 'support', 'helpline', 'advice', 'waysOut'] as const;
export type NamedBlock = (typeof namedBlocks)[number];

/** A part of a text, in the order in which it is read. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly words: readonly Inline[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'named'; readonly name: NamedBlock };

/** A topic in one language. Its title is the heading of its page, and stands on the button that leads there. */
export interface TopicText {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** The parts of the list of all topics, in their order. */
export const topicParts = ['know', 'report', 'help'] as const;
export type TopicPart = (typeof topicParts)[number];

/** One topic of the guidance, in both languages. */
export interface Topic {
  /** Small letters, digits and hyphens: it stands in addresses and in the cards that lead to it. */
  readonly id: string;
  /** The office that answers for what it says, as it is called in each language. */
  readonly owner: Readonly<Record<Language, string>>;
  readonly version: number;
  /** The day by which somebody has to have read it again. */
  readonly reviewBy: Day;
  /** Where it stands in the list of all: in which part, and there before those with a higher place. */
  readonly part: TopicPart;
  readonly place: number;
  readonly text: Readonly<Record<Language, TopicText>>;
}

/** The id of the list of all topics, which no topic can have. */
export const contentsId = 'contents';

/** Whether a text can be the id of a topic. */
export const isTopicId = (text: string): boolean => /^[a-z][a-z0-9-]{0,39}$/u.test(text) && text !== contentsId;

/** The topics that are live now, by their ids. */
export type Topics = ReadonlyMap<string, Topic>;
/** Says what is live now: a force's own topics change while a server runs. */
export type LiveTopics = () => Topics;

/** The topics in the order in which one leads to the next: by their parts, and there by their places. */
export const topicsInOrder = (topics: Topics): readonly Topic[] =>
  topicParts.flatMap((part) =>
    [...topics.values()]
      .filter((topic) => topic.part === part)
      .toSorted((one, other) => one.place - other.place || (one.id < other.id ? -1 : 1)),
  );
