import { randomInt } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Store } from '../../concerns/ports/store.ts';
import { type Regular, regularFrom } from '../../concerns/records/regular-post.ts';
import { dayOf, weekOf } from '../../concerns/terms/calendar.ts';
import { openSqliteStore } from '../../storage/sqlite/open-sqlite-store.ts';
import { type Connector, startConnector } from '../fakes/connector.ts';
import { startStrictCosmos, type StrictCosmos } from '../fakes/strict-cosmos.ts';
import { channels } from '../support/journeys/settings-of-a-bot.ts';
import { newDatabase } from '../support/storage/cosmos-database.ts';
import { temporaryFolder } from '../support/storage/temporary-folder.ts';
import { aWeek } from '../support/summary/figures.ts';
import { type KillableBot, killableBot } from './killable-bot.ts';
import { type Receipt, reportUntilReceipt } from './persistent-reporter.ts';
import { settingsOfAProcess } from './settings-of-a-process.ts';
import { isLong, newTally } from './tally.ts';
import { toldAndSaved, untilRecorded } from './told-and-saved.ts';

const rounds = isLong ? 15 : 1;
const atOnce = 6;
const minuteMs = 60_000;

let folder: string;
let connector: Connector;
let cosmos: StrictCosmos | undefined;
let store: Store | undefined;
let bot: KillableBot | undefined;
/** How far the time of the processes is ahead of the machine's. */
let ahead = 0;
const now = () => Date.now() + ahead;
/** Sets the time for all processes at once: it passes, and no clock is set. */
function timeIs(at: number): void {
  ahead = at - Date.now();
  writeFileSync(join(folder, 'clock.new'), String(ahead));
  renameSync(join(folder, 'clock.new'), join(folder, 'clock'));
}
const pass = (ms: number) => timeIs(now() + ms);

beforeEach(async () => {
  folder = temporaryFolder();
  connector = await startConnector();
  timeIs(Date.now());
});
afterEach(async () => {
  await bot?.kill();
  await store?.close();
  await Promise.all([connector.stop(), cosmos?.stop()]);
  cosmos = undefined;
  rmSync(folder, { recursive: true });
});

/**
 * Ends one of two that serve, at once and wherever it is. It is followed by another, which has to serve before the next
 * is ended: where nobody serves for a moment, the port that the system has drawn is given up, and nobody finds the next.
 */
async function killOne(of: KillableBot, killedBefore = 0): Promise<void> {
  while (of.followed() < killedBefore || of.workers().length < 2) await wait(50);
  const [one, other] = of.workers();
  process.kill((randomInt(2) === 0 ? one : other) ?? 0, 'SIGKILL');
}

/** The settings of a store of this kind for the processes, and a view of it beside them. */
async function standing(kind: 'SQLite' | 'Cosmos DB'): Promise<Readonly<Record<string, string>>> {
  if (kind === 'SQLite') {
    store = openSqliteStore(join(folder, 'candour.db'), 'development');
    return {};
  }
  cosmos = await startStrictCosmos({ tls: true, now });
  const { endpoint, key, ca = '' } = cosmos;
  const database = await newDatabase(cosmos);
  store = database.open({ clock: () => new Date(now()) });
  return { COSMOS_BY_WIRE: JSON.stringify({ endpoint, key, database: database.name, ca }) };
}
const both = { WORKERS: '2', ROUND_MS: '100' };

describe('two processes on one port, of which one is killed in the middle of reports', () => {
  it.each(['SQLite', 'Cosmos DB'] as const)('lose nothing and save nothing twice, on %s', async (kind) => {
    const { environment, identities } = await settingsOfAProcess(folder, connector.serviceUrl);
    const asked = { ...environment, ...both, ...(await standing(kind)), CLOCK_FILE: join(folder, 'clock') };
    const running = killableBot({ connector, environment: asked });
    bot = running;
    await running.start();
    const tally = newTally();
    const receipts: Receipt[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const people = Promise.all(
        Array.from({ length: atOnce }, async () => {
          const onTrouble = (trouble: string) => tally.add(`answers that were ${trouble}`);
          receipts.push(await reportUntilReceipt(running, running.listening, onTrouble));
        }),
      );
      await wait(randomInt(400));
      await killOne(running, round);
      tally.add('processes killed');
      await people;
    }

    const saved = store;
    if (!saved) throw new Error('there is a store');
    await untilRecorded(receipts, saved, () => {
      // What a killed one held is free a minute later.
      pass(minuteMs);
      return wait(100);
    });
    const found = await toldAndSaved(receipts, saved, connector, identities);
    const week = weekOf(dayOf(new Date(), running.settings.timeZone));
    const cases = await saved.queries.ofWeek(week, 'acu');
    tally.add('reports', receipts.length);
    tally.add('alerts posted again, the answer never recorded', found.postedAgain);
    tally.write(`Two workers, ${kind}`);
    expect(found).toEqual({ lost: [], notRecordedOnce: [], notPosted: [], postedAgain: found.postedAgain });
    expect(found.postedAgain).toBeLessThanOrEqual(rounds * atOnce);
    expect(cases).toHaveLength(rounds * atOnce);
  });
});

describe('two processes on one port, on a Monday at nine', () => {
  it('post the week once, though one is killed then', async () => {
    const { environment } = await settingsOfAProcess(folder, connector.serviceUrl);
    const asked = { ...environment, ...both, ...(await standing('SQLite')), CLOCK_FILE: join(folder, 'clock') };
    const saved = store;
    if (!saved) throw new Error('there is a store');
    const week: Regular = { what: 'weekInChannel', audience: 'acu' };
    await saved.regularPosts.write({ ...regularFrom(week, aWeek('2026-W11')), posted: [aWeek('2026-W11')] }, undefined);
    const nine = Date.parse('2026-03-23T09:00Z');
    timeIs(nine - minuteMs);
    const running = killableBot({ connector, environment: { ...asked, SUMMARY_TARGET_ACU: channels.acu } });
    bot = running;
    await running.start();
    await killOne(running);
    const end = performance.now() + 300_000;
    const isOver = async () => (await saved.regularPosts.read(week))?.value?.posted.includes(aWeek('2026-W12'));
    while (!(await isOver()) && performance.now() < end) {
      pass(minuteMs);
      await wait(100);
    }
    // And nothing more, once both have looked again and again.
    for (let more = 0; more < 10; more += 1) {
      pass(minuteMs);
      await wait(100);
    }
    const posts = connector.posts.filter(({ activity }) => JSON.stringify(activity).includes('Week'));
    const unsure = (await saved.regularPosts.read(week))?.value?.unsure ?? 0;
    expect(posts.length - 1).toBe(unsure);
    expect(await isOver()).toBe(true);
  });
});
