import { describe, expect, it } from '@jest/globals';
import { addDays, parseDay, parseWeek } from '../../core/model/calendar.ts';
import { type Language, languages } from '../../core/model/language.ts';
import {
  formatDateTime,
  formatDay,
  formatDayRange,
  formatShortDay,
  formatTimestamp,
  formatWeek,
  formatWeekLabel,
} from '../../words/date-format.ts';

const first = parseDay('2028-01-01');
if (!first) throw new Error('no day');
const days = Array.from({ length: 366 }, (_, index) => addDays(first, index));
const locales: Readonly<Record<Language, string>> = { en: 'en-GB', cy: 'cy' };

/** The same as Node's own tables have it. */
const byNode = (language: Language, dateStyle: 'long' | 'medium'): readonly string[] => {
  const format = new Intl.DateTimeFormat(locales[language], { dateStyle, timeZone: 'UTC' });
  return days.map((day) => format.format(new Date(`${day}T12:00:00Z`)));
};

describe('a day', () => {
  it.each(languages)('reads in %s as Node has it, though browsers may know no Welsh dates', (language) => {
    expect(days.map((day) => formatDay(language, day))).toEqual(byNode(language, 'long'));
  });

  it.each(languages)('reads in %s as Node has it where there is little room', (language) => {
    expect(days.map((day) => formatShortDay(language, day))).toEqual(byNode(language, 'medium'));
  });

  it.each(['', '2026-13-01', '2026-02-31', 'soon', '2026-11-25T10:00:00Z'])('leaves %p as it is', (text) => {
    expect(formatDay('en', text)).toBe(text);
  });
});

describe('a week', () => {
  const read = (text: string) => {
    const week = parseWeek(text);
    if (week === undefined) throw new Error(text);
    return week;
  };

  it.each([
    ['2026-W47', '16 to 22 November 2026', '16 i 22 Tachwedd 2026'],
    ['2026-W40', '28 September to 4 October 2026', '28 Medi i 4 Hydref 2026'],
    ['2026-W53', '28 December 2026 to 3 January 2027', '28 Rhagfyr 2026 i 3 Ionawr 2027'],
  ])('%s is said by its days, and what both share is said once', (week, english, welsh) => {
    expect(languages.map((language) => formatWeek(language, read(week)))).toEqual([english, welsh]);
  });

  it('of the same month of another year keeps both years', () => {
    const [from, to] = [parseDay('2025-11-03'), parseDay('2026-11-01')];
    if (!from || !to) throw new Error('no day');
    expect(formatDayRange('en', from, to)).toBe('3 November 2025 to 1 November 2026');
  });

  it('is its Monday where there is little room', () => {
    expect(languages.map((language) => formatWeekLabel(language, read('2026-W08')))).toEqual(['16 Feb', '16 Chwef']);
  });
});

describe('a time', () => {
  it.each(languages)('reads in %s as Node has it', (language) => {
    const format = (timeZone: string) =>
      new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeStyle: 'short', timeZone });
    for (const zone of ['Europe/London', 'America/New_York'])
      for (const at of ['2026-07-31T23:30:00.000Z', '2026-01-31T04:05:00.000Z', '2026-12-01T00:00:00.000Z'])
        expect(formatDateTime(language, at, zone)).toBe(format(zone).format(new Date(at)));
  });
});

describe('a moment', () => {
  it('is shown in the force’s time', () => {
    expect(formatTimestamp('en', '2026-07-31T23:30:00.000Z', 'Europe/London')).toBe('1 August 2026, 00:30');
    expect(formatTimestamp('cy', '2026-01-31T23:30:00.000Z', 'Europe/London')).toBe('31 Ionawr 2026, 23:30');
  });

  it('is a day where no more is known', () => {
    expect(formatTimestamp('cy', '2026-11-25', 'Europe/London')).toBe('25 Tachwedd 2026');
  });

  it('is left as it is where it is none', () => {
    expect(formatTimestamp('en', 'Tomorrow', 'Europe/London')).toBe('Tomorrow');
  });
});
