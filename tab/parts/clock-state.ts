import { addDays, type Day } from '../../concerns/terms/calendar.ts';
import { type RunningClock, soonDays } from '../../concerns/records/clocks.ts';
import { showDay } from '../../words/days.ts';
import { clockText } from './named.ts';
import type { Tab } from './tab-context.ts';

export type ClockState = 'overdue' | 'soon' | 'later';

/** Where a clock stands today, by the same days as the list is filtered by. */
export function clockState(dueOn: Day, today: string): ClockState {
  if (dueOn < today) return 'overdue';
  return addDays(dueOn, 1 - soonDays) <= today ? 'soon' : 'later';
}

const words = { overdue: 'status.clockOverdue', soon: 'status.clockSoon', later: 'status.clockLater' } as const;

/** A clock in words: what is waited for, by when, and whether that is past or near. */
export const clockSentence = (tab: Pick<Tab, 'say' | 'language' | 'me'>, running: RunningClock): string =>
  tab.say(words[clockState(running.dueOn, tab.me.today)], {
    clock: clockText(tab.say, running.clock),
    day: showDay(tab.language, running.dueOn),
  });
