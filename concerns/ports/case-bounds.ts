import { addDays, type Day, endOf } from '../terms/calendar.ts';
import type { CaseId } from '../terms/case-id.ts';
import type { History, Writer, WrittenSince, Written } from './history.ts';

/** How much may be written: how many messages and notes, and how many characters their seals have together. */
type Bound = Written;

interface Bounds {
  /** On one day, and in all. */
  readonly day: Bound;
  readonly whole: Bound;
  /** How many times as far the urgent may go: what makes a case urgent, and decisions with the words beside them. */
  readonly urgent: number;
  /** The same for what protects a person or the case: nobody fills a case up so that it cannot be done. */
  readonly protective?: number;
}

/**
 * How much can be written into one case. A page of text, sealed to a dozen, has 12,000 characters, the longest follow-up
 * 50,000. Real cases have some ten messages and some dozens of notes over months, so that the bounds are far above what
 * anybody writes who has something to say, and far below what would keep others from their cases: a full case is opened
 * within seconds and held in a hundredth of a server's memory.
 */
export const caseBounds = {
  reporter: { day: { count: 20, size: 1_000_000 }, whole: { count: 300, size: 8_000_000 }, urgent: 1.5 },
  others: { day: { count: 100, size: 3_000_000 }, whole: { count: 1_500, size: 24_000_000 }, urgent: 2, protective: 4 },
} as const satisfies Readonly<Record<Writer, Bounds>>;

/** Messages to one reporter, without those set aside: all that a card shows are opened anew for each card. */
export const mostMessagesToReporter = 100;

/**
 * Messages to one reporter by one person on one day: more than anybody writes who waits for an answer, and so few that
 * messages which nobody can open are found by a colleague, and set aside, long before they end a conversation.
 */
export const mostMessagesOfOneADay = 10;

/** Since when a day lasts and when it is over, as histories keep it: the reporter's acts have a day, others an instant. */
const lasting = (by: Writer, day: Day, timeZone: string): WrittenSince =>
  by === 'reporter'
    ? { from: day, to: addDays(day, 1) }
    : { from: endOf(addDays(day, -1), timeZone).toISOString(), to: endOf(day, timeZone).toISOString() };

/** Whether words still fit into a case: `fullToday` where they do tomorrow, `full` where it holds no more. */
export type Room = 'room' | 'fullToday' | 'full';

/** The entries that somebody wants to write, and how many times as far as the bound it may go. */
export interface Wanted {
  readonly by: Writer;
  readonly seals: readonly string[];
  readonly reach: number;
}

/** The questions that the room for words of a day is worked out from: on what was written in all, and on that day. */
export const askedForRoom = (by: Writer, today: Day, timeZone: string) =>
  [{ by }, { by, since: lasting(by, today, timeZone) }] as const;

/** Whether what somebody wants to write on a day fits into a case. Throws StoreError. */
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
