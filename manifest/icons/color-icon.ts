import { candourMark } from './candour-mark.ts';
import { paint, type Picture } from './picture.ts';
import { coverage, without } from './shape.ts';

const side = 192;

/** Teams rounds the corners of the square away: the mark keeps to the middle. */
const margin = 40;

/** The colour icon, 192 pixels square: the mark in white on a full ground. The ground is a colour such as #0E4A5A. */
export function colorIcon(ground: string): Picture {
  const { bubble, keyhole } = candourMark(margin, margin + 5, side - 2 * margin);
  const mark = without(bubble, keyhole);
  const channel = (start: number): number => Number.parseInt(ground.slice(start, start + 2), 16);
  const [red, green, blue] = [channel(1), channel(3), channel(5)];
  return paint(side, (x, y) => {
    const white = coverage(mark, x, y);
    const mixed = (dark: number): number => Math.round(dark + (255 - dark) * white);
    return [mixed(red), mixed(green), mixed(blue), 255];
  });
}
