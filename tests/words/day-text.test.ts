import { describe, expect, it } from '@jest/globals';
import { showDay } from '../../words/show-day.ts';
import { addDays, parseDay } from '../../concerns/terms/calendar.ts';
import { languages } from '../../concerns/terms/language.ts';
import { dayText, momentText } from '../../words/day-text.ts';

describe('a day in the tab', () => {
  it.each(languages)('reads in %s as it does on a card, though browsers may know no Welsh dates', (language) => {
    const first = parseDay('2028-01-01');
    if (!first) throw new Error('no day');
    const days = Array.from({ length: 366 }, (_, index) => addDays(first, index));
    expect(days.map((day) => dayText(language, day))).toEqual(days.map((day) => showDay(language, day)));
  });

  it.each(['', '2026-13-01', 'soon', '2026-11-25T10:00:00Z'])('leaves %p as it is', (text) => {
    expect(dayText('en', text)).toBe(text);
  });
});

describe('a moment in the tab', () => {
  it('is shown in the force’s time', () => {
    expect(momentText('en', '2026-07-31T23:30:00.000Z', 'Europe/London')).toBe('1 August 2026, 00:30');
    expect(momentText('cy', '2026-01-31T23:30:00.000Z', 'Europe/London')).toBe('31 Ionawr 2026, 23:30');
  });

  it('is a day where no more is known', () => {
    expect(momentText('cy', '2026-11-25', 'Europe/London')).toBe('25 Tachwedd 2026');
  });

  it('is left as it is where it is none', () => {
    expect(momentText('en', 'Tomorrow', 'Europe/London')).toBe('Tomorrow');
  });
});
