import type { Language } from '../concerns/terms/language.ts';

/** One thing that is said, in every language, as an ICU message. */
export type Word = Readonly<Record<Language, string>>;
/**
 * The words of one area of the cards or of the page. Their keys begin with its name, so that no two areas of one
 * catalogue can use the same key.
 */
export type Words<Area extends string> = Readonly<Record<`${Area}.${string}`, Word>>;
