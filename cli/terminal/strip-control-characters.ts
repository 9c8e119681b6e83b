/** Without characters that move the cursor, hide or reorder text. */
export const stripControlCharacters = (text: string): string =>
  text.replace(/[^\P{Cc}\t]|[\u2028-\u202E\u2066-\u2069]/gu, '');
