import type { Language } from '../../core/model/language.ts';
import { translate } from '../../words/cards/translate.ts';
import { getPeriodBounds, type Period } from './periods.ts';
import { formatDay } from '../../words/date-format.ts';
import { addDays, firstDayOfWeek } from '../../core/model/calendar.ts';
import type { WeekFigures } from './week-figures.ts';

export function periodTitle(period: Period, language: Language): string {
  switch (period.kind) {
    case 'week':
      return translate(language, 'summary.week', { week: period.week });
    case 'rolling':
      return translate(language, 'summary.rolling', { weeks: period.weeks, to: period.upTo });
    case 'quarter':
      return translate(language, 'summary.quarter', { quarter: String(period.quarter), year: String(period.year) });
    case 'yearToMarch':
      return translate(language, 'summary.yearToMarch', { year: String(period.begins + 1) });
    case 'range': {
      const { from, to } = getPeriodBounds(period);
      return translate(language, 'summary.weeks', { from, to });
    }
    default:
      return period satisfies never;
  }
}

function formatWeekRange(weeks: readonly Pick<WeekFigures, 'week'>[], language: Language): string {
  const first = weeks[0];
  const last = weeks.at(-1);
  if (!first || !last) return '';
  if (first === last) return translate(language, 'summary.week', { week: first.week });
  return translate(language, 'summary.weeks', { from: first.week, to: last.week });
}

export const createDateNotes = (weeks: readonly Pick<WeekFigures, 'week'>[], language: Language): readonly string[] =>
  weeks.slice(0, 1).map((first) =>
    translate(language, 'summary.dates', {
      weeks: formatWeekRange(weeks, language),
      from: formatDay(language, firstDayOfWeek(first.week)),
      to: formatDay(language, addDays(firstDayOfWeek((weeks.at(-1) ?? first).week), 6)),
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
  return weeks.map((week) => `${week.week.slice(5)}: ${acknowledgementTargetNote(week, language)}`);
}
