/** A text as HTML that says it, whatever stands in it. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/gu, (symbol) => `&#${symbol.codePointAt(0) ?? 0};`);
