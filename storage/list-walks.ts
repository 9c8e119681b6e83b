import type { ListQuestion } from '../concerns/ports/case-list.ts';
import type { CaseStatus } from '../concerns/records/case-record.ts';
import { type ListedDeadline, listedDeadlines } from '../concerns/records/deadlines.ts';
import { type ListOrder, type ListPlace, newestFirst } from '../concerns/records/list-order.ts';
import type { Urgency } from '../concerns/terms/urgency.ts';

type Clock = Exclude<ListedDeadline, 'referral'>;
type DueFirst = Extract<ListOrder, { readonly by: 'dueFirst' }>;

/** The cases that a walk goes through, in an order that an index has: all of one kind by a day, and within a day by reference. */
export type Over =
  | {
      /** The newest first. */
      readonly by: 'received';
      readonly urgency?: Urgency;
      readonly isClosed?: true;
      /** Only cases on which none of these deadlines runs. */
      readonly without?: readonly ListedDeadline[];
    }
  /** Cases with this clock, the one first that has counted for longest. */
  | { readonly by: 'clock'; readonly clock: Clock }
  /** Cases to be referred, or with an open task, the one first whose day comes first. */
  | { readonly by: 'referral' };

/** A walk through an index. The list is made of walks that are taken together, part by part. */
export interface Walk {
  readonly part: ListPlace['part'];
  readonly over: Over;
  /** How many days after the day that it is ordered by a case stands in the list. */
  readonly days: number;
}

const clockOf: Readonly<Record<CaseStatus, Clock>> = {
  received: 'acknowledge',
  acknowledged: 'triage',
  triaged: 'update',
  inProgress: 'update',
  awaitingReporter: 'update',
  reopened: 'update',
  closed: 'detriment',
};
const openClocks = ['acknowledge', 'triage', 'update'] as const;
/** The clocks that a case can have beside a referral's. */
export const clocks = [...openClocks, 'detriment'] as const;

/** The clocks that cases of such a state can have. */
function clocksOf(status: ListQuestion['status']): readonly Clock[] {
  if (status === undefined) return clocks;
  return status === 'open' ? openClocks : [clockOf[status]];
}

/** How many days after it begins to count a clock is due, `undefined` where it never is. */
export const limitOf = ({ timeLimits }: DueFirst, clock: Clock): number | undefined =>
  clock === 'detriment' ? 0 : timeLimits[clock];

function dueFirst({ status, due }: ListQuestion, order: DueFirst): readonly Walk[] {
  const limited = listedDeadlines.filter(
    (deadline) => deadline === 'referral' || limitOf(order, deadline) !== undefined,
  );
  const walked = clocksOf(status).flatMap((clock): Walk | [] => {
    const days = limitOf(order, clock);
    return days === undefined ? [] : { part: 0, over: { by: 'clock', clock }, days };
  });
  // Where every case that is asked for has a deadline that runs, none is looked for that has none.
  const allRun =
    due === undefined
      ? status !== undefined && status !== 'closed' && walked.length === clocksOf(status).length
      : listedDeadlines.every((deadline) => due[deadline] === undefined || limited.includes(deadline));
  return [
    ...walked,
    { part: 0, over: { by: 'referral' }, days: 0 },
    ...(allRun ? [] : [{ part: 1, over: { by: 'received', without: limited }, days: 0 } as const]),
  ];
}

function unansweredFirst({ status }: ListQuestion): readonly Walk[] {
  const walked = clocksOf(status).filter((clock) => clock !== 'detriment');
  return [
    ...walked.map((clock): Walk => ({ part: 0, over: { by: 'clock', clock }, days: 0 })),
    ...(status === undefined || status === 'closed'
      ? [{ part: 1, over: { by: 'received', isClosed: true }, days: 0 } as const]
      : []),
  ];
}

/** The walks that a list in its order is made of. */
export function walksOf(question: ListQuestion): readonly Walk[] {
  const { order = newestFirst, urgency } = question;
  switch (order.by) {
    case 'newest':
      return [{ part: 0, over: { by: 'received' }, days: 0 }];
    case 'urgentFirst':
      return (['urgent', 'standard'] as const)
        .map((each, part): Walk => ({ part: part === 0 ? 0 : 1, over: { by: 'received', urgency: each }, days: 0 }))
        .filter(({ over }) => urgency === undefined || (over.by === 'received' && over.urgency === urgency));
    case 'dueFirst':
      return dueFirst(question, order);
    case 'unansweredFirst':
      return unansweredFirst(question);
  }
}
