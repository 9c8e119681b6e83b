import { addDays, type Day, endOf } from '../model/calendar.ts';
import type { CaseId } from '../model/codes.ts';
import type { History, Writer, WrittenSince, Written } from './case-store.ts';

/** How many messages and notes, and how many characters their seals have together. */
type Bound = Written;

interface Bounds {
  readonly day: Bound;
  readonly whole: Bound;
  readonly urgent: number;
  readonly protective?: number;
}

/**
 * How much can be written into one case. A sealed page has 12,000 characters; real cases have some ten messages and
 * some dozens of notes. A full case still opens within seconds and takes a hundredth of a server's memory.
 */
export const caseBounds = {
  reporter: { day: { count: 20, size: 1_000_000 }, whole: { count: 300, size: 8_000_000 }, urgent: 1.5 },
  others: { day: { count: 100, size: 3_000_000 }, whole: { count: 1_500, size: 24_000_000 }, urgent: 2, protective: 4 },
} as const satisfies Readonly<Record<Writer, Bounds>>;

export const mostMessagesToReporter = 100;

/** By one person: few enough that a colleague sets aside unreadable messages before they fill a conversation. */
export const mostMessagesOfOneADay = 10;

const lasting = (by: Writer, day: Day, timeZone: string): WrittenSince =>
  by === 'reporter'
    ? { from: day, to: addDays(day, 1) }
    : { from: endOf(addDays(day, -1), timeZone).toISOString(), to: endOf(day, timeZone).toISOString() };

export type Room = 'room' | 'fullToday' | 'full';

export interface Wanted {
  readonly by: Writer;
  readonly seals: readonly string[];
  readonly reach: number;
}

export const askedForRoom = (by: Writer, today: Day, timeZone: string) =>
  [{ by }, { by, since: lasting(by, today, timeZone) }] as const;

/** Whether entries fit into a case on a day. */
export async function roomFor(
  history: Pick<History, 'written'>,
  caseId: CaseId,
  { by, seals, reach }: Wanted,
  today: Day,
  timeZone: string,
): Promise<Room> {
  const { day, whole } = caseBounds[by];
  const size = seals.reduce((sum, seal) => sum + seal.length, 0);
  const [inAll, ofToday] = askedForRoom(by, today, timeZone);
  const [all, since] = await Promise.all([
    history.written(caseId, inAll.by),
    history.written(caseId, ofToday.by, ofToday.since),
  ]);
  const isOver = (written: Written, bound: Bound): boolean =>
    written.count + seals.length > bound.count * reach || written.size + size > bound.size * reach;
  if (isOver(all, whole)) return 'full';
  return isOver(since, day) ? 'fullToday' : 'room';
}
