/** Drawn in the place of what a font cannot draw, so that it is seen to be missing. */
export const missing = '\uFFFD';

/**
 * A place to break in a word that is longer than anybody writes. To draw a line of a word, pdfkit measures all that is
 * left of it: a word of 32,000 letters took 38 seconds. The marks of a letter stay with it, if they are no word of their
 * own: 32,000 marks on one letter took four.
 */
const breakLongWord = (text: string): string => text.replace(/\S{1000}\p{M}{0,20}(?=\S)/gu, '$&\u200B');

/**
 * Text as a font can draw it: letters composed, so that ŵ is one letter, tabs as spaces, and nothing that turns the
 * direction of words around. A character that the font has not becomes U+FFFD, and so does one of two units that is
 * no picture, such as 𝔸: pdfkit may cut a long word in the middle of it, where pictures have a place to break.
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
