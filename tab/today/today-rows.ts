import type { AnswerOf } from '../../contract/operations.ts';
import type { WordKey } from '../../words/tab/translate.ts';
import type { CountedName } from '../cases/list-filter.ts';

type Me = Pick<AnswerOf<'me'>, 'roles' | 'handles'>;

export type TodayName = CountedName | 'told';

export interface TodayGroup {
  readonly heading: WordKey;
  readonly names: readonly TodayName[];
}

const hints: Partial<Record<TodayName, WordKey>> = {
  atRisk: 'today.atRiskHint',
  unread: 'today.unreadHint',
  unacknowledged: 'today.unacknowledgedHint',
  second: 'today.secondHint',
  told: 'today.toldHint',
};

export const hintOf = (name: TodayName): WordKey | undefined => hints[name];

export function groupsOf(me: Me): readonly TodayGroup[] {
  if (me.handles.length === 0) return [];
  return [
    {
      heading: 'today.first',
      names: [
        'atRisk',
        'unread',
        'unacknowledged',
        'second',
        ...(me.roles.includes('reserve') ? (['told'] as const) : []),
      ],
    },
    { heading: 'today.days', names: ['overdue', 'dueSoon', 'mine', 'unassigned', 'review'] },
  ];
}
