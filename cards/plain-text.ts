/** A text in which nothing is replaced by a client, which does so with `{{DATE(…)}}` even in TextRuns: a word joiner stands between the braces, and is not seen. */
export const keptAsWords = (text: string): string => text.replace(/\{(?=\{)/gu, '{\u2060');

/** Words of a person as lines to be drawn in TextRuns, blank ones left out. */
export const plainLines = (text: string): readonly string[] =>
  text
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .filter((line) => line.trim() !== '')
    .map(keptAsWords);
