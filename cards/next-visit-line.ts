import type { Day } from '../core/model/calendar.ts';
import type { Language } from '../core/model/language.ts';
import { formatDay } from '../words/date-format.ts';
import { translate } from '../words/cards/translate.ts';

export const nextVisitLine = (view: {
  readonly state: { readonly language: Language };
  readonly lookAgainOn: Day;
  readonly mayBeAsked: boolean;
}): string => {
  const { state, lookAgainOn, mayBeAsked } = view;
  return translate(state.language, mayBeAsked ? 'common.lookAgainAsked' : 'common.lookAgain', {
    day: formatDay(state.language, lookAgainOn),
  });
};
