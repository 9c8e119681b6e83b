/** Puts an invisible word joiner between braces: a client replaces `{{DATE(…)}}` even in TextRuns. */
export const keptAsWords = (text: string): string => text.replace(/\{(?=\{)/gu, '{\u2060');

export const plainLines = (text: string): readonly string[] =>
  text
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .filter((line) => line.trim() !== '')
    .map(keptAsWords);
