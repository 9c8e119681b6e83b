/** Lower bounds, so that one more of few is never seen. */
export const countBands = [0, 1, 5, 20, 100] as const;
/** In seconds. */
export const waitBands = [0, 300, 900, 3_600, 14_400, 86_400] as const;
/** In seconds. A single step is far below the first. */
export const delayBands = [0, 0.05, 0.1, 0.25, 0.5, 1, 5] as const;

/** The first for a value below all. Bands rise. */
export const bandOf = (bands: readonly number[], value: number): number =>
  bands.findLast((band) => value >= band) ?? bands[0] ?? 0;
