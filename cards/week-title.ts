import { addDays, mondayOf, parseWeek } from '../concerns/terms/calendar.ts';
import type { Language } from '../concerns/terms/language.ts';
import { showShortDay } from '../words/days.ts';
import { say } from '../words/cards/say.ts';

/** A week such as `2026-W47` in words. Text that is no week comes back unchanged. */
export function weekTitle(language: Language, text: string): string {
  const week = parseWeek(text);
  if (week === undefined) return text;
  const monday = mondayOf(week);
  return say(language, 'week.option', {
    number: String(Number(week.slice(6))),
    from: showShortDay(language, monday),
    to: showShortDay(language, addDays(monday, 6)),
  });
}
