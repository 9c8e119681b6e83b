import type { WordKey } from '../../words/tab/say.ts';

/** The columns beside the reference, in their order: each can be left out. */
export const columns = ['received', 'status', 'kind', 'urgency', 'with', 'deadlines'] as const;
export type Column = (typeof columns)[number];

/** The name of each column. */
export const columnWords = {
  received: 'list.received',
  status: 'list.status',
  kind: 'list.kind',
  urgency: 'list.urgency',
  with: 'list.with',
  deadlines: 'list.deadlines',
} as const satisfies Record<Column, WordKey>;

/** The columns with one of them shown or left out, in their order. */
export const withColumn = (shown: readonly Column[], column: Column, isShown: boolean): readonly Column[] =>
  columns.filter((each) => (each === column ? isShown : shown.includes(each)));
