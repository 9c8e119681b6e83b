import { showDay } from '../words/days.ts';
import { say } from '../words/cards/say.ts';
import { addDays, mondayOf } from '../concerns/terms/calendar.ts';
import type { Language } from '../concerns/terms/language.ts';
import type { WeekFigures } from './week-figures.ts';

/** The weeks by their ISO names: "Week 2026-W47", "Weeks 2026-W44 to 2026-W47". Empty where there is none. */
export function weeksInWords(weeks: readonly WeekFigures[], language: Language): string {
  const first = weeks[0];
  const last = weeks.at(-1);
  if (!first || !last) return '';
  if (first === last) return say(language, 'summary.week', { week: first.week });
  return say(language, 'summary.weeks', { from: first.week, to: last.week });
}

/** From the first day of the weeks to their last. */
export const datesNote = (weeks: readonly WeekFigures[], language: Language): readonly string[] =>
  weeks.slice(0, 1).map((first) =>
    say(language, 'summary.dates', {
      weeks: weeksInWords(weeks, language),
      from: showDay(language, mondayOf(first.week)),
      to: showDay(language, addDays(mondayOf((weeks.at(-1) ?? first).week), 6)),
    }),
  );

/** One sentence where it is the same of all weeks, else one of each, led by its week. */
function once(weeks: readonly WeekFigures[], sentence: (week: WeekFigures) => string): readonly string[] {
  const [first, ...others] = new Set(weeks.map(sentence));
  if (first === undefined) return [];
  return others.length === 0 ? [first] : weeks.map((week) => `${week.week.slice(5)}: ${sentence(week)}`);
}

/** When the weeks were counted. */
export const countedNotes = (weeks: readonly WeekFigures[], language: Language): readonly string[] =>
  once(weeks, ({ countedOn }) => say(language, 'summary.counted', { day: showDay(language, countedOn) }));

/** The limits that the weeks were counted with, in words. */
export const limitNotes = (weeks: readonly WeekFigures[], language: Language): readonly string[] =>
  once(weeks, ({ acknowledgement }) =>
    acknowledgement.target === 'none'
      ? say(language, 'summary.noTarget')
      : say(language, 'summary.target', { days: acknowledgement.days }),
  );
