import { addDays, type Day } from '../../core/model/calendar.ts';
import { type RunningDeadline, dueSoonDays } from '../../core/model/deadlines.ts';
import { formatDay } from '../../words/date-format.ts';
import { deadlineText } from './labels.ts';
import type { Tab } from './tab-context.ts';

export type DeadlineState = 'overdue' | 'soon' | 'later';

export function deadlineState(dueOn: Day, today: string): DeadlineState {
  if (dueOn < today) return 'overdue';
  return addDays(dueOn, 1 - dueSoonDays) <= today ? 'soon' : 'later';
}

const deadlineWords = {
  overdue: 'status.deadlineOverdue',
  soon: 'status.deadlineSoon',
  later: 'status.deadlineLater',
} as const;

export const deadlineSentence = (
  tab: Pick<Tab, 'translate' | 'language' | 'me'>,
  running: RunningDeadline,
  toText: typeof formatDay = formatDay,
): string =>
  tab.translate(deadlineWords[deadlineState(running.dueOn, tab.me.today)], {
    deadline: deadlineText(tab.translate, running.deadline),
    day: toText(tab.language, running.dueOn),
  });
