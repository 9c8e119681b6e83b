import type { SummaryTable } from '../cards/summary-table.ts';
import { addWeeks, type Day, type Week } from '../concerns/terms/calendar.ts';
import type { Language } from '../concerns/terms/language.ts';
import type { Audience } from '../concerns/records/permissions.ts';
import { type CountDependencies, countWeek, lastClosedWeek } from './closed-weeks.ts';
import { fullWeeksTables, fullWeekTables } from './full-tables.ts';
import type { WeekFigures } from './week-figures.ts';
import { lastWholeBlock, weeksUpTo } from './week-blocks.ts';
import { widerBlockTables, widerWeekTables } from './wider-tables.ts';

export interface SummaryRequest {
  readonly audience: Audience;
  /** The last week to be told of; the last closed one where it is missing. */
  readonly week?: Week;
  /** One week, or four: for wider readers the last fixed block of weeks that is whole by then. */
  readonly weeks: 1 | 4;
  readonly language: Language;
}

/**
 * `notClosed`: the week is not over yet, and nothing was counted; it can be asked for on the day `closesOn`. `notNow`:
 * the clock is in doubt, and nothing was counted.
 */
export type SummaryOutcome =
  | { readonly kind: 'tables'; readonly weeks: readonly Week[]; readonly tables: readonly SummaryTable[] }
  | { readonly kind: 'notClosed'; readonly week: Week; readonly closesOn: Day }
  | { readonly kind: 'notNow' };

type Counted =
  | { readonly kind: 'counted'; readonly figures: readonly WeekFigures[] }
  | Exclude<SummaryOutcome, { kind: 'tables' }>;

async function countAll(deps: CountDependencies, weeks: readonly Week[], audience: Audience): Promise<Counted> {
  const figures: WeekFigures[] = [];
  for (const week of weeks) {
    const counted = await countWeek(deps, week, audience === 'reserve' ? 'reserve' : 'acu');
    if (counted.kind !== 'counted') return counted;
    figures.push(counted.figures);
  }
  return { kind: 'counted', figures };
}

function tablesOf(figures: readonly WeekFigures[], { audience, weeks, language }: SummaryRequest) {
  if (audience === 'wider' && weeks === 4) return widerBlockTables(figures, language);
  if (weeks === 4) return fullWeeksTables(figures, language);
  const week = figures.at(-1);
  if (!week) return [];
  if (audience === 'wider') return widerWeekTables(week, language);
  return fullWeekTables(week, figures.at(-2) ?? week, language);
}

/**
 * The summary that an audience may see, in words. Whether somebody belongs to the audience is for the caller to ask.
 * Throws StoreError, and FiguresError where frozen figures are damaged.
 */
export async function weeklySummary(deps: CountDependencies, request: SummaryRequest): Promise<SummaryOutcome> {
  const last = lastClosedWeek(deps.clock(), deps.timeZone);
  const week = request.week ?? last;
  if (week > last) {
    const open = await countWeek(deps, week, 'acu');
    if (open.kind === 'notClosed') return open;
  }
  const wider = request.audience === 'wider';
  const told = request.weeks === 4 ? (wider ? lastWholeBlock(week) : weeksUpTo(week, 4)) : [week];
  const needed = request.weeks === 1 && !wider ? [addWeeks(week, -1), week] : told;
  const counted = await countAll(deps, needed, request.audience);
  if (counted.kind !== 'counted') return counted;
  return { kind: 'tables', weeks: told, tables: tablesOf(counted.figures, request) };
}
