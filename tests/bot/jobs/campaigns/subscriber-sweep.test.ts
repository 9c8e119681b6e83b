import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { LogEvent } from '../../../../bot/runtime/event-log.ts';
import { createSubscriberSweep } from '../../../../bot/jobs/campaigns/subscribers.ts';
import type { Store } from '../../../../core/ports/store.ts';
import { newSubscriber, type Subscriber, withSubscriptionPreference } from '../../../../core/model/subscriber.ts';
import { addDays } from '../../../../core/model/calendar.ts';
import { openSqliteStore } from '../../../../storage/sqlite/open-sqlite-store.ts';
import { today } from '../../../support/contracts/records.ts';
import { createTemporaryFolder } from '../../../support/storage/temporary-folder.ts';

const ofTeams = 'https://smba.trafficmanager.net/uk/';
let folder: string;
let store: Store;
let now: Date;
let log: LogEvent[];
beforeEach(() => {
  folder = createTemporaryFolder();
  store = openSqliteStore(join(folder, 'candour.db'));
  now = new Date('2026-11-25T10:15:00Z');
  log = [];
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const sweepOf = (around: Partial<Store> = {}) =>
  createSubscriberSweep({
    ...store,
    ...around,
    clock: () => now,
    monotonic: () => now.getTime(),
    timeZone: 'Europe/London',
    isServiceAddress: (address) => address === ofTeams,
    serviceUrl: ofTeams,
    log: (event) => log.push(event),
  });
const aRow = (at: number, serviceUrl = ofTeams): Subscriber =>
  newSubscriber({ conversationId: `a:${at}`, serviceUrl, language: at % 2 === 0 ? 'en' : 'cy' }, today);
const standing = async () => store.subscribers.page(undefined, 1_000);
async function add(...rows: readonly Subscriber[]): Promise<void> {
  for (const row of rows) await store.subscribers.add(row);
}

describe('the sweep of those who have the app', () => {
  it('writes every row again and changes none, whatever its person chose', async () => {
    const rows = Array.from({ length: 450 }, (_, at) => aRow(at));
    await add(
      ...rows.map((row, at) =>
        withSubscriptionPreference(row, at % 3 === 0 ? 'none' : at % 3 === 1 ? 'pause' : 'receive', today),
      ),
    );
    const before = await standing();
    await sweepOf().sweepDue();
    const after = await standing();
    expect(after.map(({ value }) => value)).toEqual(before.map(({ value }) => value));
    const known = new Set(before.map(({ version }) => version));
    expect(after.filter(({ version }) => known.has(version))).toEqual([]);
    expect(log).toEqual([{ event: 'reachSwept', rows: 450 }]);
  });

  it('is once a month by however many servers', async () => {
    await add(aRow(1));
    await Promise.all([1, 2, 3].map(() => sweepOf().sweepDue()));
    expect(log).toHaveLength(1);
    now = new Date('2026-11-30T23:00:00Z');
    await sweepOf().sweepDue();
    expect(log).toHaveLength(1);
    now = new Date('2026-12-01T01:00:00Z');
    await sweepOf().sweepDue();
    expect(log).toHaveLength(2);
  });

  it('is done again by another server where the first one ended in the middle', async () => {
    await add(aRow(1), aRow(2));
    const reach = { ...store.subscribers, write: () => Promise.reject(new Error('ended')) };
    await expect(sweepOf({ subscribers: reach }).sweepDue()).rejects.toThrow('ended');
    const other = sweepOf();
    await other.sweepDue();
    expect(log).toEqual([]);
    now = new Date('2026-11-25T11:16:00Z');
    await other.sweepDue();
    expect(log).toEqual([{ event: 'reachSwept', rows: 2 }]);
  });

  it('gives a general address to a row whose own is none of Teams', async () => {
    await add(aRow(1, 'https://elsewhere.example/'), aRow(2));
    await sweepOf().sweepDue();
    expect((await standing()).map(({ value }) => value.serviceUrl)).toEqual([ofTeams, ofTeams]);
  });

  it('forgets a pause that is over', async () => {
    await add(
      withSubscriptionPreference(aRow(1), 'pause', addDays(today, -200)),
      withSubscriptionPreference(aRow(2), 'pause', today),
    );
    await sweepOf().sweepDue();
    const after = new Map((await standing()).map(({ value }) => [value.conversationId, value.pausedUntil]));
    expect(after).toEqual(
      new Map([
        ['a:1', undefined],
        ['a:2', '2027-02-25'],
      ]),
    );
  });

  it('keeps what somebody chose while it went on, and writes their row all the same', async () => {
    await add(aRow(1));
    let isFirst = true;
    const reach: Store['subscribers'] = {
      ...store.subscribers,
      async write(row, over) {
        if (isFirst) {
          isFirst = false;
          await store.subscribers.write(withSubscriptionPreference(row, 'none', today), over);
        }
        return store.subscribers.write(row, over);
      },
    };
    await sweepOf({ subscribers: reach }).sweepDue();
    expect((await standing()).map(({ value }) => value.optedOut)).toEqual([true]);
    expect(log).toEqual([{ event: 'reachSwept', rows: 1 }]);
  });

  it('goes past a row that cannot be read', async () => {
    const rows = Array.from({ length: 5 }, (_, at) => aRow(at));
    await add(...rows);
    const database = new DatabaseSync(join(folder, 'candour.db'));
    for (const [at, record] of ['{}', 'no JSON'].entries()) {
      database.prepare('UPDATE reach SET record = ? WHERE id = ?').run(record, rows[at]?.id ?? '');
    }
    database.close();
    expect(await standing()).toHaveLength(3);
    expect(await store.subscribers.page(undefined, 3)).toHaveLength(3);
    expect((await store.subscribers.read(rows[0]?.id ?? ''))?.value).toBeUndefined();
    await sweepOf().sweepDue();
    expect(log).toEqual([{ event: 'reachSwept', rows: 3 }]);
  });
});
