import { z } from 'zod';
import { type Day, dayOf, nextFullHour } from './calendar.ts';
import { languages } from './language.ts';
import { type AlertTiming, firstDue } from './alert-record.ts';
import { daySchema } from './case-record.ts';

export const lineChoices = ['off', ...languages] as const;
export type LineChoice = (typeof lineChoices)[number];

/** It has no room for what waits, and none is to be added. */
export const waitingLineSchema = z.object({
  choice: z.enum(lineChoices).optional(),
  /** ISO 8601, UTC; missing if nothing new waits. */
  dueAt: z.iso.datetime().optional(),
  attempts: z.int().min(0).optional(),
  /** The last day on which one was, or may have been, sent. */
  sentOn: daySchema.optional(),
});
export type WaitingLine = z.infer<typeof waitingLineSchema>;

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const mostAttempts = 12;

export interface LineClock {
  readonly now: Date;
  readonly timeZone: string;
}

function afterSent(due: Date, sentOn: Day | undefined, timeZone: string): Date {
  const isTaken = sentOn !== undefined && dayOf(due, timeZone) <= sentOn;
  return isTaken ? afterSent(new Date(due.getTime() + dayMs), sentOn, timeZone) : due;
}

const isPast = (day: Day | undefined, { now, timeZone }: LineClock): day is Day =>
  day !== undefined && day <= dayOf(new Date(now.getTime() + dayMs), timeZone);

/**
 * Due at the next full hour, so that it does not tell when someone acted, and on the next day if one was sent today.
 * `undefined` if they want none, or one is due already.
 */
export function lineAfterAsking(
  line: WaitingLine,
  clock: LineClock,
  timing: AlertTiming = 'fullHour',
): WaitingLine | undefined {
  if (line.choice === 'off' || line.dueAt !== undefined) return undefined;
  const sentOn = isPast(line.sentOn, clock) ? line.sentOn : undefined;
  const due = afterSent(firstDue('standard', clock.now, timing), sentOn, clock.timeZone);
  return { ...line, dueAt: due.toISOString() };
}

export function isLineDue({ choice, dueAt, sentOn }: WaitingLine, clock: LineClock): boolean {
  if (choice === 'off' || dueAt === undefined) return false;
  if (isPast(sentOn, clock) && dayOf(clock.now, clock.timeZone) <= sentOn) return false;
  const left = Date.parse(dueAt) - clock.now.getTime();
  return left <= 0 || left > 3 * dayMs;
}

export function withoutDue({ dueAt: _due, attempts: _attempts, ...line }: WaitingLine): WaitingLine {
  return line;
}

function triedAgain(line: WaitingLine, due: Date): WaitingLine {
  const attempts = (line.attempts ?? 0) + 1;
  return attempts >= mostAttempts ? withoutDue(line) : { ...line, attempts, dueAt: due.toISOString() };
}

/** Written before sending, as one that may have been sent, so that no two leave on a day. */
export function lineTaken(line: WaitingLine, { now, timeZone }: LineClock): WaitingLine {
  const sentOn = dayOf(now, timeZone);
  return { ...triedAgain(line, afterSent(nextFullHour(now), sentOn, timeZone)), sentOn };
}

export const lineNotSent = (before: WaitingLine, { now }: LineClock): WaitingLine =>
  triedAgain(before, nextFullHour(new Date(now.getTime() + 1)));
