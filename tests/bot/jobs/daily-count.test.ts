import { rmSync } from 'node:fs';
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createChannelConnections } from '../../../bot/teams/channel-connection.ts';
import { createDailyCountPosts } from '../../../bot/jobs/daily-count.ts';
import { createScheduledPostSender } from '../../../bot/jobs/scheduled-post-sender.ts';
import { createEventLog } from '../../../bot/runtime/event-log.ts';
import { addDays } from '../../../core/model/calendar.ts';
import type { CaseRecord } from '../../../core/model/case-record.ts';
import type { TargetName } from '../../../core/model/alert-targets.ts';
import type { Store } from '../../../core/ports/store.ts';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { createCase, createAlert, firstEvent, today } from '../../support/contracts/records.ts';
import { type Connector, startConnector } from '../../fakes/connector.ts';
import { createMovableClock, type MovableClock } from '../../support/journeys/movable-clock.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';

let folder: string;
let connector: Connector;
let clock: MovableClock;
let stores: Store[];
let lines: string[];
const hour = 3_600_000;
const atNine = Date.parse('2026-11-25T09:00:00Z');

beforeEach(async () => {
  folder = createTemporaryFolder();
  connector = await startConnector();
  clock = createMovableClock(atNine);
  stores = [];
  lines = [];
});
afterEach(async () => {
  for (const store of stores) await store.close();
  await connector.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A server on the same file as the others. */
function aServer(differences: { readonly hour?: number | undefined; readonly timeZone?: string } = {}): {
  readonly store: Store;
  readonly count: { readonly run: () => Promise<void> };
} {
  const store = openSqliteStore(`${folder}/candour.db`);
  stores.push(store);
  const connectionTo = createChannelConnections({
    authentication: new ConfigurationBotFrameworkAuthentication({}),
    appId: '',
    deadlineMs: 30_000,
  });
  const count = createDailyCountPosts({
    ...store,
    connectionTo,
    clock: clock.now,
    timeZone: 'Europe/London',
    hour: 8,
    timeLimits: { acknowledge: 4 },
    onArrived: async (target) => store.targets.write({ ...target, lost: false }),
    ...differences,
  });
  const log = createEventLog((line) => lines.push(line), clock.now);
  const { postDue } = createScheduledPostSender({
    ...store,
    sources: [count],
    clock: clock.now,
    monotonic: clock.monotonic,
    log,
  });
  return { store, count: { run: postDue } };
}

const setTarget = (store: Store, name: TargetName, language: 'en' | 'cy' = 'en') =>
  store.targets.write({
    name,
    conversationId: `19:${name}@thread.tacv2`,
    serviceUrl: connector.serviceUrl,
    tenantId: 'tenant',
    language,
    lost: false,
  });
async function received(store: Store, daysAgo: number, differences: Partial<CaseRecord> = {}): Promise<CaseRecord> {
  const record = createCase({ receivedOn: addDays(today, -daysAgo), ...differences });
  await store.cases.create(record, createAlert(record.caseId, { handledBy: record.handledBy }), [
    firstEvent(record.caseId),
  ]);
  return record;
}
const sent = () => connector.posts.map(({ activity }) => JSON.stringify(activity));
const places = () => connector.posts.map(({ conversationId }) => conversationId.split(';')[0]);

describe('the daily count', () => {
  it('tells the unit how many of its cases are late, and names none', async () => {
    const { store, count } = aServer();
    await setTarget(store, 'acu');
    const records = [
      await received(store, 5),
      await received(store, 9),
      await received(store, 2),
      await received(store, 0),
    ];
    await count.run();
    expect(places()).toEqual(['19:acu@thread.tacv2']);
    expect(sent()[0]).toContain('Overdue: 2 cases.');
    expect(sent()[0]).toContain('Due soon: 1 case.');
    for (const { caseId } of records) expect(sent()[0]).not.toContain(caseId);
    expect(sent()[0]).not.toContain('Action.');
  });

  it('tells the reserve of its own in its own channel, in that channel’s language', async () => {
    const { store, count } = aServer();
    await setTarget(store, 'acu');
    await setTarget(store, 'reserve', 'cy');
    await received(store, 5, { handledBy: 'reserve' });
    await count.run();
    expect(places()).toEqual(['19:reserve@thread.tacv2']);
    expect(sent()[0]).toContain('Yn hwyr: 1 achos.');
    expect(sent()[0]).toContain('dim achos');
  });

  it('is told once a day, by however many servers and also after a restart', async () => {
    const [one, other] = [aServer(), aServer()];
    await setTarget(one.store, 'acu');
    await received(one.store, 5);
    await Promise.all([one.count.run(), other.count.run(), one.count.run(), other.count.run()]);
    clock.forward(hour);
    await aServer().count.run();
    await other.count.run();
    expect(sent()).toHaveLength(1);
    clock.forward(24 * hour);
    await Promise.all([one.count.run(), other.count.run()]);
    expect(sent()).toHaveLength(2);
  });

  it('marks as found a channel that was lost and takes it', async () => {
    const { store, count } = aServer();
    await setTarget(store, 'acu');
    const target = await store.targets.read('acu');
    if (target) await store.targets.write({ ...target, lost: true });
    await received(store, 5);
    await count.run();
    expect(sent()).toHaveLength(1);
    expect(await store.targets.read('acu')).toMatchObject({ lost: false });
  });

  it('is silent where nothing is late, and before its hour', async () => {
    const { store, count } = aServer();
    await setTarget(store, 'acu');
    await count.run();
    expect(sent()).toEqual([]);
    const later = aServer({ hour: 10 });
    await received(later.store, 5);
    await later.count.run();
    expect(sent()).toEqual([]);
    expect(lines).toEqual([]);
  });

  it('counts its hour in the zone of the force', async () => {
    clock.forward(Date.parse('2026-07-01T07:30:00Z') - atNine);
    const { store, count } = aServer();
    await setTarget(store, 'acu');
    await received(store, 0, { receivedOn: addDays(today, -300) });
    // Half past eight in summer.
    await count.run();
    expect(sent()).toHaveLength(1);
  });

  it('is never told where no hour is set', async () => {
    const { store, count } = aServer({ hour: undefined });
    await setTarget(store, 'acu');
    await received(store, 5);
    await count.run();
    expect(sent()).toEqual([]);
  });

  it('is told later on the day where the channel would not take it', async () => {
    const { store, count } = aServer();
    await setTarget(store, 'acu');
    await received(store, 5);
    connector.plan(503);
    await count.run();
    await count.run();
    expect(sent()).toEqual([]);
    expect(lines.join('')).toContain('"event":"dailyCountFailed","target":"acu","code":"http503"');
    clock.forward(5 * 60_000);
    await count.run();
    await count.run();
    expect(sent()).toHaveLength(1);
  });

  it('is not told again on the day on which a server of before told it', async () => {
    const { store, count } = aServer();
    await setTarget(store, 'acu');
    await received(store, 5);
    const until = clock.now().toISOString();
    await store.dailyTaskStates.write({ task: 'countAcu', day: today, state: 'done', until }, undefined);
    await count.run();
    expect(sent()).toEqual([]);
    clock.forward(24 * hour);
    await count.run();
    expect(sent()).toHaveLength(1);
  });

  it('is told once a channel is set, on the same day', async () => {
    const { store, count } = aServer();
    await received(store, 5);
    await count.run();
    expect(lines.join('')).toContain('noTarget');
    await setTarget(store, 'acu');
    clock.forward(5 * 60_000);
    await count.run();
    expect(sent()).toHaveLength(1);
  });
});
