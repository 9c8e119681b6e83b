/** The room that a text takes inside others, as they are written on the wire. */
export const sizeOfText = (text: string): number => JSON.stringify(text).length - 2;

/** The beginning of a text that takes so much room at most, without half a character at its end. */
export function beginning(text: string, room: number): string {
  if (sizeOfText(text) <= room) return text;
  // A character takes as much as one at least.
  let [fits, over] = [0, Math.min(text.length, room + 1)];
  while (over - fits > 1) {
    const half = Math.floor((fits + over) / 2);
    if (sizeOfText(text.slice(0, half)) <= room) fits = half;
    else over = half;
  }
  return text.slice(0, /[\uD800-\uDBFF]/u.test(text.charAt(fits - 1)) ? fits - 1 : fits);
}
