import { type Amounts, type WorkKind, workKinds } from '../../concerns/ports/work-budget.ts';
import type { HandledBy } from '../../concerns/terms/urgency.ts';
import { fileLimits } from '../../concerns/terms/files.ts';

/** How much of each kind at most. */
export type Limits = Readonly<Record<WorkKind, number>>;

/**
 * The most that one person may hand in. The Metropolitan Police's line takes about six reports a day from everybody, a report has
 * five files at most, and a case takes twenty additions a day: nobody who reports what happened comes near these. They
 * are what one account with a script can add to the store.
 */
export const workLimits: { readonly hour: Limits; readonly day: Limits } = {
  hour: { reports: 15, additions: 30, drafts: 30, files: 60, bytes: 5 * fileLimits.pendingBytes },
  day: { reports: 30, additions: 60, drafts: 60, files: 120, bytes: 10 * fileLimits.pendingBytes },
};

/** The part that a server counts in its memory alone: five of each a day, with all the files that five reports can have. */
export const countedInMemory: Limits = {
  reports: 5,
  additions: 5,
  drafts: 5,
  files: 5 * fileLimits.files,
  bytes: 5 * fileLimits.pendingBytes,
};

/** Work as it was counted in an hour, in hours since 1970. What is given back is less than nothing. */
export interface WorkDone {
  readonly hour: number;
  readonly amounts: Amounts;
}

/** The same work, to be taken off what was counted. */
export const givenBack = ({ hour, amounts }: WorkDone): WorkDone => ({
  hour,
  amounts: Object.fromEntries(Object.entries(amounts).map(([kind, amount]) => [kind, -amount])),
});

/** Somebody's work of one day, and of its last hour. */
export interface CountedWork {
  readonly hour: number;
  readonly inHour: Amounts;
  readonly inDay: Amounts;
}
export const noWork: CountedWork = { hour: 0, inHour: {}, inDay: {} };

const hourMs = 3_600_000;
export const hourOf = (now: Date): number => Math.floor(now.getTime() / hourMs);

const sum = (one: Amounts, other: Amounts): Amounts =>
  Object.fromEntries(workKinds.map((kind) => [kind, Math.max(0, (one[kind] ?? 0) + (other[kind] ?? 0))]));

/** The work with more of it, as it stands in an hour. */
export function withWork(counted: CountedWork, done: readonly WorkDone[], hour: number): CountedWork {
  // The next hour has begun by the clock of another server already. Any other hour is over, or of a clock that was wrong.
  const isThis = counted.hour === hour || counted.hour === hour + 1;
  let [inHour, { inDay }] = [isThis ? counted.inHour : {}, counted];
  for (const { hour: its, amounts } of done) {
    if (its >= hour) inHour = sum(inHour, amounts);
    inDay = sum(inDay, amounts);
  }
  return { hour: isThis ? counted.hour : hour, inHour, inDay };
}

/** Whether work of any of the kinds that are asked for is more than there may be. */
export const isOver = (counted: Amounts, asked: Amounts, limits: Limits): boolean =>
  workKinds.some((kind) => (asked[kind] ?? 0) > 0 && (counted[kind] ?? 0) > limits[kind]);

/** Whether it is more than somebody may hand in. */
export const isOverBudget = ({ inHour, inDay }: CountedWork, asked: Amounts): boolean =>
  isOver(inHour, asked, workLimits.hour) || isOver(inDay, asked, workLimits.day);

/**
 * The place in line of one of somebody's urgent cases of a day: the first two that the same people handle come before
 * all others. `undefined` if it is none of them.
 */
export function rankAmong<Key>(
  urgent: readonly { readonly key: Key; readonly handledBy: HandledBy }[],
  key: Key,
): number | undefined {
  const its = urgent.find((one) => one.key === key);
  if (its === undefined) return undefined;
  const place = urgent.filter(({ handledBy }) => handledBy === its.handledBy).indexOf(its);
  return Math.max(0, place - 1);
}
