import {
  addDays,
  addWeeks,
  type Clock,
  type Day,
  toDay,
  firstDayOfWeek,
  type Week,
  toWeek,
} from '../../core/model/calendar.ts';
import type { WeekFigureQueries } from '../../core/ports/case-store.ts';
import type { WeekStore } from '../../core/ports/store.ts';
import type { HandledBy } from '../../core/model/handled-by.ts';
import { computeWeekFigures } from './compute-week-figures.ts';
import {
  type DisclosureRule,
  parseWeekFigures,
  catchFiguresError,
  type WeekFigures,
  type WeekFiguresV2,
} from './week-figures.ts';
import { type Period, getPeriodWeeks } from './periods.ts';

export interface WeekCountDependencies {
  readonly queries: WeekFigureQueries;
  readonly weeks: WeekStore;
  readonly clock: Clock;
  readonly timeZone: string;
  /** `ACKNOWLEDGE_TARGET_DAYS`; missing if the force has set none. */
  readonly limitDays: number | undefined;
  /** `SUMMARY_SMALL_COUNT` and `SUMMARY_HIDE_ZERO`, for weeks counted from now on. */
  readonly rule: DisclosureRule;
  /** `SUMMARY_SINCE`: the day on which Candour came into use. No count depends on it. */
  readonly since?: Day | undefined;
  /** A counted week is frozen for good, so the clock must be right. Missing means trusted. */
  readonly isClockTrusted?: () => boolean;
}

/**
 * `notClosed`: the week can be counted an hour into the day `closesOn`. `notNow`: the clock is in doubt, and nothing
 * was counted.
 */
export type WeekCountOutcome =
  | { readonly kind: 'counted'; readonly figures: WeekFigures }
  | { readonly kind: 'notClosed'; readonly week: Week; readonly closesOn: Day }
  | { readonly kind: 'notNow' };

const graceMs = 3_600_000;
const settledDay = (now: Date, timeZone: string): Day => toDay(new Date(now.getTime() - graceMs), timeZone);

/** The newest week that has been over for an hour in the force's time zone. */
export const getLastClosedWeek = (now: Date, timeZone: string): Week => addWeeks(toWeek(settledDay(now, timeZone)), -1);

interface WeekCountRequest {
  readonly week: Week;
  readonly handledBy: HandledBy;
  readonly countedOn: Day;
}

/** From its cases as they are now. Freezes nothing. Throws StoreError. */
export async function countWeekFromCases(
  { queries, limitDays, rule }: Pick<WeekCountDependencies, 'queries' | 'limitDays' | 'rule'>,
  request: WeekCountRequest,
): Promise<WeekFiguresV2> {
  const { week, handledBy } = request;
  const sunday = addDays(firstDayOfWeek(week), 6);
  const [cases, open, overdueReferrals] = await Promise.all([
    queries.listWeekCases(week, handledBy),
    queries.listOpenCases(sunday, handledBy),
    queries.countReferralsDue(sunday, handledBy),
  ]);
  return computeWeekFigures({ ...request, cases, open, overdueReferrals, limitDays, rule });
}

/**
 * A closed week's figures, counted at the first request and the same ever after. Throws StoreError, and FiguresError if
 * the frozen figures are damaged.
 */
export async function countWeek(
  deps: WeekCountDependencies,
  week: Week,
  handledBy: HandledBy,
): Promise<WeekCountOutcome> {
  const now = deps.clock();
  const closesOn = addDays(firstDayOfWeek(week), 7);
  if (settledDay(now, deps.timeZone) < closesOn) return { kind: 'notClosed', week, closesOn };
  const stored = await deps.weeks.read(week, handledBy);
  if (stored) return { kind: 'counted', figures: parseWeekFigures(stored.figures) };
  if (deps.isClockTrusted?.() === false) return { kind: 'notNow' };
  const counted = await countWeekFromCases(deps, { week, handledBy, countedOn: toDay(now, deps.timeZone) });
  const frozen = await deps.weeks.freeze({ week, handledBy, figures: JSON.stringify(counted) });
  return { kind: 'counted', figures: parseWeekFigures(frozen.figures) };
}

type CountWeeksOutcome =
  | { readonly kind: 'counted'; readonly figures: readonly WeekFigures[] }
  | Exclude<WeekCountOutcome, { kind: 'counted' }>;

const maxConcurrentCounts = 8;

/**
 * In order, each counted once; or the first week that cannot be counted. A damaged week in `optionalWeeks` is left out. Throws
 * StoreError, and FiguresError if another is damaged.
 */
export async function countWeeks(
  deps: WeekCountDependencies,
  weeks: readonly Week[],
  handledBy: HandledBy,
  optionalWeeks: ReadonlySet<Week> = new Set(),
): Promise<CountWeeksOutcome> {
  const figures: WeekFigures[] = [];
  const countOne = (week: Week): Promise<WeekCountOutcome | undefined> => {
    const outcome = countWeek(deps, week, handledBy);
    return optionalWeeks.has(week) ? catchFiguresError(outcome) : outcome;
  };
  for (let from = 0; from < weeks.length; from += maxConcurrentCounts) {
    for (const each of await Promise.all(weeks.slice(from, from + maxConcurrentCounts).map(countOne))) {
      if (each === undefined) continue;
      if (each.kind !== 'counted') return each;
      figures.push(each.figures);
    }
  }
  return { kind: 'counted', figures };
}

/**
 * The unit's weeks of a period as far as it is over. `notClosed`: none is over; the first can be counted on `closesOn`.
 * `notNow`: as in `WeekCountOutcome`.
 */
type UnitWeeksOutcome =
  | {
      readonly kind: 'weeks';
      readonly weeks: readonly WeekFigures[];
      readonly unfinishedWeeks: readonly Week[];
      readonly closesOn: Day;
    }
  | { readonly kind: 'notClosed'; readonly closesOn: Day }
  | { readonly kind: 'notNow' };

const closingDay = (week: Week): Day => addDays(firstDayOfWeek(week), 7);

/** Counts weeks that were not counted. Throws StoreError, and FiguresError if one is damaged. */
export async function countUnitWeeks(deps: WeekCountDependencies, period: Period): Promise<UnitWeeksOutcome> {
  const last = getLastClosedWeek(deps.clock(), deps.timeZone);
  const whole = getPeriodWeeks(period);
  const [first] = whole;
  const over = whole.filter((week) => week <= last);
  const end = whole.at(-1);
  if (first === undefined || end === undefined) throw new RangeError('no weeks');
  if (over.length === 0) return { kind: 'notClosed', closesOn: closingDay(first) };
  const counted = await countWeeks(deps, over, 'acu');
  if (counted.kind !== 'counted') return counted;
  const notOver = whole.filter((week) => week > last);
  return { kind: 'weeks', weeks: counted.figures, unfinishedWeeks: notOver, closesOn: closingDay(end) };
}
