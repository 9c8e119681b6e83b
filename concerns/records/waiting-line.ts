import { z } from 'zod';
import { type Day, dayOf, nextFullHour } from '../terms/calendar.ts';
import { languages } from '../terms/language.ts';
import { type AlertTiming, firstDue } from './alert-schedule.ts';
import { daySchema } from './case-record.ts';

/** Whether the bot writes to somebody that something waits: in a language, or not. */
export const lineChoices = ['off', ...languages] as const;
export type LineChoice = (typeof lineChoices)[number];

/** The line to one person that something waits for them. It has no room for what waits, and none is to be added. */
export const waitingLineSchema = z.object({
  /** In the language of the force's alerts where nothing was chosen. */
  choice: z.enum(lineChoices).optional(),
  /** When it leaves, ISO 8601, UTC; missing where nothing waits that they were not told of. */
  dueAt: z.iso.datetime().optional(),
  /** How often it could not be sent. */
  attempts: z.int().min(0).optional(),
  /** The last day on which one was sent, or may have been. */
  sentOn: daySchema.optional(),
});
export type WaitingLine = z.infer<typeof waitingLineSchema>;

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** After so many tries that failed it is left: the tab says what waits. */
const mostAttempts = 12;

/** The time now, and the zone in which days are counted. */
export interface LineClock {
  readonly now: Date;
  readonly timeZone: string;
}

/** The first full hour of the steps of a day from here on that does not fall on a day on which a line was sent. */
function afterSent(due: Date, sentOn: Day | undefined, timeZone: string): Date {
  const isTaken = sentOn !== undefined && dayOf(due, timeZone) <= sentOn;
  return isTaken ? afterSent(new Date(due.getTime() + dayMs), sentOn, timeZone) : due;
}

/** Whether a day can be one on which a line was sent: a later one was written by a clock that was wrong. */
const isPast = (day: Day | undefined, { now, timeZone }: LineClock): day is Day =>
  day !== undefined && day <= dayOf(new Date(now.getTime() + dayMs), timeZone);

/**
 * The line once something waits for its person: due at the next full hour, so that it does not say when somebody did
 * something, and on the next day where one was sent today. `undefined` where they want none, or one is due already.
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

/** Whether a line is to leave now. One that is set for later than any can be was set by a clock that was wrong. */
export function isLineDue({ choice, dueAt, sentOn }: WaitingLine, clock: LineClock): boolean {
  if (choice === 'off' || dueAt === undefined) return false;
  if (isPast(sentOn, clock) && dayOf(clock.now, clock.timeZone) <= sentOn) return false;
  const left = Date.parse(dueAt) - clock.now.getTime();
  return left <= 0 || left > 3 * dayMs;
}

/** The line of which nothing is due. */
export function withoutDue({ dueAt: _due, attempts: _attempts, ...line }: WaitingLine): WaitingLine {
  return line;
}

/** The line that is tried again at this time, or left where it was tried often enough. */
function triedAgain(line: WaitingLine, due: Date): WaitingLine {
  const attempts = (line.attempts ?? 0) + 1;
  return attempts >= mostAttempts ? withoutDue(line) : { ...line, attempts, dueAt: due.toISOString() };
}

/**
 * The line as one server takes it up, before it is sent: as one that may have been sent, so that no two leave on a day
 * whatever becomes of this one. Where nobody hears what did, it is tried again on the next day.
 */
export function lineTaken(line: WaitingLine, { now, timeZone }: LineClock): WaitingLine {
  const sentOn = dayOf(now, timeZone);
  return { ...triedAgain(line, afterSent(nextFullHour(now), sentOn, timeZone)), sentOn };
}

/** The line that certainly was not sent: as it stood before it was taken up, to be tried again at the next full hour. */
export const lineNotSent = (before: WaitingLine, { now }: LineClock): WaitingLine =>
  triedAgain(before, nextFullHour(new Date(now.getTime() + 1)));
