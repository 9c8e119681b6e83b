/**
 * A shape as the distance of a point from its edge, less than 0 inside. Only arithmetic and square roots, which every
 * machine rounds alike, so that an icon has the same bytes everywhere.
 */
export type Shape = (x: number, y: number) => number;

const length = (x: number, y: number): number => Math.sqrt(x * x + y * y);

export type Point = readonly [x: number, y: number];

export const circle =
  ([centreX, centreY]: Point, radius: number): Shape =>
  (x, y) =>
    length(x - centreX, y - centreY) - radius;

/** A box with rounded corners. */
export function roundedBox([left, top]: Point, [right, bottom]: Point, radius: number): Shape {
  const [centreX, centreY] = [(left + right) / 2, (top + bottom) / 2];
  const [reachX, reachY] = [(right - left) / 2 - radius, (bottom - top) / 2 - radius];
  return (x, y) => {
    const [overX, overY] = [Math.abs(x - centreX) - reachX, Math.abs(y - centreY) - reachY];
    return length(Math.max(overX, 0), Math.max(overY, 0)) + Math.min(Math.max(overX, overY), 0) - radius;
  };
}

/** A polygon, its corners in the order of a walk around it. Not for fewer than three. */
export const polygon =
  (corners: readonly Point[]): Shape =>
  (x, y) => {
    let nearest = Infinity;
    let inside = false;
    let [fromX, fromY] = corners.at(-1) ?? [0, 0];
    for (const [toX, toY] of corners) {
      const [edgeX, edgeY] = [toX - fromX, toY - fromY];
      const along = ((x - fromX) * edgeX + (y - fromY) * edgeY) / (edgeX * edgeX + edgeY * edgeY);
      const on = Math.min(Math.max(along, 0), 1);
      nearest = Math.min(nearest, length(x - fromX - edgeX * on, y - fromY - edgeY * on));
      if (fromY > y !== toY > y && x < fromX + (edgeX * (y - fromY)) / edgeY) inside = !inside;
      [fromX, fromY] = [toX, toY];
    }
    return inside ? -nearest : nearest;
  };

/** The same shape with its edge moved outwards and its corners rounded. */
export const grown =
  (shape: Shape, by: number): Shape =>
  (x, y) =>
    shape(x, y) - by;

export const joined =
  (first: Shape, second: Shape): Shape =>
  (x, y) =>
    Math.min(first(x, y), second(x, y));

export const without =
  (shape: Shape, hole: Shape): Shape =>
  (x, y) =>
    Math.max(shape(x, y), -hole(x, y));

/** The rim of a shape, lying inside its edge. */
export const rim =
  (shape: Shape, width: number): Shape =>
  (x, y) => {
    const distance = shape(x, y);
    return Math.max(distance, -distance - width);
  };

/** How much of the pixel around a point the shape covers, 0 to 1, for a shape measured in pixels. */
export const coverage = (shape: Shape, x: number, y: number): number => Math.min(Math.max(0.5 - shape(x, y), 0), 1);
