import { candourMark } from './candour-mark.ts';
import { paint, type Picture } from './picture.ts';
import { coverage, joined, rim } from './shape.ts';

/** The outline icon, 32 pixels square: the mark's lines, white and nothing else, on a ground that is not there. */
export function outlineIcon(): Picture {
  const { bubble, keyhole } = candourMark(2, 3, 28);
  const mark = joined(rim(bubble, 2), keyhole);
  return paint(32, (x, y) => [255, 255, 255, Math.round(255 * coverage(mark, x, y))]);
}
