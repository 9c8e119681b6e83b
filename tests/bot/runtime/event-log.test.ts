import { describe, expect, it } from '@jest/globals';
import { createEventLog, type LogEvent } from '../../../bot/runtime/event-log.ts';

describe('refusals in the log', () => {
  it('are written thirty times a minute for each reason, and the next line says how many were not', () => {
    const lines: string[] = [];
    let now = 0;
    const log = createEventLog(
      (line) => lines.push(line),
      () => new Date('2026-11-25T12:00:00Z'),
      () => now,
    );
    const flood = (event: LogEvent, count: number) => {
      for (let at = 0; at < count; at += 1) log(event);
    };
    flood({ event: 'activityRefused', reason: 'token' }, 5_000);
    flood({ event: 'tabRefused', reason: 'signature', operation: 'me' }, 5_000);
    flood({ event: 'tabRefused', reason: 'role', operation: 'me' }, 40);
    expect(lines).toHaveLength(30 + 30 + 40);
    now = 60_000;
    flood({ event: 'activityRefused', reason: 'token' }, 1);
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ event: 'activityRefused', reason: 'token', more: 4_970 });
  });

  it('take nothing from any other line', () => {
    const lines: string[] = [];
    const log = createEventLog(
      (line) => lines.push(line),
      () => new Date('2026-11-25T12:00:00Z'),
    );
    for (let at = 0; at < 100; at += 1) log({ event: 'alertFailed', target: 'acu', code: 'http429', attempts: at });
    expect(lines).toHaveLength(100);
  });
});
