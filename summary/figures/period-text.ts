import type { Language } from '../../core/model/language.ts';
import { translate } from '../../words/cards/translate.ts';
import { getPeriodBounds, type Period } from './periods.ts';
import { formatDay, formatDayRange, formatWeek } from '../../words/date-format.ts';
import { firstDayOfWeek, lastDayOfWeek, type Week } from '../../core/model/calendar.ts';
import type { WeekFigures } from './week-figures.ts';

export function periodTitle(period: Period, language: Language): string {
  switch (period.kind) {
    case 'week':
      return formatWeek(language, period.week);
    case 'rolling':
      return translate(language, 'summary.rolling', {
        weeks: period.weeks,
        to: formatDay(language, lastDayOfWeek(period.upTo)),
      });
    case 'quarter':
      return translate(language, 'summary.quarter', { quarter: String(period.quarter), year: String(period.year) });
    case 'yearToMarch':
      return translate(language, 'summary.yearToMarch', { year: String(period.begins + 1) });
    case 'range': {
      const { from, to } = getPeriodBounds(period);
      return formatWeekRange(from, to, language);
    }
    default:
      return period satisfies never;
  }
}

/** The days of the weeks from one to another. */
export const formatWeekRange = (from: Week, to: Week, language: Language): string =>
  formatDayRange(language, firstDayOfWeek(from), lastDayOfWeek(to));

export const createDateNotes = (weeks: readonly Pick<WeekFigures, 'week'>[], language: Language): readonly string[] =>
  weeks.slice(0, 1).map((first) =>
    translate(language, 'summary.dates', {
      weeks: weeks.length,
      dates: formatWeekRange(first.week, (weeks.at(-1) ?? first).week, language),
    }),
  );

export function createCountedOnNotes(weeks: readonly WeekFigures[], language: Language): readonly string[] {
  const last = weeks
    .map(({ countedOn }) => countedOn)
    .toSorted()
    .at(-1);
  if (last === undefined) return [];
  return [
    translate(language, weeks.length === 1 ? 'summary.counted' : 'summary.countedEach', {
      day: formatDay(language, last),
    }),
  ];
}

const acknowledgementTargetNote = ({ acknowledgement }: WeekFigures, language: Language): string =>
  acknowledgement.target === 'none'
    ? translate(language, 'summary.noTarget')
    : translate(language, 'summary.target', { days: acknowledgement.days });

const maxNamedWeeks = 4;

export function createAcknowledgementTargetNotes(weeks: readonly WeekFigures[], language: Language): readonly string[] {
  const [first, ...others] = new Set(weeks.map((week) => acknowledgementTargetNote(week, language)));
  if (first === undefined) return [];
  if (others.length === 0) return [first];
  if (weeks.length > maxNamedWeeks) return [translate(language, 'summary.targets')];
  return weeks.map((week) => `${formatWeek(language, week.week)}: ${acknowledgementTargetNote(week, language)}`);
}
