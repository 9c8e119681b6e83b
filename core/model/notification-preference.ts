import { z } from 'zod';
import { type Day, toDay, nextFullHour } from './calendar.ts';
import { languages } from './language.ts';
import { type AlertTiming, firstDueAt } from './alert-record.ts';
import { daySchema } from './case-record.ts';

export const notificationChoices = ['off', ...languages] as const;
export type NotificationChoice = (typeof notificationChoices)[number];

/** Never add a field for what waits. */
export const notificationPreferenceSchema = z.object({
  choice: z.enum(notificationChoices).optional(),
  /** ISO 8601, UTC; missing if nothing new waits. */
  dueAt: z.iso.datetime().optional(),
  attempts: z.int().min(0).optional(),
  /** The last day on which one was, or may have been, sent. */
  sentOn: daySchema.optional(),
});
export type NotificationPreference = z.infer<typeof notificationPreferenceSchema>;

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const maxAttempts = 12;

export interface NotificationTime {
  readonly now: Date;
  readonly timeZone: string;
}

function nextSendTime(due: Date, sentOn: Day | undefined, timeZone: string): Date {
  const isTaken = sentOn !== undefined && toDay(due, timeZone) <= sentOn;
  return isTaken ? nextSendTime(new Date(due.getTime() + dayMs), sentOn, timeZone) : due;
}

const isPlausibleDay = (day: Day | undefined, { now, timeZone }: NotificationTime): day is Day =>
  day !== undefined && day <= toDay(new Date(now.getTime() + dayMs), timeZone);

/**
 * Due at the next full hour, so that it does not tell when someone acted, and on the next day if one was sent today.
 * `undefined` if they want none, or one is due already.
 */
export function scheduleNotification(
  preference: NotificationPreference,
  clock: NotificationTime,
  timing: AlertTiming = 'fullHour',
): NotificationPreference | undefined {
  if (preference.choice === 'off' || preference.dueAt !== undefined) return undefined;
  const sentOn = isPlausibleDay(preference.sentOn, clock) ? preference.sentOn : undefined;
  const due = nextSendTime(firstDueAt('standard', clock.now, timing), sentOn, clock.timeZone);
  return { ...preference, dueAt: due.toISOString() };
}

export function isNotificationDue({ choice, dueAt, sentOn }: NotificationPreference, clock: NotificationTime): boolean {
  if (choice === 'off' || dueAt === undefined) return false;
  if (isPlausibleDay(sentOn, clock) && toDay(clock.now, clock.timeZone) <= sentOn) return false;
  const left = Date.parse(dueAt) - clock.now.getTime();
  return left <= 0 || left > 3 * dayMs;
}

export function withoutNotificationSchedule({
  dueAt: _due,
  attempts: _attempts,
  ...line
}: NotificationPreference): NotificationPreference {
  return line;
}

function scheduleRetry(preference: NotificationPreference, due: Date): NotificationPreference {
  const attempts = (preference.attempts ?? 0) + 1;
  return attempts >= maxAttempts
    ? withoutNotificationSchedule(preference)
    : { ...preference, attempts, dueAt: due.toISOString() };
}

/** Written before sending, so that no two leave on a day. */
export function markNotificationSent(
  preference: NotificationPreference,
  { now, timeZone }: NotificationTime,
): NotificationPreference {
  const sentOn = toDay(now, timeZone);
  return { ...scheduleRetry(preference, nextSendTime(nextFullHour(now), sentOn, timeZone)), sentOn };
}

export const rescheduleNotification = (
  before: NotificationPreference,
  { now }: NotificationTime,
): NotificationPreference => scheduleRetry(before, nextFullHour(new Date(now.getTime() + 1)));
