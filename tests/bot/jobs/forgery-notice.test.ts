import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createForgeryNotice } from '../../../bot/jobs/forgery-notice.ts';
import type { LogEvent } from '../../../bot/runtime/event-log.ts';
import type { DailyTaskStore, Store } from '../../../core/ports/store.ts';
import { StoreError } from '../../../core/ports/store-error.ts';
import { daySchema } from '../../../core/model/case-record.ts';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { waitFor } from '../../support/journeys/wait-for.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';

let folder: string;
let store: Store;
beforeEach(() => {
  folder = createTemporaryFolder();
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** One store, and as many servers on it as a test starts. */
function fixtureAt(time: string, timing: 'fullHour' | 'atOnce' = 'fullHour') {
  let now = new Date(time);
  let told = 0;
  let fails = false;
  let away = false;
  let written = 0;
  store = openSqliteStore(`${folder}/candour.db`);
  const { dailyTaskStates: real } = store;
  const logged: LogEvent[] = [];
  const asked = async <T>(work: () => Promise<T>): Promise<T> => {
    if (away) throw new StoreError('unavailable');
    return await work();
  };
  const dailyMarks: DailyTaskStore = {
    read: (task) => asked(() => real.read(task)),
    write: (mark, over) =>
      asked(async () => {
        const done = await real.write(mark, over);
        written += 1;
        return done;
      }),
  };
  const server = (tells: () => Promise<void> = async () => void (told += 1)) =>
    createForgeryNotice({
      dailyMarks,
      clock: () => now,
      monotonic: () => now.getTime(),
      timing,
      async notifyAdmins() {
        if (fails) throw new StoreError('unavailable');
        await tells();
      },
      log: (event) => void logged.push(event),
    });
  const fixture = server();
  return {
    fixture,
    server,
    logged,
    marks: real,
    told: () => told,
    written: () => written,
    setFails: (next: boolean) => void (fails = next),
    setAway: (next: boolean) => void (away = next),
    set: (next: string) => void (now = new Date(next)),
    at: async (next: string) => {
      now = new Date(next);
      await fixture.notifyDue();
    },
  };
}

describe('a message that was not genuine', () => {
  it('is told once, at the next full hour, however often it was noticed', async () => {
    const { fixture, told, logged, at } = fixtureAt('2026-11-25T10:15:00Z');
    await fixture.notifyDue();
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
    await fixture.notifyDue();
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
    await at('2026-11-25T11:06:00Z');
    expect([told(), logged.length]).toEqual([1, 1]);
  });

  it('is told by another server where the one that noticed is gone, once by however many', async () => {
    const { server, set, told, fixture, written } = fixtureAt('2026-11-25T10:15:00Z');
    fixture.noticed();
    await waitFor('it to stand in the store', () => (written() > 0 ? true : undefined));
    // The one that noticed is killed here.
    const others = [server(), server(), server()];
    set('2026-11-25T11:00:10Z');
    await Promise.all(others.map((one) => one.notifyDue()));
    await Promise.all(others.map((one) => one.notifyDue()));
    expect(told()).toBe(1);
  });

  it('is told by another server where one is killed while it tells', async () => {
    const { server, set, told, fixture } = fixtureAt('2026-11-25T10:15:00Z');
    fixture.noticed();
    await fixture.keep();
    set('2026-11-25T11:00:10Z');
    const begun = Promise.withResolvers<void>();
    const killed = server(() => {
      begun.resolve();
      return new Promise<never>(() => undefined);
    });
    void killed.notifyDue();
    await begun.promise;
    await fixture.notifyDue();
    expect(told()).toBe(0);
    set('2026-11-25T11:06:00Z');
    await fixture.notifyDue();
    expect(told()).toBe(1);
  });

  it('is kept in mind while the store is away, and written when it is back or the server ends', async () => {
    const { fixture, server, setAway, set, told } = fixtureAt('2026-11-25T10:15:00Z');
    setAway(true);
    fixture.noticed();
    await expect(fixture.keep()).rejects.toThrow(StoreError);
    setAway(false);
    await fixture.keep();
    set('2026-11-25T11:00:00Z');
    await server().notifyDue();
    expect(told()).toBe(1);
  });

  it('does not wait for an hour that only a wrong clock could have named', async () => {
    const { fixture, marks, told } = fixtureAt('2026-11-25T10:15:00Z');
    const until = '2036-01-01T00:00:00.000Z';
    const day = daySchema.parse('2036-01-01');
    await marks.write({ task: 'tellDoubt', day, state: 'taken', until }, undefined);
    await fixture.notifyDue();
    expect(told()).toBe(1);
  });
});
