import type { Language } from '../concerns/terms/language.ts';
import { type Page, textPage } from './page.ts';
import { say } from '../words/cards/say.ts';

interface DailyCount {
  readonly language: Language;
  readonly overdue: number;
  readonly dueSoon: number;
}

export const dailyCountPage = ({ language, overdue, dueSoon }: DailyCount): Page =>
  textPage(
    language,
    'alert.dailyCount',
    say(language, 'alert.overdue', { count: overdue }),
    say(language, 'alert.dueSoon', { count: dueSoon }),
    say(language, 'alert.dailyWhere'),
  );
