import { addWeeks, type Week } from '../../concerns/terms/calendar.ts';
import type { Language } from '../../concerns/terms/language.ts';
import { say } from '../../words/cards/say.ts';

export function weekNames(weeks: readonly Week[], language: Language): string {
  const stretches: { from: Week; to: Week }[] = [];
  for (const week of weeks.toSorted()) {
    const last = stretches.at(-1);
    if (last !== undefined && addWeeks(last.to, 1) === week) last.to = week;
    else stretches.push({ from: week, to: week });
  }
  const named = stretches.map(({ from, to }) => (from === to ? from : say(language, 'return.weekRange', { from, to })));
  return say(language, 'return.weekNames', { count: weeks.length, weeks: named.join(', ') });
}
