/** Signs that are not seen: controls, what turns the direction of writing, and what has no width. */
const hidden = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/u;

/** Whether something in a text is not seen by whoever reads it; line ends and tabs are seen. */
export const hasHiddenSigns = (text: string): boolean => hidden.test(text.replaceAll(/[\n\r\t]/gu, ''));
