import type { PublicationLedger } from '../core/ports/store.ts';
import type { Audience } from '../core/model/permissions.ts';
import { addDays, addWeeks, type Day, firstDayOfWeek, type Week } from '../core/model/calendar.ts';
import type { Language } from '../core/model/language.ts';
import { changeCell, countCell, type Summary, type SummaryHeadline } from './figures/summary.ts';
import { readRevisions, withRevisions } from './revisions/revision-tables.ts';
import { type WeekCountDependencies, countWeeks, getLastClosedWeek } from './figures/count-closed-weeks.ts';
import { withFirstUse } from './figures/first-use.ts';
import { createFullTables } from './figures/full-tables.ts';
import { type Period, getPreviousPeriod, getPeriodWeeks, getTrailingWeeks } from './figures/periods.ts';
import { publishSummary, createPublishDependencies } from './disclosure-control/publish-summary.ts';
import { periodTitle } from './figures/period-text.ts';
import { createTrend, trendWeekCount } from './figures/trend.ts';
import type { WeekFigures } from './figures/week-figures.ts';
import { withPartnerTypes } from './partner-type-table.ts';
import { createPublicHeadline, createPublicTables, createPublicTrend } from './disclosure-control/public-tables.ts';

export interface SummaryDependencies extends WeekCountDependencies {
  readonly publications: PublicationLedger;
}

export interface SummaryRequest {
  readonly audience: Audience;
  readonly period: Period;
  readonly language: Language;
}

/**
 * `notClosed`: no week of the period is over; it can be asked for on `closesOn`. `notNow`: as in `WeekCountOutcome`.
 * `notSafe`: beside earlier publications, its readers could work out what they may not have; with those in `nearest`
 * they could not.
 */
export type SummaryOutcome =
  | { readonly kind: 'summary'; readonly summary: Summary }
  | { readonly kind: 'notClosed'; readonly week: Week; readonly closesOn: Day }
  | { readonly kind: 'notNow' }
  | { readonly kind: 'notSafe'; readonly nearest: readonly Period[] };

const findLastCountedDay = (figures: readonly WeekFigures[]): Day | undefined =>
  figures
    .map(({ countedOn }) => countedOn)
    .toSorted()
    .at(-1);

function fullHeadline(now: readonly WeekFigures[], before: readonly WeekFigures[]): SummaryHeadline {
  const received = (weeks: readonly WeekFigures[]) => weeks.reduce((sum, week) => sum + week.received, 0);
  const acknowledgements = now.flatMap(({ acknowledgement }) =>
    acknowledgement.target === 'days' ? [acknowledgement] : [],
  );
  const all = received(now);
  return {
    received: countCell(all),
    change: changeCell(all - received(before)),
    ...(acknowledgements.length > 0 && {
      inTime: countCell(acknowledgements.reduce((sum, { inTime }) => sum + inTime, 0)),
      overdue: countCell(acknowledgements.reduce((sum, { overdue }) => sum + overdue, 0)),
    }),
  };
}

async function queryPublicSummary(
  deps: SummaryDependencies,
  period: Period,
  language: Language,
): Promise<SummaryOutcome> {
  const outcome = await publishSummary(createPublishDependencies(deps), period);
  if (outcome.kind === 'notClosed') {
    return { kind: 'notClosed', week: outcome.week, closesOn: outcome.closesOn };
  }
  if (outcome.kind !== 'issued') return outcome;
  const { weeks, asAt } = outcome;
  return {
    kind: 'summary',
    summary: withFirstUse(
      {
        audience: 'wider',
        language,
        period: outcome.period,
        weeks,
        asAt,
        title: periodTitle(outcome.period, language),
        head: createPublicHeadline(outcome),
        tables: createPublicTables(outcome, language),
        trend: createPublicTrend(outcome, language),
      },
      // They may not know which of several weeks were quiet.
      {
        before: outcome.change ? getPeriodWeeks(outcome.change.before) : [],
        beginsQuietly: outcome.quiet || weeks.length > 1,
      },
      deps.since,
    ),
  };
}

/**
 * A period as far as it is over, for an audience. The caller checks that someone belongs to it. Throws StoreError, and
 * FiguresError if frozen figures are damaged.
 */
export async function querySummary(
  deps: SummaryDependencies,
  { audience, period, language }: SummaryRequest,
): Promise<SummaryOutcome> {
  if (audience === 'wider') return queryPublicSummary(deps, period, language);
  const last = getLastClosedWeek(deps.clock(), deps.timeZone);
  const whole = getPeriodWeeks(period);
  const weeks = whole.filter((week) => week <= last);
  const lastWeek = weeks.at(-1);
  if (lastWeek === undefined) {
    const week = whole.find((each) => each > last) ?? addWeeks(last, 1);
    return { kind: 'notClosed', week, closesOn: addDays(firstDayOfWeek(week), 7) };
  }
  const earlier = getPeriodWeeks(getPreviousPeriod(period)).slice(0, weeks.length);
  const trail = getTrailingWeeks(lastWeek, trendWeekCount);
  const comparedWeeks = [...earlier, ...weeks];
  const needed = [...new Set([...comparedWeeks, ...trail])].toSorted();
  const counted = await countWeeks(
    deps,
    needed,
    audience,
    new Set(trail.filter((week) => !comparedWeeks.includes(week))),
  );
  if (counted.kind !== 'counted') return counted;
  const selectFigures = (wanted: readonly Week[]): readonly WeekFigures[] => {
    const names = new Set(wanted);
    return counted.figures.filter(({ week }) => names.has(week));
  };
  const now = selectFigures(weeks);
  const revisions = await readRevisions(deps.weeks, { from: weeks[0] ?? lastWeek, to: lastWeek, handledBy: audience });
  const before = selectFigures(earlier);
  return {
    kind: 'summary',
    summary: withFirstUse(
      {
        audience,
        language,
        period,
        weeks,
        asAt: findLastCountedDay(now) ?? firstDayOfWeek(lastWeek),
        title: periodTitle(period, language),
        head: fullHeadline(now, before),
        tables: withRevisions(
          withPartnerTypes(createFullTables({ now, before }, language), period, now, language),
          now,
          revisions,
          language,
        ),
        trend: createTrend(trail, counted.figures, language),
      },
      { before: earlier, beginsQuietly: now[0]?.received === 0 },
      deps.since,
    ),
  };
}
