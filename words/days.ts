import { type Day, parseDay, weekdayOf } from '../concerns/terms/calendar.ts';
import type { Language } from '../concerns/terms/language.ts';
import type { Word } from './word.ts';

// Chromium has no Welsh dates: it would write English ones into a Welsh sentence. Equal to Node's by test.
const dayWords = {
  months: {
    en: 'January February March April May June July August September October November December',
    cy: 'Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr',
  },
  shortMonths: {
    en: 'Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec',
    cy: 'Ion Chwef Maw Ebr Mai Meh Gorff Awst Medi Hyd Tach Rhag',
  },
  /** From Monday on. */
  weekdays: {
    en: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday',
    cy: 'Llun Mawrth Mercher Iau Gwener Sadwrn Sul',
  },
  /** Between a day and a time. */
  at: { en: 'at', cy: 'am' },
} as const satisfies Readonly<Record<string, Word>>;

const withMonth = (day: Day, months: string): string =>
  `${Number(day.slice(8))} ${months.split(' ')[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;

/** A day such as `2026-11-25` as people write it: "25 November 2026". Text that is no day is returned as it is. */
export function showDay(language: Language, text: string): string {
  const day = parseDay(text);
  return day === undefined ? text : withMonth(day, dayWords.months[language]);
}

/** The name of a day of the week, 0 for Monday: "Monday", "dydd Llun". */
export function showWeekday(language: Language, place: number): string {
  const name = dayWords.weekdays[language].split(' ')[place] ?? '';
  return language === 'cy' ? `dydd ${name}` : name;
}

/** A day and a time of day as a sentence goes on: "Monday 30 November 2026 at 08:00". */
export const showDayAndTime = (
  language: Language,
  { day, time }: { readonly day: Day; readonly time: string },
): string => `${showWeekday(language, weekdayOf(day))} ${showDay(language, day)} ${dayWords.at[language]} ${time}`;

/** A day where there is little room: "25 Nov 2026". */
export const showShortDay = (language: Language, day: Day): string => withMonth(day, dayWords.shortMonths[language]);

/** The day and the time of an instant in a time zone. By parts: browsers differ in how they put them together. */
function inZone(instant: Date, timeZone: string): { readonly day: string; readonly time: string } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(instant);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return { day: `${part('year')}-${part('month')}-${part('day')}`, time: `${part('hour')}:${part('minute')}` };
}

/**
 * An instant (ISO 8601) in a sentence, in a time zone: "25 November 2026 at 14:05". Throws RangeError for what is no
 * instant, and for an unknown zone.
 */
export function showTime(language: Language, at: string, timeZone = 'Europe/London'): string {
  const { day, time } = inZone(new Date(at), timeZone);
  return `${showDay(language, day)} ${dayWords.at[language]} ${time}`;
}

/**
 * The moment of an event in a list, in a time zone: "25 November 2026, 14:05". What is only a day, as a reporter's acts
 * are, is shown as one, and what is no moment as it is.
 */
export function showMoment(language: Language, at: string, timeZone: string): string {
  const instant = new Date(at);
  if (!at.includes('T') || Number.isNaN(instant.getTime())) return showDay(language, at);
  const { day, time } = inZone(instant, timeZone);
  return `${showDay(language, day)}, ${time}`;
}
