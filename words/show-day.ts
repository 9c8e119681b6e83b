import { type Day, parseDay } from '../concerns/terms/calendar.ts';
import type { Language } from '../concerns/terms/language.ts';

const formats: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
  cy: new Intl.DateTimeFormat('cy', { dateStyle: 'long', timeZone: 'UTC' }),
};
const shortFormats: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }),
  cy: new Intl.DateTimeFormat('cy', { dateStyle: 'medium', timeZone: 'UTC' }),
};

/** A day such as `2026-11-25` as people write it: "25 November 2026". Text that is no day is returned as it is. */
export function showDay(language: Language, text: string): string {
  const day = parseDay(text);
  return day === undefined ? text : formats[language].format(new Date(`${day}T12:00:00Z`));
}

/** A day where there is little room: "25 Nov 2026". */
export const showShortDay = (language: Language, day: Day): string =>
  shortFormats[language].format(new Date(`${day}T12:00:00Z`));

/** An instant (ISO 8601) as people write it, with its time zone: Europe/London where none is named. */
export const showTime = (language: Language, instant: string, timeZone = 'Europe/London'): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'cy', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone,
  }).format(new Date(instant));
