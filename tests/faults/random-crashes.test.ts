import { randomInt } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { toDay, toWeek } from '../../core/model/calendar.ts';
import { openSqliteStore } from '../../storage/sqlite/open-sqlite-store.ts';
import { type Connector, startConnector } from '../fakes/connector.ts';
import { assertAbsent } from '../support/journeys/canary.ts';
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';
import { runDoctorOnKilled } from './run-doctor.ts';
import { type KillableBot, createKillableBot } from './killable-bot.ts';
import { type Receipt, reportUntilReceipt } from './persistent-reporter.ts';
import { createProcessSettings } from './process-settings.ts';
import { isLong, createTally } from './tally.ts';
import { compareReceipts, waitUntilRecorded } from './receipt-check.ts';

const reports = isLong ? 200 : 25;
const atOnce = 5;
/** About as long as five reports take after a start. */
const longestLifeMs = 500;

let bot: KillableBot | undefined;
let connector: Connector;
let folder: string;
beforeEach(async () => {
  folder = createTemporaryFolder();
  connector = await startConnector();
});
afterEach(async () => {
  await bot?.kill();
  await connector.stop();
  rmSync(folder, { recursive: true });
});

describe('a bot that is killed at random moments', () => {
  it('has every case that was receipted, as it was typed, once, with its alert', async () => {
    const { environment, identities } = await createProcessSettings(folder, connector.serviceUrl);
    bot = createKillableBot({ connector, environment });
    const running = bot;
    const tally = createTally();
    const receipts: Receipt[] = [];
    const said: string[] = [];
    await running.start();
    for (let sent = 0; sent < reports; sent += atOnce) {
      const people = Promise.all(
        Array.from({ length: atOnce }, async () => {
          receipts.push(
            await reportUntilReceipt(running, running.listen, (kind) => tally.add(`answers that were ${kind}`)),
          );
        }),
      );
      await wait(randomInt(longestLifeMs));
      tally.add('receipts shown before their process was killed', receipts.length - sent);
      await running.kill();
      tally.add('processes killed');
      said.push(await runDoctorOnKilled(folder, environment));
      await running.start();
      await people;
    }

    const store = openSqliteStore(join(folder, 'candour.db'), 'development');
    await waitUntilRecorded(receipts, store, () => wait(250));
    const found = await compareReceipts(receipts, store, connector, identities);
    const week = toWeek(toDay(new Date(), running.settings.timeZone));
    const standing = await store.queries.listWeekCases(week, 'acu');
    await running.kill();
    await store.close();

    tally.add('reports', receipts.length);
    tally.add('alerts posted again, the answer never recorded', found.postedAgain);
    tally.write('Killed at random moments, SQLite');
    expect(found).toEqual({ lost: [], notRecordedOnce: [], notPosted: [], postedAgain: found.postedAgain });
    // Each kill can lose the answers to the posts of those who were reporting, and to no other.
    expect(found.postedAgain).toBeLessThanOrEqual(tally.of('processes killed') * atOnce);
    expect(new Set(receipts.map(({ caseId }) => caseId)).size).toBe(reports);
    expect(standing).toHaveLength(reports);
    for (const text of said) expect(text).toContain('"check":"store","findings":[],');
    assertAbsent(
      'doctor',
      said.join(''),
      receipts.flatMap(({ marks }) => marks),
    );
  });
});
