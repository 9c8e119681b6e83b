import type { WordKey } from '../../words/tab/translate.ts';

export const caseColumns = [
  'received',
  'status',
  'kind',
  'category',
  'flags',
  'urgency',
  'with',
  'deadlines',
  'referral',
  'outcome',
] as const;
export type CaseColumn = (typeof caseColumns)[number];

export const defaultColumns: readonly CaseColumn[] = ['received', 'status', 'kind', 'urgency', 'with', 'deadlines'];

export const caseColumnWords = {
  received: 'list.received',
  status: 'list.status',
  kind: 'list.kind',
  category: 'list.category',
  flags: 'list.flags',
  urgency: 'list.urgency',
  with: 'list.with',
  deadlines: 'list.deadlines',
  referral: 'list.referral',
  outcome: 'list.outcome',
} as const satisfies Record<CaseColumn, WordKey>;

export const setColumnShown = (
  shown: readonly CaseColumn[],
  column: CaseColumn,
  isShown: boolean,
): readonly CaseColumn[] => caseColumns.filter((each) => (each === column ? isShown : shown.includes(each)));
