const kinds = '\\p{White_Space}\\p{Default_Ignorable_Code_Point}\\p{Cc}\\u2800\\uFFF9-\\uFFFC\\u{1D159}';
const unseen = new RegExp(`[${kinds}]`, 'gu');
const seen = new RegExp(`[^${kinds}]`, 'u');

export const seenOf = (text: string): string => text.replace(unseen, '');

export const isBlank = (text: string): boolean => !seen.test(text);
