import { addDays, type Day } from '../terms/calendar.ts';
import type { CaseFigures } from './case-record.ts';

/**
 * Everything that is waited for on a case. `referral` runs beside the others; `detriment` runs on a closed case, until
 * whoever reported has been asked whether they were treated worse. `task` is the first day by which an open task should
 * be done, on a closed case as well.
 */
export const deadlines = ['acknowledge', 'triage', 'update', 'detriment', 'referral', 'task'] as const;
export type Deadline = (typeof deadlines)[number];

/** The deadlines that a list finds a case by: a task has a day of its own as a referral has, and is found with it. */
export const listedDeadlines = ['acknowledge', 'triage', 'update', 'detriment', 'referral'] as const;
export type ListedDeadline = (typeof listedDeadlines)[number];

/** Within how many days each should happen, as the force has set it; one without a limit does not run. */
export type TimeLimits = Readonly<Partial<Record<Exclude<Deadline, 'referral' | 'detriment' | 'task'>, number>>>;

/** A deadline whose day is one of this many from today on is due soon, in lists and on the case alike. */
export const soonDays = 3;

/** A deadline that runs on a case, and the day by which what it waits for should have happened. */
export interface RunningDeadline {
  readonly deadline: Deadline;
  readonly dueOn: Day;
}

/**
 * Where the deadline of a case's state counts from, `undefined` where none runs. The day of `detriment` is the one on
 * which it is due.
 */
export function deadlineSince(
  figures: Pick<CaseFigures, 'status' | 'receivedOn' | 'triagedOn' | 'updatedOn' | 'erasedOn' | 'detrimentCheck'>,
): { readonly deadline: Exclude<Deadline, 'referral' | 'task'>; readonly since: Day } | undefined {
  switch (figures.status) {
    case 'received':
      return { deadline: 'acknowledge', since: figures.receivedOn };
    case 'acknowledged':
      return { deadline: 'triage', since: figures.receivedOn };
    case 'closed':
      return figures.detrimentCheck && { deadline: 'detriment', since: figures.detrimentCheck.dueOn };
    default:
      return { deadline: 'update', since: figures.updatedOn ?? figures.triagedOn ?? figures.receivedOn };
  }
}

/** The first day by which an open task of a case should be done, `undefined` where none is open. */
const firstTaskDue = ({ tasks = [] }: Pick<CaseFigures, 'tasks'>): Day | undefined =>
  tasks.map(({ dueOn }) => dueOn).toSorted()[0];

/** The day of a decided referral, or of the first open task where that comes before it; `undefined` where neither runs. */
export function referralOrTaskDue(figures: Pick<CaseFigures, 'referral' | 'tasks'>): Day | undefined {
  const referralDue = figures.referral?.decision === 'refer' ? figures.referral.dueOn : undefined;
  const taskDue = firstTaskDue(figures);
  return referralDue === undefined || (taskDue !== undefined && taskDue < referralDue) ? taskDue : referralDue;
}

/** The deadlines that run on a case, the one that is due first before the others. */
export function runningDeadlines(
  figures: Pick<
    CaseFigures,
    'status' | 'receivedOn' | 'triagedOn' | 'updatedOn' | 'erasedOn' | 'detrimentCheck' | 'referral' | 'tasks'
  >,
  timeLimits: TimeLimits,
): readonly RunningDeadline[] {
  const stage = deadlineSince(figures);
  const days = stage && (stage.deadline === 'detriment' ? 0 : timeLimits[stage.deadline]);
  const due = stage && days !== undefined ? [{ deadline: stage.deadline, dueOn: addDays(stage.since, days) }] : [];
  const referralDue = figures.referral?.decision === 'refer' ? figures.referral.dueOn : undefined;
  const referral = referralDue === undefined ? [] : [{ deadline: 'referral' as const, dueOn: referralDue }];
  const taskDue = firstTaskDue(figures);
  const task = taskDue === undefined ? [] : [{ deadline: 'task' as const, dueOn: taskDue }];
  return [...due, ...referral, ...task].sort((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
}

/**
 * Whether a deadline of a case is past, or nearly: for lists, which must find such cases without knowing the limits.
 * A deadline counts whose day lies before the one given for it; one that is not given does not run. A task counts by the
 * day of `referral`.
 */
export type DueBefore = Readonly<Partial<Record<ListedDeadline, Day>>>;

/** The days before which each deadline must have started counting, for its case to be due by `today` and `soonDays` more. */
export function dueBefore(timeLimits: TimeLimits, today: Day, soonDays: number): DueBefore {
  const sinceBefore = (days: number | undefined): Day | undefined =>
    days === undefined ? undefined : addDays(today, soonDays - days);
  const [acknowledge, triage, update] = [timeLimits.acknowledge, timeLimits.triage, timeLimits.update].map(sinceBefore);
  return {
    ...(acknowledge && { acknowledge }),
    ...(triage && { triage }),
    ...(update && { update }),
    detriment: addDays(today, soonDays),
    referral: addDays(today, soonDays),
  };
}

/** The question of a list for the cases that are overdue. */
export const overdueOn = (timeLimits: TimeLimits, today: Day): { readonly due: DueBefore } => ({
  due: dueBefore(timeLimits, today, 0),
});

/** The question of a list for the cases that are due soon, and of which nothing is overdue. */
export const dueSoonOn = (
  timeLimits: TimeLimits,
  today: Day,
): { readonly due: DueBefore; readonly notDue: DueBefore } => ({
  due: dueBefore(timeLimits, today, soonDays),
  notDue: dueBefore(timeLimits, today, 0),
});
