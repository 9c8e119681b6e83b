import { describe, expect, it } from '@jest/globals';
import { createDoubtDesk } from '../../../bot/alerts/doubt-desk.ts';
import type { LogEvent } from '../../../bot/running/event-log.ts';
import { StoreError } from '../../../concerns/ports/store-error.ts';

function deskAt(time: string, timing: 'fullHour' | 'atOnce' = 'fullHour') {
  let now = new Date(time);
  let told = 0;
  let fails = false;
  const logged: LogEvent[] = [];
  const desk = createDoubtDesk({
    clock: () => now,
    timing,
    async tellAdmins() {
      if (fails) throw new StoreError('unavailable');
      told += 1;
    },
    log: (event) => void logged.push(event),
  });
  return {
    desk,
    logged,
    told: () => told,
    setFails: (next: boolean) => void (fails = next),
    at: async (next: string) => {
      now = new Date(next);
      await desk.tellDue();
    },
  };
}

describe('a message that was not genuine', () => {
  it('is told once, at the next full hour, however often it was noticed', async () => {
    const { desk, told, logged, at } = deskAt('2026-11-25T10:15:00Z');
    await desk.tellDue();
    desk.noticed();
    await at('2026-11-25T10:59:59Z');
    desk.noticed();
    expect([told(), logged]).toEqual([0, []]);
    await at('2026-11-25T11:00:00Z');
    await at('2026-11-25T12:00:00Z');
    expect([told(), logged]).toEqual([1, [{ event: 'messageNotGenuine' }]]);
  });

  it('is told again where it is noticed again, and at once in development', async () => {
    const { desk, told, at } = deskAt('2026-11-25T10:15:00Z', 'atOnce');
    desk.noticed();
    await desk.tellDue();
    desk.noticed();
    await at('2026-11-25T10:16:00Z');
    expect(told()).toBe(2);
  });

  it('is told later where the store could not be asked who is to be told', async () => {
    const { desk, told, logged, at, setFails } = deskAt('2026-11-25T10:15:00Z');
    desk.noticed();
    setFails(true);
    await expect(at('2026-11-25T11:00:00Z')).rejects.toThrow(StoreError);
    expect(logged).toEqual([]);
    setFails(false);
    await at('2026-11-25T11:01:00Z');
    expect([told(), logged.length]).toEqual([1, 1]);
  });
});
