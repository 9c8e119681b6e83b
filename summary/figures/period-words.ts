import type { Language } from '../../core/model/language.ts';
import { say } from '../../words/cards/translate.ts';
import { boundsOf, type Period } from './periods.ts';
import { showDay } from '../../words/days.ts';
import { addDays, mondayOf } from '../../core/model/calendar.ts';
import type { WeekFigures } from './week-figures.ts';

export function periodTitle(period: Period, language: Language): string {
  switch (period.kind) {
    case 'week':
      return say(language, 'summary.week', { week: period.week });
    case 'rolling':
      return say(language, 'summary.rolling', { weeks: period.weeks, to: period.upTo });
    case 'quarter':
      return say(language, 'summary.quarter', { quarter: String(period.quarter), year: String(period.year) });
    case 'yearToMarch':
      return say(language, 'summary.yearToMarch', { year: String(period.begins + 1) });
    case 'range': {
      const { from, to } = boundsOf(period);
      return say(language, 'summary.weeks', { from, to });
    }
    default:
      return period satisfies never;
  }
}

function weeksInWords(weeks: readonly Pick<WeekFigures, 'week'>[], language: Language): string {
  const first = weeks[0];
  const last = weeks.at(-1);
  if (!first || !last) return '';
  if (first === last) return say(language, 'summary.week', { week: first.week });
  return say(language, 'summary.weeks', { from: first.week, to: last.week });
}

export const datesNote = (weeks: readonly Pick<WeekFigures, 'week'>[], language: Language): readonly string[] =>
  weeks.slice(0, 1).map((first) =>
    say(language, 'summary.dates', {
      weeks: weeksInWords(weeks, language),
      from: showDay(language, mondayOf(first.week)),
      to: showDay(language, addDays(mondayOf((weeks.at(-1) ?? first).week), 6)),
    }),
  );

export function countedNotes(weeks: readonly WeekFigures[], language: Language): readonly string[] {
  const last = weeks
    .map(({ countedOn }) => countedOn)
    .toSorted()
    .at(-1);
  if (last === undefined) return [];
  return [
    say(language, weeks.length === 1 ? 'summary.counted' : 'summary.countedEach', { day: showDay(language, last) }),
  ];
}

const limitNote = ({ acknowledgement }: WeekFigures, language: Language): string =>
  acknowledgement.target === 'none'
    ? say(language, 'summary.noTarget')
    : say(language, 'summary.target', { days: acknowledgement.days });

const weeksNamed = 4;

export function limitNotes(weeks: readonly WeekFigures[], language: Language): readonly string[] {
  const [first, ...others] = new Set(weeks.map((week) => limitNote(week, language)));
  if (first === undefined) return [];
  if (others.length === 0) return [first];
  if (weeks.length > weeksNamed) return [say(language, 'summary.targets')];
  return weeks.map((week) => `${week.week.slice(5)}: ${limitNote(week, language)}`);
}
