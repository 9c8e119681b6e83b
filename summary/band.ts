export interface Band {
  readonly low: number;
  readonly high: number;
}

const base = 5;
/** A narrower band would say nearly as much as the count. */
const leastWidth = 3;

const widthOf = (band: Band): number => band.high - band.low + 1;
const joined = (a: Band, b: Band): Band => ({ low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) });

function roundedBands({ low, high }: Band): readonly Band[] {
  const bands: Band[] = [];
  for (let from = low; from <= high; ) {
    const to = Math.min(high, Math.round(from / base) * base + 2);
    bands.push({ low: from, high: to });
    from = to + 1;
  }
  return bands;
}

function wideEnough(bands: readonly Band[]): readonly Band[] {
  const wide: Band[] = [];
  let waiting: Band | undefined;
  for (const band of bands) {
    const whole: Band = waiting ? joined(waiting, band) : band;
    waiting = widthOf(whole) < leastWidth ? whole : undefined;
    if (!waiting) wide.push(whole);
  }
  if (!waiting) return wide;
  const last = wide.pop();
  return [...wide, last ? joined(last, waiting) : waiting];
}

/**
 * Cuts a range into bands by rounding to five. The lowest holds all counts up to `small`, and none is narrower than
 * three unless the whole range is. Depends on nothing but the range.
 */
export function bandsOf(range: Band, small: number): readonly Band[] {
  if (range.low > small) return wideEnough(roundedBands(range));
  if (range.high <= small) return [range];
  return wideEnough([{ low: range.low, high: small }, ...roundedBands({ low: small + 1, high: range.high })]);
}

export const roundedValueOf = (band: Band): number => Math.round((band.low + band.high) / 2 / base) * base;

/** The bands, with the last ones joined until the last begins no higher than `latest`. */
export function bandsBeginningBy(bands: readonly Band[], latest: number): readonly Band[] {
  const place = Math.max(
    0,
    bands.findLastIndex(({ low }) => low <= latest),
  );
  const joint = bands[place];
  const last = bands.at(-1);
  return joint && last ? [...bands.slice(0, place), joined(joint, last)] : bands;
}

/** The bands, with the first ones joined until the first ends no lower than `earliest`. */
export function bandsEndingFrom(bands: readonly Band[], earliest: number): readonly Band[] {
  const found = bands.findIndex(({ high }) => high >= earliest);
  const place = found < 0 ? bands.length - 1 : found;
  const [first] = bands;
  const joint = bands[place];
  return first && joint ? [joined(first, joint), ...bands.slice(place + 1)] : bands;
}
