import {
  type Band,
  mergeHighBands,
  mergeLowBands,
  createBands,
  findBand,
  suppressCount,
  type PublishedCount,
  suppressTotals,
  suppressSum,
  suppressWeekTotals,
  getRoundedValue,
  countFromBand,
  sum,
} from './suppression.ts';
import {
  type DisclosureRule,
  figureKinds,
  figureOutcomes,
  FiguresError,
  type WeekFigures,
  asWeekFiguresV2,
} from '../figures/week-figures.ts';
import type { PublicationPeriod } from './period-hierarchy.ts';
import type { PublishedPeriodCounts } from './publication-record.ts';

const getAcknowledgementLimit = ({ acknowledgement }: WeekFigures): PublishedPeriodCounts['limit'] =>
  acknowledgement.target === 'days' ? acknowledgement.days : 'none';
const getInTimeCount = ({ acknowledgement }: WeekFigures): number =>
  acknowledgement.target === 'days' ? acknowledgement.inTime : 0;

const countByKind = (weeks: readonly WeekFigures[]): PartCounts =>
  figureKinds.map((id) => ({ id, count: sum(weeks.map(({ kind }) => kind[id])) }));
const countByOutcome = (weeks: readonly WeekFigures[]): PartCounts =>
  figureOutcomes.map((id) => ({ id, count: sum(weeks.map((week) => asWeekFiguresV2(week)?.outcome[id] ?? 0)) }));
const countClosed = (weeks: readonly WeekFigures[]): number => sum(countByOutcome(weeks).map(({ count }) => count));

function createPublicationHeader({ level, from, to }: PublicationPeriod, weeks: readonly WeekFigures[]) {
  const limits = new Set(weeks.map(getAcknowledgementLimit));
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

function createPublishedWeekCounts(publicationPeriod: PublicationPeriod, week: WeekFigures): PublishedPeriodCounts {
  const { received, rule, acknowledgement } = week;
  const counts = { received, rule, ...(acknowledgement.target === 'days' && { inTime: acknowledgement.inTime }) };
  return { ...createPublicationHeader(publicationPeriod, [week]), ...suppressWeekTotals(counts) };
}

function suppressBreakdowns(
  publicationPeriod: PublicationPeriod,
  children: readonly PublishedPeriodCounts[],
  weeks: readonly WeekFigures[],
  received: PublishedCount,
) {
  const rule = createPublicationHeader(publicationPeriod, weeks);
  const small = rule.smallCount - 1;
  if (publicationPeriod.level === 'quarter') {
    const closed = suppressCount(countClosed(weeks), rule);
    return {
      kind: suppressParts(received, countByKind(weeks), rule),
      closed,
      outcome: suppressParts(closed, countByOutcome(weeks), rule),
    };
  }
  const all = children.flatMap(({ closed, kind, outcome }) =>
    closed && kind && outcome ? [{ closed, kind, outcome }] : [],
  );
  if (publicationPeriod.level !== 'year' || all.length < children.length) return {};
  const closed = suppressSum(
    all.map((each) => each.closed),
    countClosed(weeks),
    small,
  );
  return {
    kind: sumParts(
      all.map(({ kind }) => kind),
      received,
      small,
    ),
    closed,
    outcome: sumParts(
      all.map(({ outcome }) => outcome),
      closed,
      small,
    ),
  };
}

/** Publishes the weeks, the oldest first, after the children. Throws FiguresError if they differ from the children. */
export function createPublishedPeriodCounts(
  period: PublicationPeriod,
  children: readonly PublishedPeriodCounts[],
  weeks: readonly WeekFigures[],
): PublishedPeriodCounts {
  const [first] = weeks;
  if (!first) throw new RangeError('no weeks');
  if (period.level === 'week') return createPublishedWeekCounts(period, first);
  const frame = createPublicationHeader(period, weeks);
  const counts = {
    received: sum(weeks.map(({ received }) => received)),
    ...(typeof frame.limit === 'number' && { inTime: sum(weeks.map(getInTimeCount)) }),
  };
  const totals = suppressTotals(children, counts, frame.smallCount - 1);
  return { ...frame, ...totals, ...suppressBreakdowns(period, children, weeks, totals.received) };
}

/** Throws FiguresError if weeks differ from what was published: they were recounted since. */
export function assertCountsMatchPublication(published: PublishedPeriodCounts, weeks: readonly WeekFigures[]): void {
  findBand([published.received.band], sum(weeks.map(({ received }) => received)));
  if (published.inTime) findBand([published.inTime.band], sum(weeks.map(getInTimeCount)));
  if (published.closed) findBand([published.closed.band], countClosed(weeks));
  for (const [parts, counted] of [
    [published.kind, countByKind(weeks)],
    [published.outcome, countByOutcome(weeks)],
  ] as const) {
    for (const { id, band } of parts ?? []) {
      const part = counted.find((each) => each.id === id);
      if (!part) throw new FiguresError('differs');
      findBand([band], part.count);
    }
  }
}

type PartCounts = readonly { readonly id: string; readonly count: number }[];
export interface PublishedPart extends PublishedCount {
  readonly id: string;
}

/** No count is a band of its own unless it is hidden. */
function createPartBands(max: number, { smallCount, hideZero }: DisclosureRule): readonly Band[] {
  if (max <= 0) return [{ low: 0, high: 0 }];
  if (hideZero) return createBands({ low: 0, high: max }, smallCount - 1);
  return [{ low: 0, high: 0 }, ...createBands({ low: 1, high: max }, smallCount - 1)];
}

/**
 * The parts of a published total, each in its own band. Each in turn takes from what the total leaves: their least sum
 * is never more than the total can be, and the greatest never less, so that the bands say nothing about the total, and
 * of each hidden part no more than its band. The last part is the least exact. Parts are hidden with their total.
 * Throws FiguresError if a count is in no band.
 */
export function suppressParts(
  total: PublishedCount,
  parts: PartCounts,
  rule: DisclosureRule,
): readonly PublishedPart[] {
  if (total.shown === undefined) return parts.map(({ id }) => ({ id, band: { low: 0, high: total.band.high } }));
  const published: PublishedPart[] = [];
  for (const [place, { id, count }] of parts.entries()) {
    const least = sum(published.map(({ band }) => band.low));
    const max = sum(published.map(({ band }) => band.high));
    const open = mergeHighBands(createPartBands(total.band.high - least, rule), total.band.low - least);
    const bands = place === parts.length - 1 ? mergeLowBands(open, total.band.high - max) : open;
    const one = countFromBand(findBand(bands, count), rule.smallCount - 1);
    published.push({ id, ...one, ...(one.shown !== undefined && { shown: Math.min(one.shown, total.shown) }) });
  }
  return published;
}

/**
 * The parts of several totals together, from nothing but what was published of each. A sum is shown if it is no small
 * count and can be no more than twice its least.
 */
export function sumParts(
  children: readonly (readonly PublishedPart[])[],
  total: PublishedCount,
  small: number,
): readonly PublishedPart[] {
  const ids = children[0]?.map(({ id }) => id) ?? [];
  return ids.map((id) => {
    const each = children.flatMap((parts) => parts.filter((part) => part.id === id));
    const band = { low: sum(each.map((part) => part.band.low)), high: sum(each.map((part) => part.band.high)) };
    if (total.shown === undefined || (band.high > 0 && (band.low <= small || band.high > 2 * band.low)))
      return { id, band };
    return { id, shown: band.high === 0 ? 0 : Math.min(getRoundedValue(band), total.shown), band };
  });
}
