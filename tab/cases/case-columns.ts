import type { WordKey } from '../../words/tab/translate.ts';

export const caseColumns = ['received', 'status', 'kind', 'urgency', 'with', 'deadlines'] as const;
export type CaseColumn = (typeof caseColumns)[number];

export const caseColumnWords = {
  received: 'list.received',
  status: 'list.status',
  kind: 'list.kind',
  urgency: 'list.urgency',
  with: 'list.with',
  deadlines: 'list.deadlines',
} as const satisfies Record<CaseColumn, WordKey>;

export const setColumnShown = (
  shown: readonly CaseColumn[],
  column: CaseColumn,
  isShown: boolean,
): readonly CaseColumn[] => caseColumns.filter((each) => (each === column ? isShown : shown.includes(each)));
