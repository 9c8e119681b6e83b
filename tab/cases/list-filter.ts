import type { RequestOf } from '../../contract/operations.ts';

export type ListFilter = RequestOf<'cases.list'>['filter'];
export type ListOrderName = NonNullable<RequestOf<'cases.list'>['order']>;
export type Attention = NonNullable<ListFilter['attention']>;

export const quickNames = ['open', 'overdue', 'dueSoon', 'mine', 'unassigned', 'review'] as const;
export type QuickName = (typeof quickNames)[number];

/** Every count, with the filter that shows its cases. */
export const countedFilters = {
  open: { status: 'open' },
  overdue: { attention: 'overdue' },
  dueSoon: { attention: 'dueSoon' },
  mine: { status: 'open', with: 'me' },
  unassigned: { status: 'open', with: 'nobody' },
  review: { attention: 'review' },
  unread: { attention: 'unread' },
  atRisk: { attention: 'atRisk' },
  unacknowledged: { attention: 'unacknowledged' },
  second: { attention: 'second' },
} as const satisfies Readonly<Record<string, ListFilter>>;
export type CountedName = keyof typeof countedFilters;

export const attentions = [
  'atRisk',
  'unread',
  'unacknowledged',
  'second',
  'overdue',
  'dueSoon',
  'review',
] as const satisfies readonly Attention[];

export const orders = [
  'newest',
  'dueFirst',
  'urgentFirst',
  'unansweredFirst',
] as const satisfies readonly ListOrderName[];

/** Without a choice, the newest first; overdue cases with the longest overdue first. */
export const orderOf = (filter: ListFilter, chosen: ListOrderName | undefined): ListOrderName =>
  chosen ?? (filter.attention === 'overdue' ? 'dueFirst' : 'newest');

export const firstFilter: ListFilter = { status: 'open' };

const parts = ['status', 'kind', 'urgency', 'route', 'attention', 'with'] as const;

export const countedFilter = (name: CountedName, before: ListFilter): ListFilter => ({
  ...countedFilters[name],
  ...(before.handledBy && { handledBy: before.handledBy }),
});

export const quickNameOf = (filter: ListFilter): QuickName | undefined =>
  quickNames.find((name) => {
    const quick: ListFilter = countedFilters[name];
    return parts.every((part) => quick[part] === filter[part]);
  });

export const clearedFilter = (before: ListFilter): ListFilter =>
  before.handledBy === undefined ? {} : { handledBy: before.handledBy };

export const isNarrowed = (filter: ListFilter): boolean => parts.some((part) => filter[part] !== undefined);
