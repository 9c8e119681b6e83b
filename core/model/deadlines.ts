import { addDays, addYears, type Day } from './calendar.ts';
import type { CaseListItem, CaseRecord } from './case-record.ts';
import type { EventRecord } from './event-record.ts';

/** The duties of the first day, in the order in which a case has them. */
const firstDayDuties = ['safety', 'crime', 'conduct'] as const;
type FirstDayDuty = (typeof firstDayDuties)[number];

/**
 * `referral` and the duties of the first day run beside the others; `detriment` on a closed case, until the reporter is
 * asked; `task` by an open task's first due day, on a closed case as well.
 */
export const deadlines = [
  'acknowledge',
  'triage',
  'update',
  'detriment',
  'referral',
  'task',
  ...firstDayDuties,
] as const;
export type Deadline = (typeof deadlines)[number];

export const indexedDeadlines = ['acknowledge', 'triage', 'update', 'detriment', 'referral'] as const;
export type IndexedDeadline = (typeof indexedDeadlines)[number];

type StageDeadline = Exclude<Deadline, 'referral' | 'task' | FirstDayDuty>;

/** Days for each; a deadline without a limit does not run. */
export type TimeLimits = Readonly<Partial<Record<Exclude<StageDeadline, 'detriment'>, number>>>;

/** Days from the opening for `safety`, and from receipt for the others; one without a limit does not run. */
export type FirstDayLimits = Readonly<Partial<Record<FirstDayDuty, number>>>;

export const dueSoonDays = 3;

export interface RunningDeadline {
  readonly deadline: Deadline;
  readonly dueOn: Day;
}

export function stageDeadline(
  item: Pick<CaseListItem, 'status' | 'receivedOn' | 'triagedOn' | 'updatedOn' | 'erasedOn' | 'detrimentCheck'>,
): { readonly deadline: StageDeadline; readonly since: Day } | undefined {
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

type FirstDayItem = Pick<CaseListItem, 'firstDayDue' | FirstDayDuty>;
type DatedItem = Pick<CaseListItem, 'referral' | 'tasks' | 'status'> & FirstDayItem;

/** Those that a limit runs for and that are not recorded; closing a case does not record a crime. */
function firstDayDeadlines(item: DatedItem): readonly RunningDeadline[] {
  const { firstDayDue = {}, status } = item;
  return firstDayDuties.flatMap((duty) => {
    const dueOn = firstDayDue[duty];
    const isOver = item[duty] !== undefined || (duty === 'safety' && status === 'closed');
    return dueOn === undefined || isOver ? [] : [{ deadline: duty, dueOn }];
  });
}

/** With the days that run from now on: of what is not recorded, and has none yet. */
export function withFirstDayDue<Item extends FirstDayItem & Pick<CaseListItem, 'receivedOn'>>(
  item: Item,
  limits: FirstDayLimits,
  today: Day,
): Item {
  const due = firstDayDuties.flatMap((duty) => {
    const days = limits[duty];
    if (days === undefined || item[duty] !== undefined || item.firstDayDue?.[duty] !== undefined) return [];
    return [[duty, addDays(duty === 'safety' ? today : item.receivedOn, days)] as const];
  });
  return due.length === 0 ? item : { ...item, firstDayDue: { ...item.firstDayDue, ...Object.fromEntries(due) } };
}

/** They run beside the state's own, by a stored day: a referral, a task and the duties of the first day. */
function datedDeadlines(item: DatedItem): readonly RunningDeadline[] {
  const referralDue = item.referral?.decision === 'refer' ? item.referral.dueOn : undefined;
  const taskDue = firstTaskDue(item);
  return [
    ...(referralDue === undefined ? [] : [{ deadline: 'referral' as const, dueOn: referralDue }]),
    ...(taskDue === undefined ? [] : [{ deadline: 'task' as const, dueOn: taskDue }]),
    ...firstDayDeadlines(item),
  ];
}

export const firstDatedDue = (item: DatedItem): Day | undefined =>
  datedDeadlines(item)
    .map(({ dueOn }) => dueOn)
    .toSorted()[0];

/** In the order in which they are due. */
export function runningDeadlines(
  item: Pick<
    CaseListItem,
    'status' | 'receivedOn' | 'triagedOn' | 'updatedOn' | 'erasedOn' | 'detrimentCheck' | 'referral' | 'tasks'
  > &
    FirstDayItem,
  timeLimits: TimeLimits,
): readonly RunningDeadline[] {
  const stage = stageDeadline(item);
  const days = stage && (stage.deadline === 'detriment' ? 0 : timeLimits[stage.deadline]);
  const due = stage && days !== undefined ? [{ deadline: stage.deadline, dueOn: addDays(stage.since, days) }] : [];
  return [...due, ...datedDeadlines(item)].sort((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
}

/** A deadline before its day is due; a missing one does not run. A task and the duties of the first day count by the day of `referral`. */
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
