import { z } from 'zod';

/** Days are counted one by one up to this; the last one stands for itself and all that took longer. */
export const mostDays = 366;

const dayNumber = /^(?:0|[1-9]\d?|[12]\d\d|3[0-5]\d|36[0-6])$/u;

/**
 * How many cases took each number of whole days, those alone that some took. Counts of several weeks are added, so that a
 * median of many weeks is exact and never one of medians.
 */
export const dayCountsSchema = z.record(z.string().regex(dayNumber), z.int().min(1));
export type DayCounts = Readonly<Record<string, number>>;

/** The counts of some numbers of days. What would be less than none counts as none. */
export function dayCounts(days: readonly number[]): DayCounts {
  const counts = new Map<number, number>();
  for (const each of days) {
    const day = Math.min(mostDays, Math.max(0, each));
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort(([one], [other]) => one - other));
}

/** How many cases there are in counts. */
export const countIn = (counts: DayCounts): number => Object.values(counts).reduce((sum, count) => sum + count, 0);

/** The counts of several weeks as those of one. */
export function addedCounts(parts: readonly DayCounts[]): DayCounts {
  const sums = new Map<string, number>();
  for (const [day, count] of parts.flatMap((part) => Object.entries(part))) sums.set(day, (sums.get(day) ?? 0) + count);
  return Object.fromEntries([...sums].sort(([one], [other]) => Number(one) - Number(other)));
}

/**
 * The number of days within which a share of the cases, in per cent, was done, for 50 the median and for 90 the 90th percentile: the
 * fewest days that are enough for so many cases, by nearest rank and without averaging. `undefined` where there are none.
 */
export function daysWithin(counts: DayCounts, percent: number): number | undefined {
  const rank = Math.max(1, Math.ceil((countIn(counts) * percent) / 100));
  let reached = 0;
  for (const [day, count] of Object.entries(counts).sort(([one], [other]) => Number(one) - Number(other))) {
    reached += count;
    if (reached >= rank) return Number(day);
  }
  return undefined;
}
