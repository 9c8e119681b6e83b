import type { PDFFont } from 'pdf-lib';

/** Drawn in the place of what a font cannot draw, so that it is seen to be missing. */
export const missing = '\uFFFD';

/**
 * Text as a font can draw it: letters composed, so that ŵ is one letter, tabs as spaces, and nothing that turns the
 * direction of words around. A character that the font has not becomes U+FFFD.
 */
export function drawable(text: string, known: ReadonlySet<number>): string {
  const composed = text
    .normalize('NFC')
    .replaceAll('\t', '    ')
    .replace(/\r\n|[\r\u0085\u2028\u2029]/gu, '\n')
    .replace(/[^\P{Cc}\n]|[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu, '');
  return composed.replace(/[^\n]/gu, (one) => (known.has(one.codePointAt(0) ?? 0) ? one : missing));
}

/** A text cut into lines that fit a width, at spaces where there are some. */
export function linesOf(
  text: string,
  font: Pick<PDFFont, 'widthOfTextAtSize'>,
  size: number,
  width: number,
): readonly string[] {
  const fits = (line: string) => font.widthOfTextAtSize(line, size) <= width;
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (fits(longer)) {
        line = longer;
        continue;
      }
      if (line !== '') lines.push(line);
      line = '';
      // A word that is longer than a line.
      for (const letter of word) {
        if (line !== '' && !fits(line + letter)) {
          lines.push(line);
          line = '';
        }
        line += letter;
      }
    }
    return [...lines, line];
  });
}
