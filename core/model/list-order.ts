import type { Day } from './calendar.ts';
import type { CaseListItem } from './case-record.ts';
import { stageDeadline, runningDeadlines, type TimeLimits } from './deadlines.ts';

/** `unansweredFirst`: those whose reporter has heard nothing new for longest. */
export const listOrders = ['newest', 'urgentFirst', 'dueFirst', 'unansweredFirst'] as const;
export type ListOrderName = (typeof listOrders)[number];

export type ListOrder =
  | { readonly by: Exclude<ListOrderName, 'dueFirst'> }
  | { readonly by: 'dueFirst'; readonly timeLimits: TimeLimits };

export const newestFirst: ListOrder = { by: 'newest' };

export interface ListCursor {
  readonly part: 0 | 1;
  readonly day: string;
  readonly caseId: string;
}

const isAscending = ({ by }: ListOrder, part: ListCursor['part']): boolean =>
  part === 0 && (by === 'dueFirst' || by === 'unansweredFirst');

export function toListCursor(order: ListOrder, item: CaseListItem): ListCursor {
  const { caseId, receivedOn } = item;
  const createCursor = (part: ListCursor['part'], day: Day): ListCursor => ({ part, day, caseId });
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

export function isCursorBefore(order: ListOrder, one: ListCursor, other: ListCursor): boolean {
  if (one.part !== other.part) return one.part < other.part;
  if (one.day !== other.day) return isAscending(order, one.part) === one.day < other.day;
  return one.caseId < other.caseId;
}
