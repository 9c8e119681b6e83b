import type { Day } from './calendar.ts';
import type { CaseListItem } from './case-record.ts';
import { stageDeadline, runningDeadlines, type TimeLimits } from './deadlines.ts';

/** `unansweredFirst`: those whose reporter has heard nothing new for longest. */
export const caseListOrders = ['newest', 'urgentFirst', 'dueFirst', 'unansweredFirst'] as const;
export type CaseListOrderName = (typeof caseListOrders)[number];

export type CaseListOrder =
  | { readonly by: Exclude<CaseListOrderName, 'dueFirst'> }
  | { readonly by: 'dueFirst'; readonly timeLimits: TimeLimits };

export const newestFirst: CaseListOrder = { by: 'newest' };

export interface CaseListCursor {
  readonly part: 0 | 1;
  readonly day: string;
  readonly caseId: string;
}

const isAscending = ({ by }: CaseListOrder, part: CaseListCursor['part']): boolean =>
  part === 0 && (by === 'dueFirst' || by === 'unansweredFirst');

export function toCaseListCursor(order: CaseListOrder, item: CaseListItem): CaseListCursor {
  const { caseId, receivedOn } = item;
  const createCursor = (part: CaseListCursor['part'], day: Day): CaseListCursor => ({ part, day, caseId });
  switch (order.by) {
    case 'newest':
      return createCursor(0, receivedOn);
    case 'urgentFirst':
      return createCursor(item.urgency === 'urgent' ? 0 : 1, receivedOn);
    case 'dueFirst': {
      const [first] = runningDeadlines(item, order.timeLimits);
      return first ? createCursor(0, first.dueOn) : createCursor(1, receivedOn);
    }
    case 'unansweredFirst': {
      const stage = item.status === 'closed' ? undefined : stageDeadline(item);
      return stage ? createCursor(0, stage.since) : createCursor(1, receivedOn);
    }
  }
}

export function isCursorBefore(order: CaseListOrder, one: CaseListCursor, other: CaseListCursor): boolean {
  if (one.part !== other.part) return one.part < other.part;
  if (one.day !== other.day) return isAscending(order, one.part) === one.day < other.day;
  return one.caseId < other.caseId;
}
