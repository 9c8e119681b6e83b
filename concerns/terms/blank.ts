/**
 * Characters that are not seen: blanks of every kind, what gives direction or joins, fillers, and what stands for
 * something that was not pasted along. The braille blank and the note that is not drawn have no property that says so.
 */
const kinds = '\\p{White_Space}\\p{Default_Ignorable_Code_Point}\\p{Cc}\\u2800\\uFFF9-\\uFFFC\\u{1D159}';
const unseen = new RegExp(`[${kinds}]`, 'gu');
const seen = new RegExp(`[^${kinds}]`, 'u');

/** The text without what is not seen. */
export const seenOf = (text: string): string => text.replace(unseen, '');

/** Whether there is nothing to be seen in a text. */
export const isBlank = (text: string): boolean => !seen.test(text);
