import { bandWith, issueCount, issueOver, type IssuedCount, issueSum, issueWeek } from '../suppression.ts';
import { FiguresError } from '../figures-error.ts';
import { figureKinds, figureOutcomes, type WeekFigures, wholeWeek } from '../week-figures.ts';
import type { Stretch } from './hierarchy.ts';
import type { Told } from './issue-record.ts';
import { addParts, type Parts, tellParts } from './tell-parts.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
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
