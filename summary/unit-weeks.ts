import { addDays, type Day, mondayOf, type Week } from '../concerns/terms/calendar.ts';
import { type CountDependencies, lastClosedWeek } from './closed-weeks.ts';
import { countWeeks } from './count-weeks.ts';
import { type Period, weeksOf } from './periods.ts';
import type { WeekFigures } from './week-figures.ts';

/**
 * The weeks of a period as far as it is over, all of the unit's own cases. `notClosed`: none is over; the first can be
 * counted on the day `closesOn`. `notNow`: the clock is in doubt, and nothing was counted.
 */
export type UnitWeeks =
  | {
      readonly kind: 'weeks';
      readonly weeks: readonly WeekFigures[];
      readonly notOver: readonly Week[];
      readonly closesOn: Day;
    }
  | { readonly kind: 'notClosed'; readonly closesOn: Day }
  | { readonly kind: 'notNow' };

const closingDay = (week: Week): Day => addDays(mondayOf(week), 7);

/**
 * Reads the weeks of a period, and counts those that were not. Throws StoreError, and FiguresError if one is damaged.
 */
export async function unitWeeks(deps: CountDependencies, period: Period): Promise<UnitWeeks> {
  const last = lastClosedWeek(deps.clock(), deps.timeZone);
  const whole = weeksOf(period);
  const [first] = whole;
  const over = whole.filter((week) => week <= last);
  const end = whole.at(-1);
  if (first === undefined || end === undefined) throw new RangeError('no weeks');
  if (over.length === 0) return { kind: 'notClosed', closesOn: closingDay(first) };
  const counted = await countWeeks(deps, over, 'acu');
  if (counted.kind !== 'counted') return counted;
  const notOver = whole.filter((week) => week > last);
  return { kind: 'weeks', weeks: counted.figures, notOver, closesOn: closingDay(end) };
}
