import type { Language } from '../core/model/language.ts';

export type UnsupportedMarkup =
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

export type TextProblem =
  | { readonly code: 'notTaken'; readonly what: UnsupportedMarkup; readonly words: string }
  /** Neither https without a name in it nor `topic:<id>`. */
  | { readonly code: 'link'; readonly words: string }
  | { readonly code: 'placeholder'; readonly words: string }
  | { readonly code: 'named'; readonly words: string }
  | { readonly code: 'hidden' }
  | { readonly code: 'tooLarge' }
  | { readonly code: 'empty' };

export const frontMatterNames = ['title', 'owner', 'version', 'review', 'part', 'place'] as const;
export type FrontMatterName = (typeof frontMatterNames)[number];

export type TopicProblem =
  | { readonly code: 'id' }
  | { readonly code: 'missing'; readonly language: Language }
  | { readonly code: 'frontMatter'; readonly language: Language; readonly name: FrontMatterName | 'lines' }
  | { readonly code: 'differs'; readonly what: Exclude<FrontMatterName, 'title' | 'owner'> | 'course' }
  | (TextProblem & { readonly language: Language })
  | { readonly code: 'tooLong'; readonly language: Language; readonly words: number; readonly most: number }
  | { readonly code: 'titleTooLong'; readonly language: Language; readonly most: number }
  | { readonly code: 'linkTooLong'; readonly language: Language; readonly words: string; readonly most: number }
  | { readonly code: 'unknownTopic'; readonly language: Language; readonly words: string }
  | { readonly code: 'reviewOver' };

/** Controls, direction marks, and characters without width. */
const hiddenCharacters = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/u;

/** Line ends and tabs do not count. */
export const hasHiddenCharacters = (text: string): boolean => hiddenCharacters.test(text.replaceAll(/[\n\r\t]/gu, ''));
