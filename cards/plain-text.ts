/**
 * Words of a person as lines to be drawn in TextRuns, blank ones left out. Clients replace `{{DATE(…)}}` even there:
 * a word joiner, which is not seen, between the braces keeps it text.
 */
export const plainLines = (text: string): readonly string[] =>
  text
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .filter((line) => line.trim() !== '')
    .map((line) => line.replace(/\{(?=\{)/gu, '{\u2060'));
