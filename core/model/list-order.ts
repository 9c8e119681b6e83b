import type { Day } from './calendar.ts';
import type { CaseFigures } from './case-record.ts';
import { deadlineSince, runningDeadlines, type TimeLimits } from './deadlines.ts';

/** `dueFirst`: the longest overdue first. `unansweredFirst`: those whose reporter has heard nothing new for longest. */
export const listOrders = ['newest', 'urgentFirst', 'dueFirst', 'unansweredFirst'] as const;
export type ListOrderName = (typeof listOrders)[number];

export type ListOrder =
  | { readonly by: Exclude<ListOrderName, 'dueFirst'> }
  | { readonly by: 'dueFirst'; readonly timeLimits: TimeLimits };

export const newestFirst: ListOrder = { by: 'newest' };

/** The first part comes before the second. */
export interface ListPlace {
  readonly part: 0 | 1;
  readonly day: string;
  readonly caseId: string;
}

const beginsEarly = ({ by }: ListOrder, part: ListPlace['part']): boolean =>
  part === 0 && (by === 'dueFirst' || by === 'unansweredFirst');

export function placeIn(order: ListOrder, figures: CaseFigures): ListPlace {
  const { caseId, receivedOn } = figures;
  const at = (part: ListPlace['part'], day: Day): ListPlace => ({ part, day, caseId });
  switch (order.by) {
    case 'newest':
      return at(0, receivedOn);
    case 'urgentFirst':
      return at(figures.urgency === 'urgent' ? 0 : 1, receivedOn);
    case 'dueFirst': {
      const [first] = runningDeadlines(figures, order.timeLimits);
      return first ? at(0, first.dueOn) : at(1, receivedOn);
    }
    case 'unansweredFirst': {
      const stage = figures.status === 'closed' ? undefined : deadlineSince(figures);
      return stage ? at(0, stage.since) : at(1, receivedOn);
    }
  }
}

export function isPlacedBefore(order: ListOrder, one: ListPlace, other: ListPlace): boolean {
  if (one.part !== other.part) return one.part < other.part;
  if (one.day !== other.day) return beginsEarly(order, one.part) === one.day < other.day;
  return one.caseId < other.caseId;
}
