import { addDays, type Day } from '../terms/calendar.ts';
import type { CaseFigures } from './case-record.ts';

/** What is waited for on a case. `referral` runs beside the others. */
export const clocks = ['acknowledge', 'triage', 'update', 'referral'] as const;
export type Clock = (typeof clocks)[number];

/** Within how many days each should happen, as the force has set it; a clock without a target does not run. */
export type Targets = Readonly<Partial<Record<Exclude<Clock, 'referral'>, number>>>;

/** A clock whose day is one of this many from today on is due soon, in lists and on the case alike. */
export const soonDays = 3;

/** A clock that runs on a case, and the day by which it should have stopped. */
export interface RunningClock {
  readonly clock: Clock;
  readonly dueOn: Day;
}

/** Where the clock of a case's state counts from, `undefined` where none runs. */
export function clockSince(
  figures: Pick<CaseFigures, 'status' | 'receivedOn' | 'triagedOn' | 'updatedOn' | 'erasedOn'>,
): { readonly clock: Exclude<Clock, 'referral'>; readonly since: Day } | undefined {
  switch (figures.status) {
    case 'received':
      return { clock: 'acknowledge', since: figures.receivedOn };
    case 'acknowledged':
      return { clock: 'triage', since: figures.receivedOn };
    case 'closed':
      return undefined;
    default:
      return { clock: 'update', since: figures.updatedOn ?? figures.triagedOn ?? figures.receivedOn };
  }
}

/** The clocks that run on a case, the one that is due first before the others. */
export function runningClocks(
  figures: Pick<CaseFigures, 'status' | 'receivedOn' | 'triagedOn' | 'updatedOn' | 'erasedOn' | 'referral'>,
  targets: Targets,
): readonly RunningClock[] {
  const stage = clockSince(figures);
  const days = stage && targets[stage.clock];
  const due = stage && days !== undefined ? [{ clock: stage.clock, dueOn: addDays(stage.since, days) }] : [];
  const referralDue = figures.referral?.decision === 'refer' ? figures.referral.dueOn : undefined;
  const referral = referralDue === undefined ? [] : [{ clock: 'referral' as const, dueOn: referralDue }];
  return [...due, ...referral].sort((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
}

/**
 * Whether a clock of a case is past, or nearly: for lists, which must find such cases without knowing the targets.
 * A clock counts whose day lies before the one given for it; one that is not given does not run.
 */
export type DueBefore = Readonly<Partial<Record<Clock, Day>>>;

/** The days before which each clock must have started counting, for its case to be due by `today` and `soonDays` more. */
export function dueBefore(targets: Targets, today: Day, soonDays: number): DueBefore {
  const sinceBefore = (target: number | undefined): Day | undefined =>
    target === undefined ? undefined : addDays(today, soonDays - target);
  const [acknowledge, triage, update] = [targets.acknowledge, targets.triage, targets.update].map(sinceBefore);
  return {
    ...(acknowledge && { acknowledge }),
    ...(triage && { triage }),
    ...(update && { update }),
    referral: addDays(today, soonDays),
  };
}

/** What a list asks for to find the cases that are overdue. */
export const overdueOn = (targets: Targets, today: Day): { readonly due: DueBefore } => ({
  due: dueBefore(targets, today, 0),
});

/** What a list asks for to find the cases that are due soon, and of which nothing is overdue. */
export const dueSoonOn = (targets: Targets, today: Day): { readonly due: DueBefore; readonly notDue: DueBefore } => ({
  due: dueBefore(targets, today, soonDays),
  notDue: dueBefore(targets, today, 0),
});

/** Whether a case is due, by the same days as a list finds it. */
export function isDue(figures: CaseFigures, due: DueBefore): boolean {
  const stage = clockSince(figures);
  const before = stage && due[stage.clock];
  const referralDue = figures.referral?.decision === 'refer' ? figures.referral.dueOn : undefined;
  return (
    (stage !== undefined && before !== undefined && stage.since < before) ||
    (referralDue !== undefined && due.referral !== undefined && referralDue < due.referral)
  );
}
