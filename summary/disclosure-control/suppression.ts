import { type DisclosureRule, FiguresError } from '../figures/week-figures.ts';

export interface Band {
  readonly low: number;
  readonly high: number;
}

const roundingBase = 5;
/** A narrower band would say nearly as much as the count. */
const minBandWidth = 3;

const getBandWidth = (band: Band): number => band.high - band.low + 1;
const mergeBands = (a: Band, b: Band): Band => ({ low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) });

function roundedBands({ low, high }: Band): readonly Band[] {
  const bands: Band[] = [];
  for (let from = low; from <= high; ) {
    const to = Math.min(high, Math.round(from / roundingBase) * roundingBase + 2);
    bands.push({ low: from, high: to });
    from = to + 1;
  }
  return bands;
}

function mergeNarrowBands(bands: readonly Band[]): readonly Band[] {
  const wide: Band[] = [];
  let waiting: Band | undefined;
  for (const band of bands) {
    const whole: Band = waiting ? mergeBands(waiting, band) : band;
    waiting = getBandWidth(whole) < minBandWidth ? whole : undefined;
    if (!waiting) wide.push(whole);
  }
  if (!waiting) return wide;
  const last = wide.pop();
  return [...wide, last ? mergeBands(last, waiting) : waiting];
}

/**
 * Cuts a range into bands by rounding to five, by the range alone. The lowest holds all counts up to `small`, and none
 * is narrower than three unless the whole range is.
 */
export function createBands(range: Band, small: number): readonly Band[] {
  if (range.low > small) return mergeNarrowBands(roundedBands(range));
  if (range.high <= small) return [range];
  return mergeNarrowBands([{ low: range.low, high: small }, ...roundedBands({ low: small + 1, high: range.high })]);
}

export const getRoundedValue = (band: Band): number =>
  Math.round((band.low + band.high) / 2 / roundingBase) * roundingBase;

/** Joins the last until it begins no higher than `latest`. */
export function mergeHighBands(bands: readonly Band[], latest: number): readonly Band[] {
  const place = Math.max(
    0,
    bands.findLastIndex(({ low }) => low <= latest),
  );
  const joint = bands[place];
  const last = bands.at(-1);
  return joint && last ? [...bands.slice(0, place), mergeBands(joint, last)] : bands;
}

/** Joins the first until it ends no lower than `earliest`. */
export function mergeLowBands(bands: readonly Band[], earliest: number): readonly Band[] {
  const found = bands.findIndex(({ high }) => high >= earliest);
  const place = found < 0 ? bands.length - 1 : found;
  const [first] = bands;
  const joint = bands[place];
  return first && joint ? [mergeBands(first, joint), ...bands.slice(place + 1)] : bands;
}

/** The true counts. `inTime` is missing if no limit was set. */
export interface WeekTotals {
  readonly received: number;
  readonly inTime?: number;
  readonly rule: DisclosureRule;
}

/** `shown` is missing if the count is hidden; `band` is all that may be inferred of it. */
export interface PublishedCount {
  readonly shown?: number;
  readonly band: Band;
}

/**
 * Whatever the totals are within their bands, the part can be as much as `least`, and all but `gap` of its total: a
 * sum's bands are cut by this, and say nothing about totals.
 */
interface PublishedSubtotal extends PublishedCount {
  readonly least: number;
  readonly gap: number;
}
export interface PublishedTotals {
  readonly received: PublishedCount;
  readonly inTime?: PublishedSubtotal;
}

const createExactBand = (count: number): Band => ({ low: count, high: count });
export const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
const hiddenBand = ({ smallCount, hideZero }: DisclosureRule): Band => ({
  low: hideZero ? 0 : 1,
  high: smallCount - 1,
});

/** Throws FiguresError if no band holds the count: it is not the published one. */
export function findBand(bands: readonly Band[], count: number): Band {
  const found = bands.find((band) => band.low <= count && count <= band.high);
  if (!found) throw new FiguresError('differs');
  return found;
}

/** A count by itself: hidden if the rule calls it small, else rounded. */
export function suppressCount(count: number, rule: DisclosureRule): PublishedCount {
  if (count === 0 && !rule.hideZero) return { shown: 0, band: createExactBand(0) };
  if (count < rule.smallCount) return { band: hiddenBand(rule) };
  // Far enough above the count that the range's end changes no band around it.
  const range = { low: rule.smallCount, high: Math.ceil(count / 5) * 5 + 12 };
  const band = findBand(createBands(range, rule.smallCount - 1), count);
  return { shown: getRoundedValue(band), band };
}

