import type { IssueLedger } from '../core/ports/store.ts';
import type { Audience } from '../core/model/permissions.ts';
import { addDays, addWeeks, type Day, mondayOf, type Week } from '../core/model/calendar.ts';
import type { Language } from '../core/model/language.ts';
import { changeCell, countCell, type Summary, type SummaryHead } from './figures/summary.ts';
import { readAmendments, withAmended } from './revisions/revised-tables.ts';
import { type CountDependencies, countWeeks, lastClosedWeek } from './figures/closed-weeks.ts';
import { withUse } from './figures/first-use.ts';
import { fullTables } from './figures/full-tables.ts';
import { type Period, periodBefore, weeksOf, weeksUpTo } from './figures/periods.ts';
import { issueWider, widerDependencies } from './disclosure-control/publish.ts';
import { periodTitle } from './figures/period-words.ts';
import { trendOf, trendWeeks } from './figures/trend.ts';
import type { WeekFigures } from './figures/week-figures.ts';
import { withPartnerTypes } from './partner-type-table.ts';
import { widerHead, widerTables, widerTrend } from './disclosure-control/public-tables.ts';

export interface PullDependencies extends CountDependencies {
  readonly issues: IssueLedger;
}

export interface SummaryRequest {
  readonly audience: Audience;
  readonly period: Period;
  readonly language: Language;
}

/**
 * `notClosed`: no week of the period is over, and nothing was counted; it can be asked for on the day `closesOn`.
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

async function pullWider(deps: PullDependencies, period: Period, language: Language): Promise<SummaryOutcome> {
  const outcome = await issueWider(widerDependencies(deps), period);
  if (outcome.kind === 'notClosed') {
    return { kind: 'notClosed', week: outcome.week, closesOn: outcome.closesOn };
  }
  if (outcome.kind !== 'issued') return outcome;
  const { weeks, asAt } = outcome;
  return {
    kind: 'summary',
    summary: withUse(
      {
        audience: 'wider',
        language,
        period: outcome.period,
        weeks,
        asAt,
        title: periodTitle(outcome.period, language),
        head: widerHead(outcome),
        tables: widerTables(outcome, language),
        trend: widerTrend(outcome, language),
      },
      // They are not told which of several weeks were quiet.
      {
        before: outcome.change ? weeksOf(outcome.change.before) : [],
        beginsQuietly: outcome.quiet || weeks.length > 1,
      },
      deps.since,
    ),
  };
}

/**
 * The summary that an audience may see of a period, as far as it is over. The caller asks whether someone belongs to
 * the audience. Throws StoreError, and FiguresError if frozen figures are damaged.
 */
export async function pullSummary(
  deps: PullDependencies,
  { audience, period, language }: SummaryRequest,
): Promise<SummaryOutcome> {
  if (audience === 'wider') return pullWider(deps, period, language);
  const last = lastClosedWeek(deps.clock(), deps.timeZone);
  const whole = weeksOf(period);
  const weeks = whole.filter((week) => week <= last);
  const lastTold = weeks.at(-1);
  if (lastTold === undefined) {
    const week = whole.find((each) => each > last) ?? addWeeks(last, 1);
    return { kind: 'notClosed', week, closesOn: addDays(mondayOf(week), 7) };
  }
  const earlier = weeksOf(periodBefore(period)).slice(0, weeks.length);
  const trail = weeksUpTo(lastTold, trendWeeks);
  const told = [...earlier, ...weeks];
  const needed = [...new Set([...told, ...trail])].toSorted();
  const counted = await countWeeks(deps, needed, audience, new Set(trail.filter((week) => !told.includes(week))));
  if (counted.kind !== 'counted') return counted;
  const figuresOf = (wanted: readonly Week[]): readonly WeekFigures[] => {
    const names = new Set(wanted);
    return counted.figures.filter(({ week }) => names.has(week));
  };
  const now = figuresOf(weeks);
  const later = await readAmendments(deps.weeks, { from: weeks[0] ?? lastTold, to: lastTold, handledBy: audience });
  const before = figuresOf(earlier);
  return {
    kind: 'summary',
    summary: withUse(
      {
        audience,
        language,
        period,
        weeks,
        asAt: lastDayCounted(now) ?? mondayOf(lastTold),
        title: periodTitle(period, language),
        head: fullHead(now, before),
        tables: withAmended(
          withPartnerTypes(fullTables({ now, before }, language), period, now, language),
          now,
          later,
          language,
        ),
        trend: trendOf(trail, counted.figures, language),
      },
      { before: earlier, beginsQuietly: now[0]?.received === 0 },
      deps.since,
    ),
  };
}
