/** Shows that a character is missing. */
export const missing = '\uFFFD';

/**
 * A break in words longer than any real one: pdfkit measures the rest of a word for each line, and 32,000 letters took
 * 38 seconds. Marks stay with their letter, up to 20: 32,000 marks on one letter took four seconds.
 */
const breakLongWord = (text: string): string => text.replace(/\S{1000}\p{M}{0,20}(?=\S)/gu, '$&\u200B');

/**
 * Text that a font can draw: composed letters (ŵ is one), tabs as spaces, no direction marks. Missing characters become
 * U+FFFD, and so do pairs of units that are no picture, such as 𝔸: pdfkit may cut a long word inside one.
 */
export function drawable(text: string, has: (codePoint: number) => boolean): string {
  const composed = text
    .normalize('NFC')
    .replaceAll('\t', '    ')
    .replace(/\r\n|[\r\u0085\u2028\u2029]/gu, '\n')
    .replace(/[^\P{Cc}\n]|[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu, '');
  const isWhole = (one: string): boolean => one.length === 1 || /\p{Extended_Pictographic}/u.test(one);
  return breakLongWord(
    composed.replace(/[^\n]/gu, (one) => (isWhole(one) && has(one.codePointAt(0) ?? 0) ? one : missing)),
  );
}
