import { addDays, addWeeks, type Day, dayOf, mondayOf, type Week, weekOf } from '../concerns/terms/calendar.ts';
import type { CaseQueries } from '../concerns/ports/case-queries.ts';
import type { Clock } from '../concerns/terms/clock.ts';
import type { WeekStore } from '../concerns/ports/week-store.ts';
import type { HandledBy } from '../concerns/terms/urgency.ts';
import { figuresOf } from './count-week.ts';
import { type DisclosureRule, readFigures, type WeekFigures, type WholeWeek } from './week-figures.ts';

export interface CountDependencies {
  readonly queries: CaseQueries;
  readonly weeks: WeekStore;
  readonly clock: Clock;
  readonly timeZone: string;
  /** `ACKNOWLEDGE_TARGET_DAYS`; missing if the force has set none. */
  readonly limitDays: number | undefined;
  /** `SUMMARY_SMALL_COUNT` and `SUMMARY_HIDE_ZERO`, for weeks that are counted from now on. */
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
export type CountOutcome =
  | { readonly kind: 'counted'; readonly figures: WeekFigures }
  | { readonly kind: 'notClosed'; readonly week: Week; readonly closesOn: Day }
  | { readonly kind: 'notNow' };

const graceMs = 3_600_000;
const settledDay = (now: Date, timeZone: string): Day => dayOf(new Date(now.getTime() - graceMs), timeZone);

/** The newest week that has been over for an hour in the force's time zone. */
export const lastClosedWeek = (now: Date, timeZone: string): Week => addWeeks(weekOf(settledDay(now, timeZone)), -1);

export interface WeekAsAt {
  readonly week: Week;
  readonly handledBy: HandledBy;
  readonly countedOn: Day;
}

/** The figures of a week from its cases as they are now. Freezes nothing. Throws StoreError. */
export async function countFromCases(
  { queries, limitDays, rule }: Pick<CountDependencies, 'queries' | 'limitDays' | 'rule'>,
  asAt: WeekAsAt,
): Promise<WholeWeek> {
  const { week, handledBy } = asAt;
  const sunday = addDays(mondayOf(week), 6);
  const [cases, open, overdueReferrals] = await Promise.all([
    queries.ofWeek(week, handledBy),
    queries.openAt(sunday, handledBy),
    queries.countToReferBy(sunday, handledBy),
  ]);
  return figuresOf({ ...asAt, cases, open, overdueReferrals, limitDays, rule });
}

/**
 * The figures of a closed week, counted at the first request and the same ever after; two requests at once get the
 * same. Throws StoreError, and FiguresError if the frozen figures are damaged.
 */
export async function countWeek(deps: CountDependencies, week: Week, handledBy: HandledBy): Promise<CountOutcome> {
  const now = deps.clock();
  const closesOn = addDays(mondayOf(week), 7);
  if (settledDay(now, deps.timeZone) < closesOn) return { kind: 'notClosed', week, closesOn };
  const standing = await deps.weeks.read(week, handledBy);
  if (standing) return { kind: 'counted', figures: readFigures(standing.figures) };
  if (deps.isClockTrusted?.() === false) return { kind: 'notNow' };
  const counted = await countFromCases(deps, { week, handledBy, countedOn: dayOf(now, deps.timeZone) });
  const kept = await deps.weeks.freeze({ week, handledBy, figures: JSON.stringify(counted) });
  return { kind: 'counted', figures: readFigures(kept.figures) };
}
