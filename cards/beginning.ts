/** The room that a text takes inside others on the wire, in UTF-16 units of JSON. */
export const sizeOfText = (text: string): number => JSON.stringify(text).length - 2;

/** The longest beginning of a text that takes at most `room` on the wire, never ending in half a character. */
export function beginning(text: string, room: number): string {
  if (sizeOfText(text) <= room) return text;
  let [fits, over] = [0, Math.min(text.length, room + 1)];
  while (over - fits > 1) {
    const half = Math.floor((fits + over) / 2);
    if (sizeOfText(text.slice(0, half)) <= room) fits = half;
    else over = half;
  }
  return text.slice(0, /[\uD800-\uDBFF]/u.test(text.charAt(fits - 1)) ? fits - 1 : fits);
}
