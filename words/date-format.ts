import { type Day, firstDayOfWeek, lastDayOfWeek, parseDay, type Week, weekdayIndex } from '../core/model/calendar.ts';
import type { Language } from '../core/model/language.ts';
import type { Word } from './word.ts';

// Chromium has no Welsh dates and would write English ones into a Welsh sentence. A test holds these equal to Node's.
const dayWords = {
  months: {
    en: 'January February March April May June July August September October November December',
    cy: 'Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr',
  },
  shortMonths: {
    en: 'Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec',
    cy: 'Ion Chwef Maw Ebr Mai Meh Gorff Awst Medi Hyd Tach Rhag',
  },
  weekdays: {
    en: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday',
    cy: 'Llun Mawrth Mercher Iau Gwener Sadwrn Sul',
  },
  at: { en: 'at', cy: 'am' },
  until: { en: 'to', cy: 'i' },
} as const satisfies Readonly<Record<string, Word>>;

const formatWithMonths = (day: Day, months: string): string =>
  `${Number(day.slice(8))} ${months.split(' ')[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;

/** "25 November 2026" for `2026-11-25`. Text that is no day comes back unchanged. */
export function formatDay(language: Language, text: string): string {
  const day = parseDay(text);
  return day === undefined ? text : formatWithMonths(day, dayWords.months[language]);
}

/** "November 2026" for `2026-11`. */
export const formatMonth = (language: Language, month: string): string =>
  formatDay(language, `${month}-01`).replace(/^1 /u, '');

/** `place` is 0 for Monday: "Monday", "dydd Llun". */
export function formatWeekday(language: Language, place: number): string {
  const name = dayWords.weekdays[language].split(' ')[place] ?? '';
  return language === 'cy' ? `dydd ${name}` : name;
}

/** "Monday 30 November 2026 at 08:00". */
export const formatWeekdayDateTime = (
  language: Language,
  { day, time }: { readonly day: Day; readonly time: string },
): string =>
  `${formatWeekday(language, weekdayIndex(day))} ${formatDay(language, day)} ${dayWords.at[language]} ${time}`;

/** "25 Nov 2026" for `2026-11-25`. Text that is no day comes back unchanged. */
export function formatShortDay(language: Language, text: string): string {
  const day = parseDay(text);
  return day === undefined ? text : formatWithMonths(day, dayWords.shortMonths[language]);
}

/** "16 to 22 November 2026": a year or a month that both days share is said once. */
export function formatDayRange(language: Language, from: Day, to: Day): string {
  const first = formatDay(language, from).split(' ');
  const shared = from.slice(0, 7) === to.slice(0, 7) ? 2 : from.slice(0, 4) === to.slice(0, 4) ? 1 : 0;
  return [...first.slice(0, first.length - shared), dayWords.until[language], formatDay(language, to)].join(' ');
}

/** A week by its days, since nobody knows it by its number. */
export const formatWeek = (language: Language, week: Week): string =>
  formatDayRange(language, firstDayOfWeek(week), lastDayOfWeek(week));

/** "16 Nov", the Monday, where a chart has no room for more. */
export const formatWeekLabel = (language: Language, week: Week): string =>
  formatShortDay(language, firstDayOfWeek(week)).split(' ').slice(0, 2).join(' ');

/** By parts, since browsers differ in how they join them. */
function toZonedDayAndTime(instant: Date, timeZone: string): { readonly day: string; readonly time: string } {
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

/** An ISO instant in a sentence: "25 November 2026 at 14:05". Throws RangeError for an invalid instant or zone. */
export function formatDateTime(language: Language, at: string, timeZone = 'Europe/London'): string {
  const { day, time } = toZonedDayAndTime(new Date(at), timeZone);
  return `${formatDay(language, day)} ${dayWords.at[language]} ${time}`;
}

/**
 * An ISO instant in a list: "25 November 2026, 14:05". A day, such as a reporter's acts have, is shown as a day; any
 * other text comes back unchanged.
 */
export function formatTimestamp(language: Language, at: string, timeZone: string): string {
  const instant = new Date(at);
  if (!at.includes('T') || Number.isNaN(instant.getTime())) return formatDay(language, at);
  const { day, time } = toZonedDayAndTime(instant, timeZone);
  return `${formatDay(language, day)}, ${time}`;
}
