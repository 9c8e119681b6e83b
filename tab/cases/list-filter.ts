import type { CaseStatus } from '../../concerns/records/case-record.ts';
import type { RequestOf } from '../../contract/requests.ts';

export type ListFilter = RequestOf<'cases.list'>['filter'];
/** The filters that are counted and chosen at once. */
export const quickNames = ['open', 'overdue', 'dueSoon', 'mine', 'unassigned', 'review'] as const;
export type QuickName = (typeof quickNames)[number];

const quickFilters: Readonly<Record<QuickName, ListFilter>> = {
  open: { status: 'open' },
  overdue: { attention: 'overdue' },
  dueSoon: { attention: 'dueSoon' },
  mine: { status: 'open', with: 'me' },
  unassigned: { status: 'open', with: 'nobody' },
  review: { attention: 'review' },
};

/** Every state of a case, in their order; the core's own list comes with its parsers, which the list does without. */
export const statuses = [
  'received',
  'acknowledged',
  'triaged',
  'inProgress',
  'awaitingReporter',
  'closed',
  'reopened',
] as const satisfies readonly CaseStatus[];

/** The filter that the list begins with. */
export const firstFilter: ListFilter = { status: 'open' };

const parts = ['status', 'kind', 'urgency', 'attention', 'with'] as const;

/** A quick filter in place of what narrowed the list before; whose cases they are stays. */
export const quickFilter = (name: QuickName, before: ListFilter): ListFilter => ({
  ...quickFilters[name],
  ...(before.handledBy && { handledBy: before.handledBy }),
});

/** The quick filter that a filter is equal to, `undefined` where it is none of them. */
export const quickNameOf = (filter: ListFilter): QuickName | undefined =>
  quickNames.find((name) => parts.every((part) => quickFilters[name][part] === filter[part]));

/** The filter without anything that narrows it. */
export const clearedFilter = (before: ListFilter): ListFilter =>
  before.handledBy === undefined ? {} : { handledBy: before.handledBy };

/** Whether something narrows the list. */
export const isNarrowed = (filter: ListFilter): boolean => parts.some((part) => filter[part] !== undefined);
