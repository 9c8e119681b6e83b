import { addDays, type Day, endOfDay } from '../model/calendar.ts';
import type { CaseId } from '../model/case-id.ts';
import type { CaseHistory, Writer, WrittenPeriod, WrittenVolume } from './case-store.ts';

type WriteLimit = WrittenVolume;

interface WriteLimits {
  readonly day: WriteLimit;
  readonly whole: WriteLimit;
  readonly urgent: number;
  readonly protective?: number;
}

/**
 * A sealed page has 12,000 characters, and the longest note some 90,000; real cases have some ten messages and some
 * dozens of notes. A full case still opens within seconds and takes a hundredth of a server's memory.
 */
export const caseLimits = {
  reporter: { day: { count: 20, size: 1_000_000 }, whole: { count: 300, size: 8_000_000 }, urgent: 1.5 },
  others: { day: { count: 100, size: 3_000_000 }, whole: { count: 1_500, size: 24_000_000 }, urgent: 2, protective: 4 },
} as const satisfies Readonly<Record<Writer, WriteLimits>>;

export const maxMessagesToReporter = 100;

/** Few enough that a colleague sets aside unreadable messages before they fill a conversation. */
export const maxDailyMessagesPerPerson = 10;

const dayPeriod = (by: Writer, day: Day, timeZone: string): WrittenPeriod =>
  by === 'reporter'
    ? { from: day, to: addDays(day, 1) }
    : { from: endOfDay(addDays(day, -1), timeZone).toISOString(), to: endOfDay(day, timeZone).toISOString() };

export type CaseCapacity = 'room' | 'fullToday' | 'full';

export interface WriteRequest {
  readonly by: Writer;
  readonly seals: readonly string[];
  readonly factor: number;
}

export const capacityQueries = (by: Writer, today: Day, timeZone: string) =>
  [{ by }, { by, since: dayPeriod(by, today, timeZone) }] as const;

export async function checkCapacity(
  history: Pick<CaseHistory, 'writtenVolume'>,
  caseId: CaseId,
  { by, seals, factor }: WriteRequest,
  today: Day,
  timeZone: string,
): Promise<CaseCapacity> {
  const { day, whole } = caseLimits[by];
  const size = seals.reduce((sum, seal) => sum + seal.length, 0);
  const [totalQuery, dailyQuery] = capacityQueries(by, today, timeZone);
  const [total, daily] = await Promise.all([
    history.writtenVolume(caseId, totalQuery.by),
    history.writtenVolume(caseId, dailyQuery.by, dailyQuery.since),
  ]);
  const isOverLimit = (written: WrittenVolume, bound: WriteLimit): boolean =>
    written.count + seals.length > bound.count * factor || written.size + size > bound.size * factor;
  if (isOverLimit(total, whole)) return 'full';
  return isOverLimit(daily, day) ? 'fullToday' : 'room';
}
