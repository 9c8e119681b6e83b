import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  circle,
  coverage,
  grown,
  joined,
  type Point,
  polygon,
  rim,
  roundedBox,
  without,
} from '../../../manifest/icons/shape.ts';

const square: readonly Point[] = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
];
const place = fc.double({ min: -20, max: 30, noNaN: true });

describe('a shape', () => {
  it('is the distance from its edge, less than 0 inside', () => {
    expect(circle([5, 5], 3)(5, 10)).toBe(2);
    expect(circle([5, 5], 3)(5, 5)).toBe(-3);
    expect(roundedBox([0, 0], [10, 10], 2)(5, 13)).toBe(3);
    expect(polygon(square)(5, 13)).toBe(3);
    expect(polygon(square)(5, 9)).toBe(-1);
  });

  it('agrees with itself: a box without rounding is the polygon of its corners', () => {
    const [box, corners] = [roundedBox([0, 0], [10, 10], 0), polygon(square)];
    fc.assert(fc.property(place, place, (x, y) => expect(box(x, y)).toBeCloseTo(corners(x, y), 9)));
  });

  it('is in a join where it is in one of the two, and out of a hole', () => {
    const [left, right] = [circle([0, 0], 4), circle([6, 0], 4)];
    fc.assert(
      fc.property(place, place, (x, y) => {
        const [inLeft, inRight] = [left(x, y) < 0, right(x, y) < 0];
        expect(joined(left, right)(x, y) < 0).toBe(inLeft || inRight);
        expect(without(left, right)(x, y) < 0).toBe(inLeft && right(x, y) > 0);
      }),
    );
  });

  it('has a rim of the width that was asked, inside its edge', () => {
    const ring = rim(circle([0, 0], 10), 2);
    expect([ring(9, 0) < 0, ring(7, 0) < 0, ring(11, 0) < 0]).toEqual([true, false, false]);
    expect(grown(circle([0, 0], 10), 2)(12, 0)).toBe(0);
  });

  it('covers the pixel on its edge by half', () => {
    const disc = circle([0, 0], 10);
    expect([coverage(disc, 0, 0), coverage(disc, 10, 0), coverage(disc, 12, 0)]).toEqual([1, 0.5, 0]);
  });
});
