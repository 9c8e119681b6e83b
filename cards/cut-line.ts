const longestLine = 1_500;

/** A line in parts of 1,500 at most, cut at a space where there is one and never inside a character. */
export function cutLine(line: string): readonly string[] {
  if (line.length <= longestLine) return [line];
  const space = line.lastIndexOf(' ', longestLine);
  const hard = /[\uD800-\uDBFF]/u.test(line.charAt(longestLine - 1)) ? longestLine - 1 : longestLine;
  const at = space > 0 ? space + 1 : hard;
  return [line.slice(0, at), ...cutLine(line.slice(at))];
}
