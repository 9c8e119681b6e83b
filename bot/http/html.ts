export const escaped = (text: string): string =>
  text.replace(/[&<>"']/gu, (symbol) => `&#${symbol.codePointAt(0) ?? 0};`);
