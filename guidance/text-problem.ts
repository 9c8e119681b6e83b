import type { Language } from '../concerns/terms/language.ts';

/** Parts of Markdown that guidance does not take. */
export type NotTaken =
  | 'html'
  | 'picture'
  | 'code'
  | 'quote'
  | 'table'
  | 'rule'
  | 'numbers'
  | 'inner'
  | 'title'
  | 'marks';

/** Something that cannot stay as it is in a text, with the words around it or the name that it is about. */
export type TextProblem =
  | { readonly code: 'notTaken'; readonly what: NotTaken; readonly words: string }
  /** A link that is neither an https address without a name in it nor another topic. */
  | { readonly code: 'link'; readonly words: string }
  /** A name in braces that stands for nothing. */
  | { readonly code: 'placeholder'; readonly words: string }
  | { readonly code: 'named'; readonly words: string }
  /** Signs that cannot be seen, or that turn the direction of what follows. */
  | { readonly code: 'hidden' }
  /** More characters than any topic needs, so that nothing of it was read. */
  | { readonly code: 'tooLarge' }
  | { readonly code: 'empty' };

/** The lines at the head of a file. */
export const frontMatterNames = ['title', 'owner', 'version', 'review', 'part', 'place'] as const;
export type FrontMatterName = (typeof frontMatterNames)[number];

/** Reasons that keep a topic from being shown. Each names the language that it is of, where it is of one. */
export type TopicProblem =
  | { readonly code: 'id' }
  | { readonly code: 'missing'; readonly language: Language }
  | { readonly code: 'frontMatter'; readonly language: Language; readonly name: FrontMatterName | 'lines' }
  /** The two languages do not say the same of it, or differ in their course. */
  | { readonly code: 'differs'; readonly what: Exclude<FrontMatterName, 'title' | 'owner'> | 'course' }
  | (TextProblem & { readonly language: Language })
  | { readonly code: 'tooLong'; readonly language: Language; readonly words: number; readonly most: number }
  | { readonly code: 'titleTooLong'; readonly language: Language; readonly most: number }
  /** A link whose words do not fit the button that it is on a card. */
  | { readonly code: 'linkTooLong'; readonly language: Language; readonly words: string; readonly most: number }
  | { readonly code: 'unknownTopic'; readonly language: Language; readonly words: string }
  | { readonly code: 'reviewOver' };
