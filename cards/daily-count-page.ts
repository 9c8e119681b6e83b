import type { Language } from '../concerns/terms/language.ts';
import type { Page } from './page.ts';
import { say } from '../words/cards/say.ts';

export const dailyCountPage = ({
  language,
  overdue,
  dueSoon,
}: {
  readonly language: Language;
  readonly overdue: number;
  readonly dueSoon: number;
}): Page => ({
  language,
  heading: say(language, 'alert.dailyCount'),
  sections: [
    {
      text: [
        say(language, 'alert.overdue', { count: overdue }),
        say(language, 'alert.dueSoon', { count: dueSoon }),
        say(language, 'alert.dailyWhere'),
      ],
    },
  ],
  actions: [],
});
