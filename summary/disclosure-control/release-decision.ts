import {
  type Band,
  bandsBeginningBy,
  bandsEndingFrom,
  bandsOf,
  bandWith,
  issueCount,
  type IssuedCount,
  issueOver,
  issueSum,
  issueWeek,
  roundedValueOf,
  toldBy,
  sum,
} from './suppression.ts';
import {
  type DisclosureRule,
  figureKinds,
  figureOutcomes,
  FiguresError,
  type WeekFigures,
  wholeWeek,
} from '../figures/week-figures.ts';
import type { Stretch } from './period-hierarchy.ts';
import type { Told } from './publication-record.ts';

const limitOf = ({ acknowledgement }: WeekFigures): Told['limit'] =>
  acknowledgement.target === 'days' ? acknowledgement.days : 'none';
const inTimeOf = ({ acknowledgement }: WeekFigures): number =>
  acknowledgement.target === 'days' ? acknowledgement.inTime : 0;

const byKind = (weeks: readonly WeekFigures[]): Parts =>
  figureKinds.map((id) => ({ id, count: sum(weeks.map(({ kind }) => kind[id])) }));
const byOutcome = (weeks: readonly WeekFigures[]): Parts =>
  figureOutcomes.map((id) => ({ id, count: sum(weeks.map((week) => wholeWeek(week)?.outcome[id] ?? 0)) }));
const closedIn = (weeks: readonly WeekFigures[]): number => sum(byOutcome(weeks).map(({ count }) => count));

function frameOf({ level, from, to }: Stretch, weeks: readonly WeekFigures[]) {
  const limits = new Set(weeks.map(limitOf));
  const asAt = weeks.map(({ countedOn }) => countedOn).reduce((one, other) => (one < other ? other : one));
  return {
    level,
    from,
    to,
    asAt,
    smallCount: Math.max(...weeks.map(({ rule }) => rule.smallCount)),
    hideZero: weeks.some(({ rule }) => rule.hideZero),
    limit: limits.size === 1 ? ([...limits][0] ?? 'none') : 'unlike',
  };
}

function tellWeek(stretch: Stretch, week: WeekFigures): Told {
  const { received, rule, acknowledgement } = week;
  const counts = { received, rule, ...(acknowledgement.target === 'days' && { inTime: acknowledgement.inTime }) };
  return { ...frameOf(stretch, [week]), ...issueWeek(counts) };
}

function partsOf(stretch: Stretch, children: readonly Told[], weeks: readonly WeekFigures[], received: IssuedCount) {
  const rule = frameOf(stretch, weeks);
  const small = rule.smallCount - 1;
  if (stretch.level === 'quarter') {
    const closed = issueCount(closedIn(weeks), rule);
    return {
      kind: tellParts(received, byKind(weeks), rule),
      closed,
      outcome: tellParts(closed, byOutcome(weeks), rule),
    };
  }
  const all = children.flatMap(({ closed, kind, outcome }) =>
    closed && kind && outcome ? [{ closed, kind, outcome }] : [],
  );
  if (stretch.level !== 'year' || all.length < children.length) return {};
  const closed = issueSum(
    all.map((each) => each.closed),
    closedIn(weeks),
    small,
  );
  return {
    kind: addParts(
      all.map(({ kind }) => kind),
      received,
      small,
    ),
    closed,
    outcome: addParts(
      all.map(({ outcome }) => outcome),
      closed,
      small,
    ),
  };
}

/**
 * Tells of a stretch by its weeks, the oldest first, after its children were told. Throws FiguresError if the weeks do
 * not count what the children told.
 */
export function tell(stretch: Stretch, children: readonly Told[], weeks: readonly WeekFigures[]): Told {
  const [first] = weeks;
  if (!first) throw new RangeError('no weeks');
  if (stretch.level === 'week') return tellWeek(stretch, first);
  const frame = frameOf(stretch, weeks);
  const counts = {
    received: sum(weeks.map(({ received }) => received)),
    ...(typeof frame.limit === 'number' && { inTime: sum(weeks.map(inTimeOf)) }),
  };
  const totals = issueOver(children, counts, frame.smallCount - 1);
  return { ...frame, ...totals, ...partsOf(stretch, children, weeks, totals.received) };
}

/** Throws FiguresError if weeks do not count what was told of them: they were counted anew since. */
export function expectCounted(told: Told, weeks: readonly WeekFigures[]): void {
  bandWith([told.received.band], sum(weeks.map(({ received }) => received)));
  if (told.inTime) bandWith([told.inTime.band], sum(weeks.map(inTimeOf)));
  if (told.closed) bandWith([told.closed.band], closedIn(weeks));
  for (const [parts, counted] of [
    [told.kind, byKind(weeks)],
    [told.outcome, byOutcome(weeks)],
  ] as const) {
    for (const { id, band } of parts ?? []) {
      const part = counted.find((each) => each.id === id);
      if (!part) throw new FiguresError('differs');
      bandWith([band], part.count);
    }
  }
}

type Parts = readonly { readonly id: string; readonly count: number }[];
export interface ToldPart extends IssuedCount {
  readonly id: string;
}

/** No count is a band of its own unless it is hidden. */
function bandsUpTo(most: number, { smallCount, hideZero }: DisclosureRule): readonly Band[] {
  if (most <= 0) return [{ low: 0, high: 0 }];
  if (hideZero) return bandsOf({ low: 0, high: most }, smallCount - 1);
  return [{ low: 0, high: 0 }, ...bandsOf({ low: 1, high: most }, smallCount - 1)];
}

/**
 * The parts of a total that was issued, each in its own band. Each in turn takes from what the total leaves: the least
 * that they add up to is never more than the total can be, and the most never less, so that the bands say nothing about
 * the total, and of each hidden part no more than its band. The last part is told the least exactly. Parts are hidden
 * with their total. Throws FiguresError if a count is in no band.
 */
export function tellParts(total: IssuedCount, parts: Parts, rule: DisclosureRule): readonly ToldPart[] {
  if (total.shown === undefined) return parts.map(({ id }) => ({ id, band: { low: 0, high: total.band.high } }));
  const told: ToldPart[] = [];
  for (const [place, { id, count }] of parts.entries()) {
    const least = sum(told.map(({ band }) => band.low));
    const most = sum(told.map(({ band }) => band.high));
    const open = bandsBeginningBy(bandsUpTo(total.band.high - least, rule), total.band.low - least);
    const bands = place === parts.length - 1 ? bandsEndingFrom(open, total.band.high - most) : open;
    const one = toldBy(bandWith(bands, count), rule.smallCount - 1);
    told.push({ id, ...one, ...(one.shown !== undefined && { shown: Math.min(one.shown, total.shown) }) });
  }
  return told;
}

/**
 * The parts of several totals together, from what was issued of each and nothing else, so that they say nothing new. A
 * sum is shown if it is no small count and can be no more than twice its least.
 */
export function addParts(
  children: readonly (readonly ToldPart[])[],
  total: IssuedCount,
  small: number,
): readonly ToldPart[] {
  const ids = children[0]?.map(({ id }) => id) ?? [];
  return ids.map((id) => {
    const each = children.flatMap((parts) => parts.filter((part) => part.id === id));
    const band = { low: sum(each.map((part) => part.band.low)), high: sum(each.map((part) => part.band.high)) };
    if (total.shown === undefined || (band.high > 0 && (band.low <= small || band.high > 2 * band.low)))
      return { id, band };
    return { id, shown: band.high === 0 ? 0 : Math.min(roundedValueOf(band), total.shown), band };
  });
}
