import type { RequestOf } from '../../contract/operations.ts';

export type ListFilter = RequestOf<'cases.list'>['filter'];
export type ListOrderName = NonNullable<RequestOf<'cases.list'>['order']>;
export type Attention = NonNullable<ListFilter['attention']>;

/** The filters that are counted and chosen at once. */
export const quickNames = ['open', 'overdue', 'dueSoon', 'mine', 'unassigned', 'review'] as const;
export type QuickName = (typeof quickNames)[number];

/** All that is counted, each by the filter that shows it. */
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

/** Everything that a case may wait for, in the order in which it is offered. */
export const attentions = [
  'atRisk',
  'unread',
  'unacknowledged',
  'second',
  'overdue',
  'dueSoon',
  'review',
] as const satisfies readonly Attention[];

/** The orders of a list, as they are offered. */
export const orders = [
  'newest',
  'dueFirst',
  'urgentFirst',
  'unansweredFirst',
] as const satisfies readonly ListOrderName[];

/** The order of a list: the one that was chosen, else what is overdue for longest where that is asked for, and the newest. */
export const orderOf = (filter: ListFilter, chosen: ListOrderName | undefined): ListOrderName =>
  chosen ?? (filter.attention === 'overdue' ? 'dueFirst' : 'newest');

/** The filter that the list begins with. */
export const firstFilter: ListFilter = { status: 'open' };

const parts = ['status', 'kind', 'urgency', 'route', 'attention', 'with'] as const;

/** A counted filter in place of what narrowed the list before; whose cases they are stays. */
export const countedFilter = (name: CountedName, before: ListFilter): ListFilter => ({
  ...countedFilters[name],
  ...(before.handledBy && { handledBy: before.handledBy }),
});

/** The quick filter that a filter is equal to, `undefined` where it is none of them. */
export const quickNameOf = (filter: ListFilter): QuickName | undefined =>
  quickNames.find((name) => {
    const quick: ListFilter = countedFilters[name];
    return parts.every((part) => quick[part] === filter[part]);
  });

/** The filter without anything that narrows it. */
export const clearedFilter = (before: ListFilter): ListFilter =>
  before.handledBy === undefined ? {} : { handledBy: before.handledBy };

/** Whether something narrows the list. */
export const isNarrowed = (filter: ListFilter): boolean => parts.some((part) => filter[part] !== undefined);
