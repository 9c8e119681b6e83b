import type { Day } from '../core/model/calendar.ts';
import type { Language } from '../core/model/language.ts';
import { formatDay } from '../words/date-format.ts';
import { translate } from '../words/cards/translate.ts';

export const nextVisitLine = (view: {
  readonly state: { readonly language: Language };
  readonly nextVisitDay: Day;
  readonly mayReceiveMessages: boolean;
}): string => {
  const { state, nextVisitDay, mayReceiveMessages } = view;
  return translate(state.language, mayReceiveMessages ? 'common.lookAgainAsked' : 'common.lookAgain', {
    day: formatDay(state.language, nextVisitDay),
  });
};
