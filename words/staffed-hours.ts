import type { Language } from '../core/model/language.ts';
import { type StaffedDay, staffedDays, type StaffedHoursRow } from '../core/model/staffed-hours.ts';
import { formatWeekday } from './date-format.ts';
import type { Word } from './word.ts';

const hoursWords = {
  holidays: { en: 'bank holidays', cy: 'gwyliau banc' },
  noHolidays: { en: 'not bank holidays', cy: 'nid ar wyliau banc' },
  to: { en: 'to', cy: 'i' },
} as const satisfies Readonly<Record<string, Word>>;

const dayName = (language: Language, day: StaffedDay): string =>
  day === 'holidays' ? hoursWords.holidays[language] : formatWeekday(language, staffedDays.indexOf(day));

/** Welsh softens a day after "o" and "i", and a day that says when: "o ddydd Llun i ddydd Gwener". */
const applySoftMutation = (day: string): string => day.replace(/^dydd/u, 'ddydd');
const fromDayText = (language: Language, day: string): string =>
  language === 'cy' ? `o ${applySoftMutation(day)}` : day;
const onDayText = (language: Language, day: string): string =>
  language === 'en'
    ? day
    : day.startsWith('dydd')
      ? applySoftMutation(day)
      : `ar ${applySoftMutation(day).replace(/^gw/u, 'w')}`;

function rowText(language: Language, { from, to, opens, closes }: StaffedHoursRow): string {
  const link = hoursWords.to[language];
  const [first, last] = [dayName(language, from), dayName(language, to)];
  const days =
    from === to ? onDayText(language, first) : `${fromDayText(language, first)} ${link} ${applySoftMutation(last)}`;
  return `${days} ${opens}–${closes}`;
}

/** As it continues a sentence: "Monday to Friday 08:00–18:00, not bank holidays". */
export const formatStaffedHours = (language: Language, rows: readonly StaffedHoursRow[]): string =>
  [
    ...rows.map((row) => rowText(language, row)),
    ...(rows.some(({ from }) => from === 'holidays') ? [] : [hoursWords.noHolidays[language]]),
  ].join(', ');
