import { z } from 'zod';
import { daySchema, type Versioned } from '../records/case-record.ts';

/**
 * Tasks done once a day or month. Besides: `until` is the hour last seen by a server; when a message that was not
 * genuine is told; from when first cards are still to be sent; and when the store was restored from a copy, with
 * messages and regular posts paused while it is `taken`.
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

/** `until` is ISO 8601, UTC. */
export const dailyMarkSchema = z.object({
  task: z.enum(dailyTasks),
  day: daySchema,
  state: z.enum(['taken', 'done']),
  until: z.iso.datetime(),
  /** Others watch how long the mark stays the same, and compare no clocks. */
  held: z.literal(true).optional(),
});
export type DailyMark = z.infer<typeof dailyMarkSchema>;

export const markOfLongAgo = (task: DailyTask): DailyMark =>
  dailyMarkSchema.parse({ task, day: '1970-01-01', state: 'done', until: '1970-01-01T00:00:00Z' });

export interface DailyMarks {
  read(task: DailyTask): Promise<Versioned<DailyMark> | undefined>;
  write(mark: DailyMark, over: string | undefined): Promise<boolean>;
}
