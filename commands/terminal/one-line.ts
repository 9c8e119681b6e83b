/** Somebody's words for a line of a terminal, without what moves the cursor, hides or turns words around. */
export const oneLine = (text: string): string => text.replace(/[^\P{Cc}\t]|[\u2028-\u202E\u2066-\u2069]/gu, '');
