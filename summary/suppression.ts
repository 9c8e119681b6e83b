import { type Band, bandsOf, roundedValueOf } from './band.ts';
import type { DisclosureRule } from './week-figures.ts';

/** The true counts of a week that the wider table draws on. `inTime` is missing where no limit was set. */
export interface WeekCounts {
  readonly received: number;
  readonly inTime?: number;
  readonly rule: DisclosureRule;
}

/** A count as it is issued: `shown` is missing where it is hidden; `band` is all that may be inferred of it. */
export interface IssuedCount {
  readonly shown?: number;
  readonly band: Band;
}
export interface IssuedCounts {
  readonly received: IssuedCount;
  readonly inTime?: IssuedCount;
}

const exactly = (count: number): Band => ({ low: count, high: count });
const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
const bandWith = (bands: readonly Band[], count: number): Band =>
  bands.find((band) => band.low <= count && count <= band.high) ?? exactly(count);
const hiddenBand = ({ smallCount, hideZero }: DisclosureRule): Band => ({
  low: hideZero ? 0 : 1,
  high: smallCount - 1,
});

function issued(count: number, rule: DisclosureRule): IssuedCount {
  if (count === 0 && !rule.hideZero) return { shown: 0, band: exactly(0) };
  if (count < rule.smallCount) return { band: hiddenBand(rule) };
  // Far enough above the count for the bands around it to be the same whatever the range's end.
  const range = { low: rule.smallCount, high: Math.ceil(count / 5) * 5 + 12 };
  const band = bandWith(bandsOf(range, rule.smallCount - 1), count);
  return { shown: roundedValueOf(band), band };
}

/**
 * The counts that a week may say to wider readers. A part is hidden with its total: a part that is shown, were it only
 * as none, would narrow a hidden total.
 */
export function issueWeek({ received, inTime, rule }: WeekCounts): IssuedCounts {
  const total = issued(received, rule);
  if (inTime === undefined) return { received: total };
  const part = total.shown === undefined ? { band: { low: 0, high: total.band.high } } : issued(inTime, rule);
  return { received: total, inTime: part };
}

interface Known {
  readonly count: number;
  readonly issued: IssuedCount;
}

/** The sum of several weeks from what was issued of each and, for the hidden ones together, nothing but a band. */
function issuedSum(known: readonly Known[], band: Band | undefined, small: number): IssuedCount {
  const shown = known.filter((each) => each.issued.shown !== undefined);
  const low = sum(shown.map((each) => each.issued.band.low)) + (band?.low ?? 0);
  const high = sum(shown.map((each) => each.issued.band.high)) + (band?.high ?? 0);
  if (high > 0 && low <= small) return { band: { low, high } };
  const value = sum(shown.map((each) => each.issued.shown ?? 0)) + (band ? roundedValueOf(band) : 0);
  return { shown: value, band: { low, high } };
}

const hiddenOf = (known: readonly Known[]): readonly Known[] => known.filter((each) => each.issued.shown === undefined);

/**
 * The counts that a block of weeks may say beside what each of its weeks says. The total is the sum of what was issued,
 * and of the hidden weeks' sum only in which band it lies; every band leaves every hidden count more than one value.
 * The bands of the part never begin above the least that the hidden totals can be, so that they say nothing about
 * those.
 */
export function issueBlock(weeks: readonly WeekCounts[]): IssuedCounts {
  const each = weeks.map((counts) => ({ counts, issued: issueWeek(counts) }));
  const small = Math.max(...weeks.map(({ rule }) => rule.smallCount - 1));
  const totals = each.map((week) => ({ count: week.counts.received, issued: week.issued.received }));
  const hidden = hiddenOf(totals);
  const range = {
    low: sum(hidden.map(({ issued }) => issued.band.low)),
    high: sum(hidden.map(({ issued }) => issued.band.high)),
  };
  const band = hidden.length > 0 ? bandWith(bandsOf(range, small), sum(hidden.map(({ count }) => count))) : undefined;
  const received = issuedSum(totals, band, small);

  const parts = each.flatMap(({ counts, issued }) =>
    counts.inTime === undefined || !issued.inTime ? [] : [{ count: counts.inTime, issued: issued.inTime, of: issued }],
  );
  if (parts.length < weeks.length) return { received };
  const hiddenParts = hiddenOf(parts);
  if (hiddenParts.length === 0) return { received, inTime: atMost(issuedSum(parts, undefined, small), received) };
  const beside = parts.filter((part) => part.issued.shown === undefined && part.of.received.shown !== undefined);
  const most = sum(beside.map(({ issued }) => issued.band.high));
  const partRange = { low: sum(beside.map(({ issued }) => issued.band.low)), high: (band?.high ?? 0) + most };
  const partBands = bandsBeginningBy(bandsOf(partRange, small), (band?.low ?? 0) + most);
  const partBand = bandWith(partBands, sum(hiddenParts.map(({ count }) => count)));
  return { received, inTime: atMost(issuedSum(parts, partBand, small), received) };
}

/** The bands, the last ones joined until it begins no higher than `latest`. */
function bandsBeginningBy(bands: readonly Band[], latest: number): readonly Band[] {
  const last = bands.at(-1);
  const before = bands.at(-2);
  if (!last || !before || last.low <= latest) return bands;
  return bandsBeginningBy([...bands.slice(0, -2), { low: before.low, high: last.high }], latest);
}

/** A part is hidden with its total, and never shown as more than it. */
function atMost(part: IssuedCount, total: IssuedCount): IssuedCount {
  if (total.shown === undefined) return { band: { low: 0, high: total.band.high } };
  return part.shown === undefined ? part : { ...part, shown: Math.min(part.shown, total.shown) };
}
