import type { Language } from '../concerns/terms/language.ts';
import type { Card } from './card.ts';
import { drawPage } from './page.ts';
import { say } from '../words/cards/say.ts';

/** How many cases are late, once a day in the channel of those who handle them. It has no room for a reference. */
export const dailyCountCard = ({
  language,
  overdue,
  dueSoon,
}: {
  readonly language: Language;
  readonly overdue: number;
  readonly dueSoon: number;
}): Card =>
  drawPage({
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
