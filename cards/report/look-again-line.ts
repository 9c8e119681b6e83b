import { showDay } from '../../words/days.ts';
import { say } from '../../words/cards/say.ts';
import type { ReportView } from './report-view.ts';

/** The day on which to look again, that nobody nudges, and that something may be asked where the force lets the unit ask. */
export const lookAgainLine = ({ state, lookAgainOn, mayBeAsked }: ReportView): string =>
  say(state.language, mayBeAsked ? 'common.lookAgainAsked' : 'common.lookAgain', {
    day: showDay(state.language, lookAgainOn),
  });
