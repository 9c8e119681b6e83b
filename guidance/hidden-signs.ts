/** Controls, marks that turn the direction of writing, and characters without width. */
const hidden = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/u;

/** Line ends and tabs do not count. */
export const hasHiddenSigns = (text: string): boolean => hidden.test(text.replaceAll(/[\n\r\t]/gu, ''));
