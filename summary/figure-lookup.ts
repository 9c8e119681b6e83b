import type { Week } from '../concerns/terms/calendar.ts';
import { addedCounts, type DayCounts, daysWithin } from './day-counts.ts';
import type { Figure } from './figure.ts';
import { figures } from './figure-rows.ts';
import type { WeekFigures } from './week-figures.ts';

const byId: ReadonlyMap<string, Figure> = new Map(figures.map((figure) => [figure.id, figure]));

export const figureNamed = (id: string): Figure | undefined => byId.get(id);

/**
 * `lacking`: these weeks do not have the figure, so that no one knows it for all of them; it is no zero. `noneDone`: it
 * is a number of days, and nothing was done that took any.
 */
export type FoundFigure =
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'lacking'; readonly weeks: readonly Week[] }
  | { readonly kind: 'noneDone' };

function split<Value>(
  weeks: readonly WeekFigures[],
  read: (week: WeekFigures) => Value | undefined,
): { readonly values: readonly Value[]; readonly lacking: readonly Week[] } {
  const values: Value[] = [];
  const lacking: Week[] = [];
  for (const week of weeks) {
    const value = read(week);
    if (value === undefined) lacking.push(week.week);
    else values.push(value);
  }
  return { values, lacking };
}

/**
 * A figure over some weeks, the oldest first. Throws RangeError if there are no weeks, or if one is not of the unit's
 * own cases: the reserve's are never added to them.
 */
export function lookUp(figure: Figure, weeks: readonly WeekFigures[]): FoundFigure {
  const last = weeks.at(-1);
  if (last === undefined) throw new RangeError('no weeks');
  if (weeks.some(({ handledBy }) => handledBy !== 'acu')) throw new RangeError('not weeks of the unit');
  if (figure.of === 'days') {
    const { values, lacking } = split<DayCounts>(weeks, figure.days);
    if (lacking.length > 0) return { kind: 'lacking', weeks: lacking };
    const value = daysWithin(addedCounts(values), figure.percent);
    return value === undefined ? { kind: 'noneDone' } : { kind: 'value', value };
  }
  const { values, lacking } = split(figure.of === 'stock' ? [last] : weeks, figure.count);
  if (lacking.length > 0) return { kind: 'lacking', weeks: lacking };
  return { kind: 'value', value: values.reduce((sum, value) => sum + value, 0) };
}
