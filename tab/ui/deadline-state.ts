import { addDays, type Day } from '../../core/model/calendar.ts';
import { type RunningDeadline, soonDays } from '../../core/model/deadlines.ts';
import { showDay } from '../../words/days.ts';
import { deadlineText } from './labels.ts';
import type { Tab } from './tab-context.ts';

export type DeadlineState = 'overdue' | 'soon' | 'later';

export function deadlineState(dueOn: Day, today: string): DeadlineState {
  if (dueOn < today) return 'overdue';
  return addDays(dueOn, 1 - soonDays) <= today ? 'soon' : 'later';
}

const words = {
  overdue: 'status.deadlineOverdue',
  soon: 'status.deadlineSoon',
  later: 'status.deadlineLater',
} as const;

export const deadlineSentence = (tab: Pick<Tab, 'say' | 'language' | 'me'>, running: RunningDeadline): string =>
  tab.say(words[deadlineState(running.dueOn, tab.me.today)], {
    deadline: deadlineText(tab.say, running.deadline),
    day: showDay(tab.language, running.dueOn),
  });
