import { z } from 'zod';
import { daySchema, type Versioned } from '../records/case-record.ts';

/**
 * The tasks that are done once a day, or once a month; the hour that was last seen by a server, as `until`; and that a
 * message was not genuine, which is told at `until`; and that first cards are still to be sent, from `until` on; and that
 * the store was put back from a copy at `until`, so that messages and regular posts are paused while it is `taken`.
 */
const dailyTasks = [
  'countAcu',
  'countReserve',
  'tellSetAside',
  'clockSeen',
  'sweepReach',
  'sweepFiles',
  'tellDoubt',
  'owedWelcomes',
  'restored',
  'tellUnseen',
  'tellUnseenOfReserve',
  'tellShortRoles',
  'tellRestored',
] as const;
export type DailyTask = (typeof dailyTasks)[number];

/** How far a day's task has come: `taken` by one server until an instant (ISO 8601, UTC), or done. */
export const dailyMarkSchema = z.object({
  task: z.enum(dailyTasks),
  day: daySchema,
  state: z.enum(['taken', 'done']),
  until: z.iso.datetime(),
  /** A server is at it. Others watch how long the mark stays the same, and compare no clocks. */
  held: z.literal(true).optional(),
});
export type DailyMark = z.infer<typeof dailyMarkSchema>;

/** The mark in the place of one that cannot be read: of long ago, so that the task goes on. */
export const markOfLongAgo = (task: DailyTask): DailyMark =>
  dailyMarkSchema.parse({ task, day: '1970-01-01', state: 'done', until: '1970-01-01T00:00:00Z' });

/** One mark a task, so that what is done once a day is done once by however many servers. Throws StoreError. */
export interface DailyMarks {
  /** The last mark of a task, `undefined` where there is none. One that cannot be read is one of long ago. */
  read(task: DailyTask): Promise<Versioned<DailyMark> | undefined>;
  /** Puts a mark in the place of the one at a version, or of none; `false` when another stands there: nothing is written. */
  write(mark: DailyMark, over: string | undefined): Promise<boolean>;
}
