import type { Language } from '../../concerns/terms/language.ts';

/** One thing that the tab says, in every language, as an ICU message. */
export type Word = Readonly<Record<Language, string>>;
/** The words of one area of the tab. Their keys begin with its name, so that no two areas can use the same key. */
export type Words<Area extends string> = Readonly<Record<`${Area}.${string}`, Word>>;
