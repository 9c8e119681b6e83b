const longestPart = 1_500;

const written = (text: string): number => JSON.stringify(text).length - 2;

/** A line in parts of so much at most, as they are written on the wire, cut at a space where there is one and never inside a character. */
export function cutLine(line: string, longest = longestPart): readonly string[] {
  if (written(line) <= longest) return [line];
  let most = Math.min(line.length, longest);
  // What is written as several characters takes more room than it seems to.
  while (written(line.slice(0, most)) > longest) most = Math.floor((most * longest) / (longest + 60));
  const space = line.lastIndexOf(' ', most - 1);
  const hard = /[\uD800-\uDBFF]/u.test(line.charAt(most - 1)) ? most - 1 : most;
  const at = space > 0 ? space + 1 : hard;
  return [line.slice(0, at), ...cutLine(line.slice(at), longest)];
}
