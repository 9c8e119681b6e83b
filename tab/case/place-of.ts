/** Lines and characters from 1. */
export function placeOf(text: string, offset: number): { readonly line: number; readonly character: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, character: Array.from(before.at(-1) ?? '').length + 1 };
}
