import type { Language } from '../concerns/terms/language.ts';

// Chromium has no Welsh dates: it would write English ones into a Welsh sentence.
const months: Readonly<Record<Language, readonly string[]>> = {
  en: 'January February March April May June July August September October November December'.split(' '),
  cy: 'Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr'.split(' '),
};

/** A day such as `2026-11-25` as people write it: "25 November 2026". Text that is no day is returned as it is. */
export function dayText(language: Language, day: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(day);
  const month = months[language][Number(parts?.[2]) - 1];
  return parts && month ? `${Number(parts[3])} ${month} ${parts[1]}` : day;
}

/**
 * The moment of an event as people write it, in a time zone: "25 November 2026, 14:05". What is only a day, as a
 * reporter's acts are, is shown as one.
 */
export function momentText(language: Language, at: string, timeZone: string): string {
  const instant = new Date(at);
  if (!at.includes('T') || Number.isNaN(instant.getTime())) return dayText(language, at);
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
  return `${dayText(language, `${part('year')}-${part('month')}-${part('day')}`)}, ${part('hour')}:${part('minute')}`;
}
