import type { Audience } from '../concerns/records/permissions.ts';
import { addDays, addWeeks, type Day, mondayOf, type Week } from '../concerns/terms/calendar.ts';
import type { Language } from '../concerns/terms/language.ts';
import { changeCell, countCell, issuedCell } from './cell.ts';
import { type CountDependencies, lastClosedWeek } from './closed-weeks.ts';
import { countWeeks } from './count-weeks.ts';
import { fullTables } from './full-tables.ts';
import { boundsOf, type Period, periodBefore, weeksOf } from './periods.ts';
import { periodTitle } from './period-words.ts';
import type { Summary, SummaryHead } from './summary.ts';
import { trendOf, trendWeeks } from './trend.ts';
import { lastWholeBlock, weeksUpTo } from './week-blocks.ts';
import type { WeekFigures } from './week-figures.ts';
import { issuedOf, widerTables } from './wider-tables.ts';

export interface SummaryRequest {
  readonly audience: Audience;
  readonly period: Period;
  readonly language: Language;
}

/**
 * `notClosed`: no week of the period is over yet, and nothing was counted; it can be asked for on the day `closesOn`.
 * `notNow`: the clock is in doubt, and nothing was counted. `notSafe`: beside what its readers have had, the period
 * would let them work out what they may not have; those in `nearest` would not.
 */
export type SummaryOutcome =
  | { readonly kind: 'summary'; readonly summary: Summary }
  | { readonly kind: 'notClosed'; readonly week: Week; readonly closesOn: Day }
  | { readonly kind: 'notNow' }
  | { readonly kind: 'notSafe'; readonly nearest: readonly Period[] };

const lastDayCounted = (figures: readonly WeekFigures[]): Day | undefined =>
  figures
    .map(({ countedOn }) => countedOn)
    .toSorted()
    .at(-1);

/** The fixed block of weeks that is whole by a week, as a period. */
function blockBy(week: Week): Period {
  const block = lastWholeBlock(week);
  return { kind: 'range', from: block[0] ?? week, to: block.at(-1) ?? week };
}

/** Whether wider readers may have a period: a week, or a fixed block of weeks. */
function isSafe(period: Period): boolean {
  if (period.kind === 'week') return true;
  const { from, to } = boundsOf(period);
  const block = boundsOf(blockBy(to));
  return from === block.from && to === block.to;
}

function fullHead(now: readonly WeekFigures[], before: readonly WeekFigures[]): SummaryHead {
  const received = (weeks: readonly WeekFigures[]) => weeks.reduce((sum, week) => sum + week.received, 0);
  const standing = now.flatMap(({ acknowledgement }) => (acknowledgement.target === 'days' ? [acknowledgement] : []));
  const all = received(now);
  return {
    received: countCell(all),
    change: changeCell(all - received(before)),
    ...(standing.length > 0 && {
      inTime: countCell(standing.reduce((sum, { inTime }) => sum + inTime, 0)),
      overdue: countCell(standing.reduce((sum, { overdue }) => sum + overdue, 0)),
    }),
  };
}

function widerHead(now: readonly WeekFigures[]): SummaryHead {
  const { received, inTime } = issuedOf(now);
  return { received: issuedCell(received.shown), ...(inTime && { inTime: issuedCell(inTime.shown) }) };
}

/**
 * The summary that an audience may see of a period, as far as it is over. Whether somebody belongs to the audience is for
 * the caller to ask. Throws StoreError, and FiguresError where frozen figures are damaged.
 */
export async function pullSummary(
  deps: CountDependencies,
  { audience, period, language }: SummaryRequest,
): Promise<SummaryOutcome> {
  const isWider = audience === 'wider';
  if (isWider && !isSafe(period)) {
    const { to } = boundsOf(period);
    const last = lastClosedWeek(deps.clock(), deps.timeZone);
    const by = to < last ? to : last;
    return { kind: 'notSafe', nearest: [blockBy(by), { kind: 'week', week: by }] };
  }
  const last = lastClosedWeek(deps.clock(), deps.timeZone);
  const whole = weeksOf(period);
  const weeks = isWider ? whole : whole.filter((week) => week <= last);
  const lastTold = weeks.at(-1);
  if (lastTold === undefined || lastTold > last) {
    const week = whole.find((each) => each > last) ?? addWeeks(last, 1);
    return { kind: 'notClosed', week, closesOn: addDays(mondayOf(week), 7) };
  }
  const handledBy = audience === 'reserve' ? 'reserve' : 'acu';
  // A period that is not over is compared with as much of the one before.
  const earlier = isWider ? [] : weeksOf(periodBefore(period)).slice(0, weeks.length);
  const trail = weeksUpTo(lastTold, trendWeeks);
  const needed = [...new Set([...earlier, ...trail, ...weeks])].toSorted();
  const counted = await countWeeks(deps, needed, handledBy);
  if (counted.kind !== 'counted') return counted;
  const figuresOf = (wanted: readonly Week[]): readonly WeekFigures[] => {
    const names = new Set(wanted);
    return counted.figures.filter(({ week }) => names.has(week));
  };
  const now = figuresOf(weeks);
  const before = figuresOf(earlier);
  return {
    kind: 'summary',
    summary: {
      audience,
      language,
      period,
      weeks,
      asAt: lastDayCounted(now) ?? mondayOf(lastTold),
      title: periodTitle(period, language),
      head: isWider ? widerHead(now) : fullHead(now, before),
      tables: isWider ? widerTables(now, language) : fullTables({ now, before }, language),
      trend: trendOf(figuresOf(trail), audience, language),
    },
  };
}
