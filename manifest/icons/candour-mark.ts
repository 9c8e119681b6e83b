import { circle, grown, joined, type Point, polygon, roundedBox, type Shape } from './shape.ts';

/** Candour's mark: something said, under lock. A speech bubble, and the keyhole in it. */
export interface CandourMark {
  readonly bubble: Shape;
  readonly keyhole: Shape;
}

/** The mark in a square of pixels. It fills the width. Its edges fall between pixels where 28 divides the side. */
export function candourMark(left: number, top: number, side: number): CandourMark {
  const unit = side / 28;
  const at = (x: number, y: number): Point => [left + x * unit, top + y * unit];
  const body = roundedBox(at(0, 0), at(28, 20), 6 * unit);
  // It reaches far into the body, so that the rim of the two is one line.
  const tail = polygon([at(4.6, 11), at(6.7, 25.2), at(22, 11)]);
  const slot = polygon([at(13.2, 9.2), at(14.8, 9.2), at(15.9, 14.6), at(12.1, 14.6)]);
  return {
    bubble: joined(body, grown(tail, 0.8 * unit)),
    keyhole: joined(circle(at(14, 7.9), 3.1 * unit), grown(slot, 0.4 * unit)),
  };
}
