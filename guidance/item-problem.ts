import type { Language } from '../concerns/terms/language.ts';
import type { TextProblem } from './text-problem.ts';

/** The places in an item where words stand. An option has its number, from 0. */
export type ItemPlace = 'title' | 'body' | 'scene' | { readonly option: number } | { readonly reveal: number };

/** Reasons that keep an item of a campaign from being sent. */
export type ItemProblem =
  | { readonly code: 'missing'; readonly language: Language }
  /** A file whose lines at its head, or whose scene, are not as the other files have them. */
  | { readonly code: 'file'; readonly language: Language }
  /** The files do not say alike what both have to. */
  | { readonly code: 'filesDiffer' }
  | (TextProblem & { readonly language: Language; readonly place: ItemPlace })
  | { readonly code: 'tooLong'; readonly language: Language; readonly words: number; readonly most: number }
  /** A choice that fits no button on a phone. */
  | { readonly code: 'optionTooLong'; readonly language: Language; readonly option: number; readonly most: number }
  /** The bodies differ in their parts, in what they name or where they lead. */
  | { readonly code: 'bodiesDiffer' }
  /** It tells of figures, and holds none yet. */
  | { readonly code: 'noFigures'; readonly language: Language }
  | { readonly code: 'unknownTopic' };
