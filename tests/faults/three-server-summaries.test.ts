import { randomInt } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { developmentPeople } from '../../development/development-tenant.ts';
import type { Store } from '../../core/ports/store.ts';
import { type ScheduledPostSpec, newScheduledPost, type ScheduledPost } from '../../core/model/scheduled-post.ts';
import { addWeeks, type Week } from '../../core/model/calendar.ts';
import { toPersonId } from '../../core/model/roles.ts';
import { type Connector, startConnector } from '../fakes/connector.ts';
import { startStrictCosmos, type StrictCosmos } from '../fakes/strict-cosmos.ts';
import { channels } from '../support/journeys/bot-settings.ts';
import { createDatabase } from '../support/storage/cosmos-database.ts';
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';
import { parseTestWeek } from '../support/summary/figures.ts';
import { findWeek } from '../support/summary/find-week.ts';
import { type KillableBot, createKillableBot } from './killable-bot.ts';
import { createProcessSettings } from './process-settings.ts';
import { isLong, createTally } from './tally.ts';

const minuteMs = 60_000;
const board = '19:board@thread.tacv2';
/** The second comes after the clocks changed. */
const mondaysTried = isLong ? 4 : 2;
const killsAWeek = isLong ? 8 : 1;

/** The places that a week comes to, and where the connector sees it. */
const places: readonly { readonly regular: ScheduledPostSpec; readonly isAt: (conversationId: string) => boolean }[] = [
  { regular: { what: 'weekInChannel', audience: 'acu' }, isAt: (id) => id.startsWith(channels.acu) },
  { regular: { what: 'weekInChannel', audience: 'reserve' }, isAt: (id) => id.startsWith(channels.reserve) },
  { regular: { what: 'weekInChannel', audience: 'wider' }, isAt: (id) => id.startsWith(board) },
  {
    regular: { what: 'weekToPerson', audience: 'acu', objectId: toPersonId(developmentPeople.handler) },
    isAt: (id) => id.startsWith('a:'),
  },
];

let folder: string;
let connector: Connector;
let cosmos: StrictCosmos;
let store: Store | undefined;
let bots: readonly KillableBot[] = [];
/** How far the time of this test is ahead of the machine's. */
let ahead = 0;
const now = () => Date.now() + ahead;
const clockFile = () => join(folder, 'clock');

/** Sets the time for all of them at once: it passes, and no clock is set. */
function timeIs(at: number): void {
  ahead = at - Date.now();
  writeFileSync(`${clockFile()}.new`, String(ahead));
  renameSync(`${clockFile()}.new`, clockFile());
}
const pass = (ms: number) => timeIs(now() + ms);

beforeEach(async () => {
  folder = createTemporaryFolder();
  [connector, cosmos] = await Promise.all([startConnector(), startStrictCosmos({ tls: true, now })]);
});
afterEach(async () => {
  await Promise.all(bots.map((bot) => bot.kill()));
  await store?.close();
  await Promise.all([connector.stop(), cosmos.stop()]);
  rmSync(folder, { recursive: true });
});

const weeksOfTheYear = Array.from({ length: 53 }, (_, at) => addWeeks(parseTestWeek('2026-W01'), at));
const numberOf = (week: Week): string => week.slice(6);

/** The weeks that arrived at a place, in their order. */
const arrivedAt = (isAt: (conversationId: string) => boolean): readonly string[] =>
  connector.posts.flatMap(({ conversationId, activity }) => {
    const week = findWeek(JSON.stringify(activity), weeksOfTheYear);
    return isAt(conversationId) && week !== undefined ? [numberOf(week)] : [];
  });

/** Around both changes of the clocks; the short form goes through the first alone. */
const seasons = (
  [
    ['clocks go on', '2026-W11', ['2026-03-23T09:00Z', '2026-03-30T08:00Z', '2026-04-06T08:00Z', '2026-04-13T08:00Z']],
    [
      'clocks go back',
      '2026-W41',
      ['2026-10-19T08:00Z', '2026-10-26T09:00Z', '2026-11-02T09:00Z', '2026-11-09T09:00Z'],
    ],
  ] as const
).slice(0, isLong ? 2 : 1);

