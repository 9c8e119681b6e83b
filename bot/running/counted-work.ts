import { type Amounts, type WorkKind, workKinds } from '../../concerns/ports/work-budget.ts';
import type { HandledBy } from '../../concerns/terms/urgency.ts';
import { fileLimits } from '../../concerns/terms/files.ts';

export type Limits = Readonly<Record<WorkKind, number>>;

/**
 * The most that one person may hand in. The Metropolitan Police's line takes about six reports a day from everyone, a
 * report has five files at most, and a case takes twenty additions a day. The limits bound what one account with a
 * script can add to the store.
 */
export const workLimits: { readonly hour: Limits; readonly day: Limits } = {
  hour: { reports: 15, additions: 30, drafts: 30, files: 60, bytes: 5 * fileLimits.pendingBytes },
  day: { reports: 30, additions: 60, drafts: 60, files: 120, bytes: 10 * fileLimits.pendingBytes },
};

/** Counted in this server's memory alone: five of each a day, with all the files of five reports. */
export const countedInMemory: Limits = {
  reports: 5,
  additions: 5,
  drafts: 5,
  files: 5 * fileLimits.files,
  bytes: 5 * fileLimits.pendingBytes,
};

/** `hour` in hours since 1970. Amounts that are given back are negative. */
export interface WorkDone {
  readonly hour: number;
  readonly amounts: Amounts;
}

export const givenBack = ({ hour, amounts }: WorkDone): WorkDone => ({
  hour,
  amounts: Object.fromEntries(Object.entries(amounts).map(([kind, amount]) => [kind, -amount])),
});

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

export function withWork(counted: CountedWork, done: readonly WorkDone[], hour: number): CountedWork {
  // By another server's clock the next hour may have begun. Any other hour is over, or a wrong clock's.
  const isThis = counted.hour === hour || counted.hour === hour + 1;
  let [inHour, { inDay }] = [isThis ? counted.inHour : {}, counted];
  for (const { hour: its, amounts } of done) {
    if (its >= hour) inHour = sum(inHour, amounts);
    inDay = sum(inDay, amounts);
  }
  return { hour: isThis ? counted.hour : hour, inHour, inDay };
}

export const isOver = (counted: Amounts, asked: Amounts, limits: Limits): boolean =>
  workKinds.some((kind) => (asked[kind] ?? 0) > 0 && (counted[kind] ?? 0) > limits[kind]);

export const isOverBudget = ({ inHour, inDay }: CountedWork, asked: Amounts): boolean =>
  isOver(inHour, asked, workLimits.hour) || isOver(inDay, asked, workLimits.day);

/** 0 for the first two of a person's day that the same people handle; `undefined` if it is none of them. */
export function rankAmong<Key>(
  urgent: readonly { readonly key: Key; readonly handledBy: HandledBy }[],
  key: Key,
): number | undefined {
  const its = urgent.find((one) => one.key === key);
  if (its === undefined) return undefined;
  const place = urgent.filter(({ handledBy }) => handledBy === its.handledBy).indexOf(its);
  return Math.max(0, place - 1);
}
