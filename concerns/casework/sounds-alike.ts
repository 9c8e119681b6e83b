/**
 * A rough phonetic key of a folded name for English and Welsh ears: Rees and Rhys, Huw and Hugh, Davis and Davies sound
 * alike.
 */
export const soundOf = (name: string): string => {
  const heard = name
    .replaceAll('ph', 'f')
    .replaceAll('ff', 'f')
    .replaceAll('v', 'f')
    .replaceAll('dd', 'd')
    .replaceAll('th', 'd')
    .replaceAll('ll', 'l')
    .replaceAll('rh', 'r')
    .replaceAll('gh', '')
    .replaceAll(/c(?=[eiy])/gu, 's')
    .replaceAll(/ck|[cqx]/gu, 'k')
    .replaceAll('z', 's');
  const first = heard.slice(0, 1);
  const rest = heard.slice(1).replaceAll(/[aeiouwyh]/gu, '');
  return (first + rest).replaceAll(/(.)\1+/gu, '$1');
};

/** The Damerau-Levenshtein distance is at most `edits`. */
export function isWithin(edits: number, one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > edits) return false;
  let [earlier, before]: [number[], number[]] = [[], Array.from({ length: other.length + 1 }, (_, place) => place)];
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row];
    for (let place = 1; place <= other.length; place += 1) {
      const isSame = one[row - 1] === other[place - 1];
      let least = Math.min(
        (before[place] ?? 0) + 1,
        (now[place - 1] ?? 0) + 1,
        (before[place - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isTurned = row > 1 && place > 1 && one[row - 1] === other[place - 2] && one[row - 2] === other[place - 1];
      if (isTurned) least = Math.min(least, (earlier[place - 2] ?? 0) + 1);
      now.push(least);
    }
    [earlier, before] = [before, now];
  }
  return (before.at(-1) ?? 0) <= edits;
}
