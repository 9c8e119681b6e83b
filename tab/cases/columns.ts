import type { WordKey } from '../../words/tab/translate.ts';

export const columns = ['received', 'status', 'kind', 'urgency', 'with', 'deadlines'] as const;
export type Column = (typeof columns)[number];

export const columnWords = {
  received: 'list.received',
  status: 'list.status',
  kind: 'list.kind',
  urgency: 'list.urgency',
  with: 'list.with',
  deadlines: 'list.deadlines',
} as const satisfies Record<Column, WordKey>;

export const toggleColumn = (shown: readonly Column[], column: Column, isShown: boolean): readonly Column[] =>
  columns.filter((each) => (each === column ? isShown : shown.includes(each)));
