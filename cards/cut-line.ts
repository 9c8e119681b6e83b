import { beginning } from './beginning.ts';

const longestPart = 1_500;

/**
 * Cuts a line into parts of at most `longest` on the wire, at a space if there is one, and never inside a character.
 */
export function cutLine(line: string, longest = longestPart): readonly string[] {
  const fits = beginning(line, longest);
  if (fits === line) return [line];
  const space = fits.lastIndexOf(' ');
  const at = space > 0 ? space + 1 : fits.length;
  return [line.slice(0, at), ...cutLine(line.slice(at), longest)];
}
