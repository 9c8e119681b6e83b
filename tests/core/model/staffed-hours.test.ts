import { describe, expect, it } from '@jest/globals';
import {
  isAlwaysStaffed,
  isStaffed,
  parseHolidayChanges,
  parseStaffedHours,
  type StaffedHours,
  currentStaffing,
} from '../../../core/model/staffed-hours.ts';

const hoursOf = (text: string, changes: readonly string[] = []): StaffedHours => ({
  rows: parseStaffedHours(text),
  holidays: parseHolidayChanges(changes) ?? { added: [], removed: [] },
  timeZone: 'Europe/London',
});
const office = hoursOf('mon-fri 08:00-18:00');
const onCall = { acu: false, reserve: false };
const opens = (hours: StaffedHours, at: string) => currentStaffing(hours, new Date(at), onCall).opens;

describe('staffed hours', () => {
  it.each([
    ['mon-fri 08:00-18:00', 1],
    [' Mon-Fri 08:00-18:00; sat 09:00 - 12:00, holidays 10:00-24:00 ', 3],
    ['', undefined],
    ['mon-fri 8:00-18:00', undefined],
    ['mon-fri 18:00-08:00', undefined],
    ['fri-mon 08:00-18:00', undefined],
    ['sat-holidays 08:00-18:00', undefined],
    ['mon-fri 08:00-24:01', undefined],
    ['mon-fri 24:00-24:00', undefined],
    ['weekdays 08:00-18:00', undefined],
    ['mon-fri 08:00-18:00;', undefined],
    ['mon-fri 08:00-18:00; never', undefined],
  ])('are read from %j or refused as a whole', (text, count) => {
    expect(parseStaffedHours(text)?.length).toBe(count);
  });

  it.each([
    ['in office hours', '2026-11-30T08:00:00Z', true],
    ['the minute before', '2026-11-30T07:59:59Z', false],
    ['the minute at which they end', '2026-11-30T18:00:00Z', false],
    ['at a weekend', '2026-11-28T12:00:00Z', false],
    ['on a bank holiday', '2026-12-28T12:00:00Z', false],
    ['in summer, by the clock on the wall', '2026-07-01T07:00:00Z', true],
  ])('hold %s', (_when, at, is) => {
    expect(isStaffed(office, new Date(at))).toBe(is);
  });

  it('say when somebody looks again, over nights, weekends and holidays', () => {
    expect(opens(office, '2026-11-30T12:00:00Z')).toBeUndefined();
    expect(opens(office, '2026-12-01T03:00:00Z')).toEqual({ day: '2026-12-01', time: '08:00' });
    expect(opens(office, '2026-11-27T18:00:00Z')).toEqual({ day: '2026-11-30', time: '08:00' });
    // Christmas Eve is a Thursday; Boxing Day's holiday is the Monday after.
    expect(opens(office, '2026-12-24T19:00:00Z')).toEqual({ day: '2026-12-29', time: '08:00' });
    expect(opens(hoursOf('mon-fri 08:00-18:00; holidays 10:00-12:00'), '2026-12-24T19:00:00Z')).toEqual({
      day: '2026-12-25',
      time: '10:00',
    });
  });

  it('take what a force says of holidays before the rule', () => {
    const moved = hoursOf('mon-fri 08:00-18:00', ['-2026-12-28', '+2026-12-29']);
    expect(isStaffed(moved, new Date('2026-12-28T12:00:00Z'))).toBe(true);
    expect(isStaffed(moved, new Date('2026-12-29T12:00:00Z'))).toBe(false);
    expect(parseHolidayChanges(['2026-12-28'])).toBeUndefined();
    expect(parseHolidayChanges(['+2026-02-30'])).toBeUndefined();
  });

  it('go by the clock on the wall on the days on which clocks change', () => {
    const night = hoursOf('mon-sun 00:00-01:30');
    // In spring one o'clock does not come: from 00:59 it is two.
    expect(isStaffed(night, new Date('2027-03-28T00:59:00Z'))).toBe(true);
    expect(isStaffed(night, new Date('2027-03-28T01:00:00Z'))).toBe(false);
    // The Monday after is Easter Monday.
    expect(opens(night, '2027-03-28T01:00:00Z')).toEqual({ day: '2027-03-30', time: '00:00' });
    // In autumn the hour from one to two comes twice.
    expect(
      ['00:10', '00:40', '01:10', '01:40'].map((at) => isStaffed(night, new Date(`2026-10-25T${at}:00Z`))),
    ).toEqual([true, false, true, false]);
    const morning = hoursOf('mon-sun 08:00-18:00');
    expect([
      isStaffed(morning, new Date('2027-03-28T07:00:00Z')),
      isStaffed(morning, new Date('2027-03-27T07:00:00Z')),
    ]).toEqual([true, false]);
    expect([
      isStaffed(morning, new Date('2026-10-25T07:00:00Z')),
      isStaffed(morning, new Date('2026-10-24T07:00:00Z')),
    ]).toEqual([false, true]);
  });

  it('are never where the force has not said, and always only where no hour is left out', () => {
    expect(isStaffed({ ...office, rows: undefined }, new Date('2026-11-30T12:00:00Z'))).toBe(false);
    expect(currentStaffing({ ...office, rows: undefined }, new Date(), onCall)).toEqual({ onCall });
    const always = (text: string) => isAlwaysStaffed(parseStaffedHours(text) ?? []);
    expect(always('mon-sun 00:00-24:00')).toBe(false);
    expect(always('mon-sun 00:00-12:00; mon-sun 12:00-24:00; holidays 00:00-24:00')).toBe(true);
    expect(always('mon-sun 00:00-12:00; mon-sun 12:01-24:00; holidays 00:00-24:00')).toBe(false);
  });
});
