const invisibleClass = '\\p{White_Space}\\p{Default_Ignorable_Code_Point}\\p{Cc}\\u2800\\uFFF9-\\uFFFC\\u{1D159}';
const invisiblePattern = new RegExp(`[${invisibleClass}]`, 'gu');
const visiblePattern = new RegExp(`[^${invisibleClass}]`, 'u');

export const stripInvisibleCharacters = (text: string): string => text.replace(invisiblePattern, '');

export const isBlank = (text: string): boolean => !visiblePattern.test(text);
