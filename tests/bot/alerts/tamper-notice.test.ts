import { describe, expect, it } from '@jest/globals';
import { createTamperNotice } from '../../../bot/alerts/tamper-notice.ts';
import type { LogEvent } from '../../../bot/running/event-log.ts';
import { StoreError } from '../../../concerns/ports/store-error.ts';

function fixtureAt(time: string, timing: 'fullHour' | 'atOnce' = 'fullHour') {
  let now = new Date(time);
  let told = 0;
  let fails = false;
  const logged: LogEvent[] = [];
  const fixture = createTamperNotice({
    clock: () => now,
    timing,
    async tellAdmins() {
      if (fails) throw new StoreError('unavailable');
      told += 1;
    },
    log: (event) => void logged.push(event),
  });
  return {
    fixture,
    logged,
    told: () => told,
    setFails: (next: boolean) => void (fails = next),
    at: async (next: string) => {
      now = new Date(next);
      await fixture.tellDue();
    },
  };
}

describe('a message that was not genuine', () => {
  it('is told once, at the next full hour, however often it was noticed', async () => {
    const { fixture, told, logged, at } = fixtureAt('2026-11-25T10:15:00Z');
    await fixture.tellDue();
    fixture.noticed();
    await at('2026-11-25T10:59:59Z');
    fixture.noticed();
    expect([told(), logged]).toEqual([0, []]);
    await at('2026-11-25T11:00:00Z');
    await at('2026-11-25T12:00:00Z');
    expect([told(), logged]).toEqual([1, [{ event: 'messageNotGenuine' }]]);
  });

  it('is told again where it is noticed again, and at once in development', async () => {
    const { fixture, told, at } = fixtureAt('2026-11-25T10:15:00Z', 'atOnce');
    fixture.noticed();
    await fixture.tellDue();
    fixture.noticed();
    await at('2026-11-25T10:16:00Z');
    expect(told()).toBe(2);
  });

  it('is told later where the store could not be asked who is to be told', async () => {
    const { fixture, told, logged, at, setFails } = fixtureAt('2026-11-25T10:15:00Z');
    fixture.noticed();
    setFails(true);
    await expect(at('2026-11-25T11:00:00Z')).rejects.toThrow(StoreError);
    expect(logged).toEqual([]);
    setFails(false);
    await at('2026-11-25T11:01:00Z');
    expect([told(), logged.length]).toEqual([1, 1]);
  });
});
