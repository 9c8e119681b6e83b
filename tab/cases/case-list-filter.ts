import type { OperationRequest } from '../../contract/operations.ts';

export type CaseListFilter = OperationRequest<'cases.list'>['filter'];
export type ListOrderName = NonNullable<OperationRequest<'cases.list'>['order']>;
export type Attention = NonNullable<CaseListFilter['attention']>;

export const quickFilterNames = ['open', 'overdue', 'dueSoon', 'mine', 'unassigned', 'review'] as const;
export type QuickFilterName = (typeof quickFilterNames)[number];

export const countFilters = {
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
  safety: { attention: 'safety' },
} as const satisfies Readonly<Record<string, CaseListFilter>>;
export type CountName = keyof typeof countFilters;

export const attentionOptions = [
  'atRisk',
  'unread',
  'unacknowledged',
  'safety',
  'second',
  'overdue',
  'dueSoon',
  'review',
] as const satisfies readonly Attention[];

export const listOrderOptions = [
  'newest',
  'dueFirst',
  'urgentFirst',
  'unansweredFirst',
] as const satisfies readonly ListOrderName[];

/** Without a choice, newest first; overdue cases longest overdue first. */
export const effectiveOrder = (filter: CaseListFilter, chosen: ListOrderName | undefined): ListOrderName =>
  chosen ?? (filter.attention === 'overdue' ? 'dueFirst' : 'newest');

export const defaultFilter: CaseListFilter = { status: 'open' };

const filterFields = [
  'status',
  'kind',
  'urgency',
  'route',
  'category',
  'flag',
  'referral',
  'outcome',
  'receivedFrom',
  'receivedTo',
  'attention',
  'with',
] as const;

export const applyCountFilter = (name: CountName, before: CaseListFilter): CaseListFilter => ({
  ...countFilters[name],
  ...(before.handledBy && { handledBy: before.handledBy }),
});

export const matchQuickFilter = (filter: CaseListFilter): QuickFilterName | undefined =>
  quickFilterNames.find((name) => {
    const quick: CaseListFilter = countFilters[name];
    return filterFields.every((part) => quick[part] === filter[part]);
  });

export const clearFilter = (before: CaseListFilter): CaseListFilter =>
  before.handledBy === undefined ? {} : { handledBy: before.handledBy };

export const countFilterParts = (filter: CaseListFilter): number =>
  filterFields.filter((part) => filter[part] !== undefined).length;

export const isFiltered = (filter: CaseListFilter): boolean => countFilterParts(filter) > 0;
