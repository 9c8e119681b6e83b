import { randomInt } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Store } from '../../core/ports/store.ts';
import { type ScheduledPostSpec, newScheduledPost } from '../../core/model/scheduled-post.ts';
import { toDay, toWeek } from '../../core/model/calendar.ts';
import { openSqliteStore } from '../../storage/sqlite/open-sqlite-store.ts';
import { type Connector, startConnector } from '../fakes/connector.ts';
import { startStrictCosmos, type StrictCosmos } from '../fakes/strict-cosmos.ts';
import { channels } from '../support/journeys/bot-settings.ts';
import { createDatabase } from '../support/storage/cosmos-database.ts';
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';
import { parseTestWeek } from '../support/summary/figures.ts';
import { findWeek } from '../support/summary/find-week.ts';
import { type KillableBot, createKillableBot } from './killable-bot.ts';
import { type Receipt, reportUntilReceipt } from './persistent-reporter.ts';
import { createProcessSettings } from './process-settings.ts';
import { isLong, createTally } from './tally.ts';
import { compareReceipts, waitUntilRecorded } from './receipt-check.ts';

const rounds = isLong ? 15 : 1;
const atOnce = 6;
const minuteMs = 60_000;

let folder: string;
let connector: Connector;
let cosmos: StrictCosmos | undefined;
let store: Store | undefined;
let bots: readonly KillableBot[] = [];
/** How far the time of the servers is ahead of the machine's. */
let ahead = 0;
const now = () => Date.now() + ahead;
/** Sets the time for all servers at once: it passes, and no clock is set. */
function timeIs(at: number): void {
  ahead = at - Date.now();
  writeFileSync(join(folder, 'clock.new'), String(ahead));
  renameSync(join(folder, 'clock.new'), join(folder, 'clock'));
}
const pass = (ms: number) => timeIs(now() + ms);

beforeEach(async () => {
  folder = createTemporaryFolder();
  connector = await startConnector();
  timeIs(Date.now());
});
afterEach(async () => {
  await Promise.all(bots.map((bot) => bot.kill()));
  await store?.close();
  await Promise.all([connector.stop(), cosmos?.stop()]);
  cosmos = undefined;
  rmSync(folder, { recursive: true });
});

/** Starts two servers on one store. */
async function startBoth(environment: Readonly<Record<string, string>>): Promise<readonly [KillableBot, KillableBot]> {
  const both = [createKillableBot({ connector, environment }), createKillableBot({ connector, environment })] as const;
  bots = both;
  // The first makes the store.
  for (const bot of both) await bot.start();
  return both;
}

/** The settings of a store of this kind for the servers, and a view of it beside them. */
async function standing(kind: 'SQLite' | 'Cosmos DB'): Promise<Readonly<Record<string, string>>> {
  if (kind === 'SQLite') {
    store = openSqliteStore(join(folder, 'candour.db'), 'development');
    return {};
  }
  cosmos = await startStrictCosmos({ tls: true, now });
  const { endpoint, key, ca = '' } = cosmos;
  const database = await createDatabase(cosmos);
  store = database.open({ clock: () => new Date(now()) });
  return { COSMOS_BY_WIRE: JSON.stringify({ endpoint, key, database: database.name, ca }) };
}
const often = { ROUND_MS: '100' };

describe('two servers on one store, of which one is killed in the middle of reports', () => {
  it.each(['SQLite', 'Cosmos DB'] as const)('lose nothing and save nothing twice, on %s', async (kind) => {
    const { environment, identities } = await createProcessSettings(folder, connector.serviceUrl);
    const asked = { ...environment, ...often, ...(await standing(kind)), CLOCK_FILE: join(folder, 'clock') };
    const both = await startBoth(asked);
    let serving: readonly KillableBot[] = both;
    const anyOfThem = { ...both[0], endpoint: () => serving[randomInt(serving.length)]?.endpoint() ?? '' };
    const tally = createTally();
    const receipts: Receipt[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const people = Promise.all(
        Array.from({ length: atOnce }, async () => {
          const onTrouble = (trouble: string) => tally.add(`answers that were ${trouble}`);
          receipts.push(await reportUntilReceipt(anyOfThem, async () => {}, onTrouble));
        }),
      );
      await wait(randomInt(400));
      const [killed, other] = randomInt(2) === 0 ? both : [both[1], both[0]];
      await killed.kill();
      tally.add('servers killed');
      // Whoever stands in front of them sends everybody to the other.
      serving = [other];
      await killed.start();
      serving = both;
      await people;
    }

    const saved = store;
    if (!saved) throw new Error('there is a store');
    await waitUntilRecorded(receipts, saved, () => {
      // What a killed one held is free a minute later.
      pass(minuteMs);
      return wait(100);
    });
    const found = await compareReceipts(receipts, saved, connector, identities);
    const week = toWeek(toDay(new Date(), both[0].settings.timeZone));
    const cases = await saved.queries.listWeekCases(week, 'acu');
    tally.add('reports', receipts.length);
    tally.add('alerts posted again, the answer never recorded', found.postedAgain);
    tally.write(`Two servers, ${kind}`);
    expect(found).toEqual({ lost: [], notRecordedOnce: [], notPosted: [], postedAgain: found.postedAgain });
    expect(found.postedAgain).toBeLessThanOrEqual(rounds * atOnce);
    expect(cases).toHaveLength(rounds * atOnce);
  });
});

describe('two servers on one file, on a Monday at nine', () => {
  it('post the week once, though one is killed then', async () => {
    const { environment } = await createProcessSettings(folder, connector.serviceUrl);
    const asked = { ...environment, ...often, ...(await standing('SQLite')), CLOCK_FILE: join(folder, 'clock') };
    const saved = store;
    if (!saved) throw new Error('there is a store');
    const week: ScheduledPostSpec = { what: 'weekInChannel', audience: 'acu' };
    await saved.scheduledPosts.write(
      { ...newScheduledPost(week, parseTestWeek('2026-W11')), posted: [parseTestWeek('2026-W11')] },
      undefined,
    );
    const nine = Date.parse('2026-03-23T09:00Z');
    timeIs(nine - minuteMs);
    const [killed] = await startBoth({ ...asked, SUMMARY_TARGET_ACU: channels.acu });
    await killed.kill();
    // Another takes its place while the other goes on.
    const back = killed.start();
    const end = performance.now() + 300_000;
    const isOver = async () =>
      (await saved.scheduledPosts.read(week))?.value?.posted.includes(parseTestWeek('2026-W12'));
    while (!(await isOver()) && performance.now() < end) {
      pass(minuteMs);
      await wait(100);
    }
    // And nothing more, once both have looked again and again.
    for (let more = 0; more < 10; more += 1) {
      pass(minuteMs);
      await wait(100);
    }
    await back;
    const posts = connector.posts.filter(({ activity }) =>
      findWeek(JSON.stringify(activity), [parseTestWeek('2026-W12')]),
    );
    const unsure = (await saved.scheduledPosts.read(week))?.value?.unsure ?? 0;
    expect(posts.length - 1).toBe(unsure);
    expect(await isOver()).toBe(true);
  });
});
