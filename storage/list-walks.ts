import type { ListQuestion } from '../concerns/ports/case-list.ts';
import type { CaseStatus } from '../concerns/records/case-record.ts';
import { type ListedDeadline, listedDeadlines } from '../concerns/records/deadlines.ts';
import { type ListOrder, type ListPlace, newestFirst } from '../concerns/records/list-order.ts';
import type { Urgency } from '../concerns/terms/urgency.ts';

type Clock = Exclude<ListedDeadline, 'referral'>;
type DueFirst = Extract<ListOrder, { readonly by: 'dueFirst' }>;

export type Over =
  | {
      readonly by: 'received';
      readonly urgency?: Urgency;
      readonly isClosed?: true;
      readonly without?: readonly ListedDeadline[];
    }
  | { readonly by: 'clock'; readonly clock: Clock }
  | { readonly by: 'referral' };

export interface Walk {
  readonly part: ListPlace['part'];
  readonly over: Over;
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
export const clocks = [...openClocks, 'detriment'] as const;

function clocksOf(status: ListQuestion['status']): readonly Clock[] {
  if (status === undefined) return clocks;
  return status === 'open' ? openClocks : [clockOf[status]];
}

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
