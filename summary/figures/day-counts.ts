import { z } from 'zod';

/** The last number also counts all that took longer. */
export const maxCountedDays = 366;

const dayNumberPattern = /^(?:0|[1-9]\d?|[12]\d\d|3[0-5]\d|36[0-6])$/u;

/** Cases by whole days. Adding weeks keeps a median exact: never a median of medians. */
export const dayCountsSchema = z.record(z.string().regex(dayNumberPattern), z.int().min(1));
export type DayCounts = Readonly<Record<string, number>>;

export function countDays(days: readonly number[]): DayCounts {
  const counts = new Map<number, number>();
  for (const each of days) {
    const day = Math.min(maxCountedDays, Math.max(0, each));
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort(([one], [other]) => one - other));
}

export const sumDayCounts = (counts: DayCounts): number => Object.values(counts).reduce((sum, count) => sum + count, 0);

export function mergeDayCounts(parts: readonly DayCounts[]): DayCounts {
  const sums = new Map<string, number>();
  for (const [day, count] of parts.flatMap((part) => Object.entries(part))) sums.set(day, (sums.get(day) ?? 0) + count);
  return Object.fromEntries([...sums].sort(([one], [other]) => Number(one) - Number(other)));
}

/**
 * The fewest days within which a share of the cases (50: the median) was done, by nearest rank. `undefined` if there
 * are none.
 */
export function percentileDays(counts: DayCounts, percent: number): number | undefined {
  const rank = Math.max(1, Math.ceil((sumDayCounts(counts) * percent) / 100));
  let reached = 0;
  for (const [day, count] of Object.entries(counts).sort(([one], [other]) => Number(one) - Number(other))) {
    reached += count;
    if (reached >= rank) return Number(day);
  }
  return undefined;
}
