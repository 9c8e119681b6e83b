import { addDays, addYears, type Day } from './calendar.ts';
import type { CaseListItem, CaseRecord } from './case-record.ts';
import type { EventRecord } from './event-record.ts';

/**
 * `referral` runs beside the others; `detriment` on a closed case, until the reporter is asked; `task` by an open
 * task's first due day, on a closed case as well.
 */
export const deadlines = ['acknowledge', 'triage', 'update', 'detriment', 'referral', 'task'] as const;
export type Deadline = (typeof deadlines)[number];

export const indexedDeadlines = ['acknowledge', 'triage', 'update', 'detriment', 'referral'] as const;
export type IndexedDeadline = (typeof indexedDeadlines)[number];

/** Days for each; a deadline without a limit does not run. */
export type TimeLimits = Readonly<Partial<Record<Exclude<Deadline, 'referral' | 'detriment' | 'task'>, number>>>;

export const dueSoonDays = 3;

export interface RunningDeadline {
  readonly deadline: Deadline;
  readonly dueOn: Day;
}

export function stageDeadline(
  item: Pick<CaseListItem, 'status' | 'receivedOn' | 'triagedOn' | 'updatedOn' | 'erasedOn' | 'detrimentCheck'>,
): { readonly deadline: Exclude<Deadline, 'referral' | 'task'>; readonly since: Day } | undefined {
  switch (item.status) {
    case 'received':
      return { deadline: 'acknowledge', since: item.receivedOn };
    case 'acknowledged':
      return { deadline: 'triage', since: item.receivedOn };
    case 'closed':
      return item.detrimentCheck && { deadline: 'detriment', since: item.detrimentCheck.dueOn };
    default:
      return { deadline: 'update', since: item.updatedOn ?? item.triagedOn ?? item.receivedOn };
  }
}

const firstTaskDue = ({ tasks = [] }: Pick<CaseListItem, 'tasks'>): Day | undefined =>
  tasks.map(({ dueOn }) => dueOn).toSorted()[0];

export function referralOrTaskDue(item: Pick<CaseListItem, 'referral' | 'tasks'>): Day | undefined {
  const referralDue = item.referral?.decision === 'refer' ? item.referral.dueOn : undefined;
  const taskDue = firstTaskDue(item);
  return referralDue === undefined || (taskDue !== undefined && taskDue < referralDue) ? taskDue : referralDue;
}

/** In the order in which they are due. */
export function runningDeadlines(
  item: Pick<
    CaseListItem,
    'status' | 'receivedOn' | 'triagedOn' | 'updatedOn' | 'erasedOn' | 'detrimentCheck' | 'referral' | 'tasks'
  >,
  timeLimits: TimeLimits,
): readonly RunningDeadline[] {
  const stage = stageDeadline(item);
  const days = stage && (stage.deadline === 'detriment' ? 0 : timeLimits[stage.deadline]);
  const due = stage && days !== undefined ? [{ deadline: stage.deadline, dueOn: addDays(stage.since, days) }] : [];
  const referralDue = item.referral?.decision === 'refer' ? item.referral.dueOn : undefined;
  const referral = referralDue === undefined ? [] : [{ deadline: 'referral' as const, dueOn: referralDue }];
  const taskDue = firstTaskDue(item);
  const task = taskDue === undefined ? [] : [{ deadline: 'task' as const, dueOn: taskDue }];
  return [...due, ...referral, ...task].sort((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
}

/** A deadline before its day is due; a missing one does not run. A task counts by the day of `referral`. */
export type DueCutoffs = Readonly<Partial<Record<IndexedDeadline, Day>>>;

export function dueCutoffs(timeLimits: TimeLimits, today: Day, daysAhead: number): DueCutoffs {
  const startCutoff = (days: number | undefined): Day | undefined =>
    days === undefined ? undefined : addDays(today, daysAhead - days);
  const [acknowledge, triage, update] = [timeLimits.acknowledge, timeLimits.triage, timeLimits.update].map(startCutoff);
  return {
    ...(acknowledge && { acknowledge }),
    ...(triage && { triage }),
    ...(update && { update }),
    detriment: addDays(today, daysAhead),
    referral: addDays(today, daysAhead),
  };
}

export const overdueFilter = (timeLimits: TimeLimits, today: Day): { readonly due: DueCutoffs } => ({
  due: dueCutoffs(timeLimits, today, 0),
});

export const dueSoonFilter = (
  timeLimits: TimeLimits,
  today: Day,
): { readonly due: DueCutoffs; readonly notDue: DueCutoffs } => ({
  due: dueCutoffs(timeLimits, today, dueSoonDays),
  notDue: dueCutoffs(timeLimits, today, 0),
});

export function nextReviewDate(
  record: Pick<CaseRecord, 'reviewOn'>,
  reviewSet: EventRecord | undefined,
  today: Day,
  years: number,
): Day {
  const set = reviewSet?.detail?.reviewOn;
  return set !== undefined && set === record.reviewOn ? set : addYears(today, years);
}

export const isRetentionOver = ({ reviewOn }: Pick<CaseRecord, 'reviewOn'>, today: string): boolean =>
  reviewOn !== undefined && reviewOn <= today;
