import type { OperationAnswer } from '../../contract/operations.ts';
import type { WordKey } from '../../words/tab/translate.ts';
import type { CountName } from '../cases/case-list-filter.ts';

type Me = Pick<OperationAnswer<'me'>, 'roles' | 'handles'>;

export type TodayRowName = CountName | 'told';

export interface TodayGroup {
  readonly heading: WordKey;
  readonly names: readonly TodayRowName[];
}

const hints: Partial<Record<TodayRowName, WordKey>> = {
  atRisk: 'today.atRiskHint',
  unread: 'today.unreadHint',
  unacknowledged: 'today.unacknowledgedHint',
  safety: 'today.safetyHint',
  second: 'today.secondHint',
  told: 'today.toldHint',
};

export const todayHintWordKey = (name: TodayRowName): WordKey | undefined => hints[name];

export function todayGroups(me: Me): readonly TodayGroup[] {
  if (me.handles.length === 0) return [];
  return [
    {
      heading: 'today.first',
      names: [
        'atRisk',
        'unread',
        'unacknowledged',
        'safety',
        'second',
        ...(me.roles.includes('reserve') ? (['told'] as const) : []),
      ],
    },
    { heading: 'today.days', names: ['overdue', 'dueSoon', 'mine', 'unassigned', 'review'] },
  ];
}
