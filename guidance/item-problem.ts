import type { Language } from '../concerns/terms/language.ts';
import type { TextProblem } from './text-problem.ts';

/** Options are numbered from 0. */
export type ItemPlace = 'title' | 'body' | 'scene' | { readonly option: number } | { readonly reveal: number };

export type ItemProblem =
  | { readonly code: 'missing'; readonly language: Language }
  | { readonly code: 'file'; readonly language: Language }
  | { readonly code: 'filesDiffer' }
  | (TextProblem & { readonly language: Language; readonly place: ItemPlace })
  | { readonly code: 'tooLong'; readonly language: Language; readonly words: number; readonly most: number }
  | { readonly code: 'optionTooLong'; readonly language: Language; readonly option: number; readonly most: number }
  | { readonly code: 'bodiesDiffer' }
  | { readonly code: 'noFigures'; readonly language: Language }
  | { readonly code: 'unknownTopic' };
