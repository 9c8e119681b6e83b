/** The value below which a share of the values lies, by the nearest rank; NaN if there are none, or one could not be taken. */
export function quantile(values: readonly number[], share: number): number {
  if (values.some(Number.isNaN)) return Number.NaN;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** The middle value; NaN if there are none. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** How much y grows with each x, by least squares; NaN for fewer than two points. */
export function slope(points: readonly { readonly x: number; readonly y: number }[]): number {
  const mean = (pick: (point: { x: number; y: number }) => number): number =>
    points.reduce((sum, point) => sum + pick(point), 0) / points.length;
  const [x, y] = [mean((point) => point.x), mean((point) => point.y)];
  const over = points.reduce((sum, point) => sum + (point.x - x) * (point.y - y), 0);
  return over / points.reduce((sum, point) => sum + (point.x - x) ** 2, 0);
}

/** The share of pairs in which a value of the first is below one of the second. */
export function shareBelow(first: readonly number[], second: readonly number[]): number {
  const pairs = first.reduce((sum, one) => sum + second.filter((other) => one < other).length, 0);
  return pairs / (first.length * second.length);
}