/** Hidden if the band holds a small count, and none if it holds nothing else. */
export function countFromBand(band: Band, small: number): PublishedCount {
  if (band.high === 0) return { shown: 0, band };
  return band.low <= small ? { band } : { shown: getRoundedValue(band), band };
}

function suppressInTimeCount(total: PublishedCount, inTime: number, rule: DisclosureRule): PublishedSubtotal {
  // A part that is shown, even as none, would narrow a hidden total.
  if (total.shown === undefined) return { band: { low: 0, high: total.band.high }, least: total.band.low, gap: 0 };
  const part = suppressCount(inTime, rule);
  const { low, high } = part.band;
  const isWithTotal = high >= total.band.high;
  return {
    ...part,
    least: isWithTotal ? total.band.low : Math.max(low, high - minHiddenSlack),
    gap: isWithTotal ? 0 : total.band.high - high,
  };
}

/** The values that every hidden count keeps beside its true one. */
const minHiddenSlack = 2;

/** A part is hidden with its total. */
export function suppressWeekTotals({ received, inTime, rule }: WeekTotals): PublishedTotals {
  const total = suppressCount(received, rule);
  return inTime === undefined
    ? { received: total }
    : { received: total, inTime: suppressInTimeCount(total, inTime, rule) };
}

/** Bands are cut by nothing but what can be inferred of the published totals. */
export function suppressSum(children: readonly PublishedCount[], count: number, small: number): PublishedCount {
  const range = { low: sum(children.map(({ band }) => band.low)), high: sum(children.map(({ band }) => band.high)) };
  return countFromBand(findBand(createBands(range, small), count), small);
}

function suppressSubtotalSum(
  children: readonly PublishedSubtotal[],
  count: number,
  total: PublishedCount,
  small: number,
): PublishedSubtotal {
  const range = {
    low: sum(children.map(({ band }) => band.low)),
    high: Math.min(total.band.high, sum(children.map(({ band }) => band.high))),
  };
  const gap = sum(children.map((child) => child.gap));
  const least = Math.max(sum(children.map((child) => child.least)), total.band.low - gap);
  // If each child said that there was none, the sum hides nothing.
  if (total.shown === undefined && range.high === 0) return { shown: 0, band: range, least: 0, gap };
  if (total.shown === undefined) return { band: range, least, gap };
  const bands = mergeHighBands(createBands(range, small), least);
  const published = countFromBand(findBand(bands, count), small);
  return {
    ...published,
    ...(published.shown !== undefined && { shown: Math.min(published.shown, total.shown) }),
    least: published.band.high === 0 ? 0 : Math.min(least, published.band.high - minHiddenSlack),
    gap: Math.max(gap, total.band.high - published.band.high),
  };
}

/**
 * The counts that some weeks together may say, from what each week or block said. Every band is cut by earlier
 * publications and not by the counts, is at least three numbers wide, and begins no higher for a part than the totals
 * allow: someone with all publications is left with at least three values of every hidden count
 * (docs/disclosure-control.md). Throws FiguresError if a count is not one that was published.
 */
export function suppressTotals(
  children: readonly PublishedTotals[],
  counts: { readonly received: number; readonly inTime?: number },
  small: number,
): PublishedTotals {
  const received = suppressSum(
    children.map((child) => child.received),
    counts.received,
    small,
  );
  const parts = children.flatMap(({ inTime }) => (inTime ? [inTime] : []));
  if (counts.inTime === undefined || parts.length < children.length) return { received };
  return { received, inTime: suppressSubtotalSum(parts, counts.inTime, received, small) };
}

export function suppressBlockTotals(weeks: readonly WeekTotals[]): PublishedTotals {
  const parts = weeks.flatMap(({ inTime }) => (inTime === undefined ? [] : [inTime]));
  return suppressTotals(
    weeks.map(suppressWeekTotals),
    {
      received: sum(weeks.map(({ received }) => received)),
      ...(parts.length === weeks.length && { inTime: sum(parts) }),
    },
    Math.max(...weeks.map(({ rule }) => rule.smallCount - 1)),
  );
}
