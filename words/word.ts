import type { Language } from '../core/model/language.ts';

export type Word = Readonly<Record<Language, string>>;
/** Each key begins with its area, so that no two areas of a catalogue share a key. */
export type Words<Area extends string> = Readonly<Record<`${Area}.${string}`, Word>>;
