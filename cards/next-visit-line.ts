import type { Day } from '../core/model/calendar.ts';
import type { Language } from '../core/model/language.ts';
import { showDay } from '../words/days.ts';
import { say } from '../words/cards/translate.ts';

export const lookAgainLine = (view: {
  readonly state: { readonly language: Language };
  readonly lookAgainOn: Day;
  readonly mayBeAsked: boolean;
}): string => {
  const { state, lookAgainOn, mayBeAsked } = view;
  return say(state.language, mayBeAsked ? 'common.lookAgainAsked' : 'common.lookAgain', {
    day: showDay(state.language, lookAgainOn),
  });
};
