import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  isNotificationDue,
  scheduleNotification,
  rescheduleNotification,
  markNotificationSent,
  type NotificationPreference,
  withoutNotificationSchedule,
} from '../../../core/model/notification-preference.ts';
import { toDay } from '../../../core/model/calendar.ts';

const timeZone = 'Europe/London';
const at = (instant: string | number) => ({ now: new Date(instant), timeZone });
const hourMs = 3_600_000;
const atNight = at('2026-11-25T23:30:00Z');

describe('the line to one person', () => {
  it('is due at the next full hour, and where something waits already no later', () => {
    const asked = scheduleNotification({}, at('2026-11-25T10:15:00Z'));
    expect(asked).toEqual({ dueAt: '2026-11-25T11:00:00.000Z' });
    expect(scheduleNotification(asked ?? {}, at('2026-11-25T10:40:00Z'))).toBeUndefined();
  });

  it('is due on the next day where one was sent today, and at midnight where that is the next hour', () => {
    const sentOn = toDay(atNight.now, timeZone);
    expect(scheduleNotification({ sentOn }, at('2026-11-25T10:15:00Z'))?.dueAt).toBe('2026-11-26T11:00:00.000Z');
    expect(scheduleNotification({ sentOn }, atNight)?.dueAt).toBe('2026-11-26T00:00:00.000Z');
  });

  it('falls on no day of the old one where clocks go back', () => {
    const sentOn = toDay(new Date('2026-10-25T00:30:00Z'), timeZone);
    const dueAt = scheduleNotification({ sentOn }, at('2026-10-24T22:30:00Z'))?.dueAt ?? '';
    expect(toDay(new Date(dueAt), timeZone) > sentOn).toBe(true);
  });

  it('is never due to whoever wants none', () => {
    expect(scheduleNotification({ choice: 'off' }, atNight)).toBeUndefined();
    expect(isNotificationDue({ choice: 'off', dueAt: '2026-11-01T00:00:00.000Z' }, atNight)).toBe(false);
  });

  it('leaves though a clock that was wrong set it or its last day', () => {
    expect(isNotificationDue({ dueAt: '2031-01-01T00:00:00.000Z' }, atNight)).toBe(true);
    const sentOn = toDay(new Date('2031-01-01T00:00:00Z'), timeZone);
    expect(scheduleNotification({ sentOn }, atNight)?.dueAt).toBe('2026-11-26T00:00:00.000Z');
    expect(isNotificationDue({ sentOn, dueAt: '2026-11-25T23:00:00.000Z' }, atNight)).toBe(true);
  });

  it('is left after a dozen tries that failed', () => {
    let line: NotificationPreference = { dueAt: '2026-11-25T11:00:00.000Z' };
    let tries = 0;
    for (; line.dueAt !== undefined && tries < 100; tries += 1) line = rescheduleNotification(line, at(line.dueAt));
    expect(tries).toBe(12);
    expect(line).toEqual({});
  });

  it('is sent once a day at most, whatever happens when', () => {
    const steps = fc.array(
      fc.record({
        afterMs: fc.integer({ min: 0, max: 30 * hourMs }),
        does: fc.constantFrom('asked', 'sent', 'notSent', 'unknown', 'refused', 'looked'),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(steps, (happens) => {
        let line: NotificationPreference = {};
        let now = Date.parse('2026-10-20T09:00:00Z');
        const days: string[] = [];
        for (const { afterMs, does } of happens) {
          now += afterMs;
          if (does === 'asked') line = scheduleNotification(line, at(now)) ?? line;
          else if (does === 'looked') line = withoutNotificationSchedule(line);
          else if (isNotificationDue(line, at(now))) {
            const before = line;
            line = markNotificationSent(line, at(now));
            if (does === 'sent' || does === 'unknown') days.push(toDay(new Date(now), timeZone));
            if (does === 'sent') line = withoutNotificationSchedule(line);
            if (does === 'notSent') line = rescheduleNotification(before, at(now));
            if (does === 'refused') line = withoutNotificationSchedule(before);
          }
        }
        expect(new Set(days).size).toBe(days.length);
      }),
    );
  });
});