describe('three bots on one store, killed at random from Monday to Monday', () => {
  it.each(seasons)('post each week once to each place, at nine on the wall, while %s', async (season, before, four) => {
    const mondays = four.slice(0, mondaysTried);
    timeIs(Date.parse(four[0]) - 2 * 24 * 60 * minuteMs);
    const { environment } = await createProcessSettings(folder, connector.serviceUrl);
    const database = await createDatabase(cosmos);
    const { endpoint, key, ca = '' } = cosmos;
    const asked = database.open({ clock: () => new Date(now()) });
    store = asked;
    bots = [0, 1, 2].map(() =>
      createKillableBot({
        connector,
        environment: {
          ...environment,
          SUMMARY_TARGET_ACU: channels.acu,
          SUMMARY_TARGET_RESERVE: channels.reserve,
          SUMMARY_TARGET_WIDER: board,
          COSMOS_BY_WIRE: JSON.stringify({ endpoint, key, database: database.name, ca }),
          CLOCK_FILE: clockFile(),
          ROUND_MS: '100',
        },
      }),
    );
    const tally = createTally();
    // The week before has been told of: whoever begins now is told of it at once.
    for (const { regular } of places) {
      await asked.scheduledPosts.write(
        { ...newScheduledPost(regular, parseTestWeek(before)), posted: [before] },
        undefined,
      );
    }
    const standing = async (): Promise<readonly ScheduledPost[]> =>
      (await Promise.all(places.map(({ regular }) => asked.scheduledPosts.read(regular)))).flatMap(
        (read) => read?.value ?? [],
      );
    const anyBot = (): KillableBot => {
      const bot = bots[randomInt(bots.length)];
      if (!bot) throw new Error('there are three');
      return bot;
    };
    /** The one that was killed last starts again beside the others. */
    let back = Promise.resolve();
    const killOne = async (): Promise<void> => {
      await back;
      const bot = anyBot();
      await bot.kill();
      tally.add('processes killed');
      // What it held is free a minute later.
      pass(minuteMs + 1_000);
      back = bot.start();
    };
    /** Waits until a week is over with everywhere. What failed is tried again minutes later. */
    async function posted(week: Week): Promise<void> {
      const end = performance.now() + 300_000;
      for (;;) {
        const reached = (await standing()).filter((post) => post.posted.includes(week));
        if (reached.length === places.length) return;
        if (performance.now() > end) throw new Error(`a week was not posted: ${JSON.stringify(await standing())}`);
        await wait(150);
        pass(minuteMs);
      }
    }

    await Promise.all(bots.map((bot) => bot.start()));
    for (const [at, monday] of mondays.entries()) {
      const week = addWeeks(parseTestWeek(before), at + 1);
      const nine = Date.parse(monday);
      const isWithoutServers = at === 2;
      if (isWithoutServers) {
        await back;
        await Promise.all(bots.map((bot) => bot.kill()));
      }
      timeIs(nine - minuteMs);
      if (!isWithoutServers) {
        const early = connector.posts.length;
        await wait(500);
        expect(connector.posts).toHaveLength(early);
      }
      // A Tuesday, where no server ran on Monday.
      timeIs(isWithoutServers ? nine + 25 * 60 * minuteMs : nine);
      if (isWithoutServers) await Promise.all(bots.map((bot) => bot.start()));
      if (at % 2 === 1) {
        connector.plan('accept-then-reset');
        tally.add('answers of the channel that were lost');
      }
      for (let kill = 0; kill < killsAWeek; kill += 1) {
        await wait(randomInt(isLong ? 250 : 150));
        await killOne();
      }
      await posted(week);
      tally.add('weeks that were due', places.length);
    }

    await back;
    const expected = mondays.map((_, at) => numberOf(addWeeks(parseTestWeek(before), at + 1)));
    const records = await standing();
    const seen = places.map(({ isAt }) => arrivedAt(isAt));
    const twice = seen.map((weeks) => weeks.length - new Set(weeks).size);
    tally.add('posted', seen.flat().length);
    tally.add(
      'posted again, the first never noted',
      twice.reduce((sum, one) => sum + one, 0),
    );
    tally.add(
      'of which nobody knows whether they arrived',
      records.reduce((sum, { unsure }) => sum + unsure, 0),
    );
    tally.write(`Weeks by three instances, ${season}`);
    // Each arrived, the oldest first, and nothing twice but what was counted as such.
    expect(seen.map((weeks) => [...new Set(weeks)])).toEqual(places.map(() => expected));
    for (const [place, again] of twice.entries()) {
      expect(again).toBeLessThanOrEqual(records[place]?.unsure ?? 0);
    }
  });
});
