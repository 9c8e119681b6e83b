import { expect, test } from '@jest/globals';
import { isInQuietHours, toLocalDateTime, defaultQuietHours } from '../../../core/model/quiet-hours.ts';

const quietAt = (instant: string, hours = defaultQuietHours): boolean =>
  isInQuietHours(toLocalDateTime(new Date(instant), 'Europe/London'), hours);

test('is quiet from seven in the evening to eight in the morning, and at weekends', () => {
  expect(quietAt('2026-11-26T07:59:59Z')).toBe(true);
  expect(quietAt('2026-11-26T08:00:00Z')).toBe(false);
  expect(quietAt('2026-11-26T18:59:59Z')).toBe(false);
  expect(quietAt('2026-11-26T19:00:00Z')).toBe(true);
  expect(quietAt('2026-11-28T12:00:00Z')).toBe(true);
  expect(quietAt('2026-11-29T12:00:00Z')).toBe(true);
  expect(quietAt('2026-11-28T12:00:00Z', { ...defaultQuietHours, weekends: false })).toBe(false);
});

test('goes by the clock on the wall when clocks change', () => {
  // A Friday in summer time, the Monday after clocks went back, and the Monday after they went forward.
  expect(quietAt('2026-10-23T07:00:00Z')).toBe(false);
  expect(quietAt('2026-10-26T07:30:00Z')).toBe(true);
  expect(quietAt('2026-10-26T08:00:00Z')).toBe(false);
  expect(quietAt('2027-03-29T07:00:00Z')).toBe(false);
  expect(quietAt('2027-03-29T06:59:00Z')).toBe(true);
});

test('may be hours of one day, or none', () => {
  const lunch = { from: '12:00', to: '14:00', weekends: false };
  expect(quietAt('2026-11-26T11:59:00Z', lunch)).toBe(false);
  expect(quietAt('2026-11-26T12:00:00Z', lunch)).toBe(true);
  expect(quietAt('2026-11-26T14:00:00Z', lunch)).toBe(false);
  expect(quietAt('2026-11-26T03:00:00Z', { from: '00:00', to: '00:00', weekends: false })).toBe(false);
});
