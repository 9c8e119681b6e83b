import { randomInt } from 'node:crypto';
import { rmSync } from 'node:fs';
import { Agent } from 'node:https';
import { setTimeout as wait } from 'node:timers/promises';
import { CosmosClient } from '@azure/cosmos';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { toDay, toWeek } from '../../core/model/calendar.ts';
import { createContainers } from '../../storage/cosmos/containers.ts';
import { openCosmosStore } from '../../storage/cosmos/open-cosmos-store.ts';
import { type Connector, startConnector } from '../fakes/connector.ts';
import { type TcpRelay, startTcpRelay } from '../fakes/tcp-relay.ts';
import { startStrictCosmos, type StrictCosmos } from '../fakes/strict-cosmos.ts';
import { assertAbsent } from '../support/journeys/canary.ts';
import { forceEnvironment } from '../support/config/force-environment.ts';
import { longTimeouts } from '../support/storage/cosmos-database.ts';
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';
import { runDoctorText } from './run-doctor.ts';
import { type KillableBot, createKillableBot } from './killable-bot.ts';
import { type Receipt, reportUntilReceipt } from './persistent-reporter.ts';
import { createProcessSettings } from './process-settings.ts';
import { isLong, createTally } from './tally.ts';
import { compareReceipts, waitUntilRecorded } from './receipt-check.ts';

const rounds = isLong ? 20 : 2;
const atOnce = 6;
const database = 'candour';

let folder: string;
let connector: Connector;
let cosmos: StrictCosmos;
let wires: readonly TcpRelay[] = [];
let bots: readonly KillableBot[] = [];

beforeEach(async () => {
  folder = createTemporaryFolder();
  [connector, cosmos] = await Promise.all([startConnector(), startStrictCosmos({ tls: true })]);
  const client = new CosmosClient({
    endpoint: cosmos.endpoint,
    key: cosmos.key,
    agent: new Agent({ ca: cosmos.ca }),
    connectionPolicy: { enableBackgroundEndpointRefreshing: false, enableEndpointDiscovery: false },
  });
  await createContainers(client, database);
  client.dispose();
  wires = await Promise.all([0, 1, 2].map(() => startTcpRelay(Number(new URL(cosmos.endpoint).port))));
});
afterEach(async () => {
  await Promise.all(bots.map((bot) => bot.kill()));
  await Promise.all([connector.stop(), ...wires.map((wire) => wire.stop())]);
  await cosmos.stop();
  rmSync(folder, { recursive: true });
});

describe('three bots on one Cosmos DB, of which one is killed and one is cut off for a while', () => {
  it('lose nothing and save nothing twice', async () => {
    const { environment, identities } = await createProcessSettings(folder, connector.serviceUrl);
    const { endpoint, key, ca = '' } = cosmos;
    bots = wires.map(({ port }) =>
      createKillableBot({
        connector,
        environment: {
          ...environment,
          COSMOS_BY_WIRE: JSON.stringify({ endpoint: `https://127.0.0.1:${port}`, key, database, ca }),
        },
      }),
    );
    const [killed, cutOff, whole] = bots;
    const [, wire] = wires;
    if (!killed || !cutOff || !whole || !wire) throw new Error('there are three');
    await Promise.all(bots.map((bot) => bot.start()));
    let standing = bots;
    const anyOfThem = { ...whole, endpoint: () => standing[randomInt(standing.length)]?.endpoint() ?? '' };

    const tally = createTally();
    const receipts: Receipt[] = [];
    const said: string[] = [];
    const doctorBy = (port: number | string) =>
      runDoctorText(
        {
          ...forceEnvironment(''),
          ...environment,
          SQLITE_PATH: undefined,
          STORE: 'cosmos',
          COSMOS_ENDPOINT: `https://127.0.0.1:${port}`,
          COSMOS_KEY: key,
          COSMOS_DATABASE: database,
        },
        { authority: ca },
      );
    for (let round = 0; round < rounds; round += 1) {
      const people = Promise.all(
        Array.from({ length: atOnce }, async () => {
          const onTrouble = (kind: string) => tally.add(`answers that were ${kind}`);
          receipts.push(await reportUntilReceipt(anyOfThem, async () => {}, onTrouble));
        }),
      );
      await wait(randomInt(400));
      if (round === 0) {
        await killed.kill();
        tally.add('processes killed');
      }
      wire.cut();
      tally.add('times cut off');
      if (round === 0) said.push(await doctorBy(wire.port));
      await wait(400);
      standing = [cutOff, whole];
      await wait(randomInt(1_500));
      wire.mend();
      await people;
    }
    // Started again a lease later, the killed one takes up what it held.
    await killed.start();
    await killed.kill();
    await killed.start();

    const store = openCosmosStore({
      endpoint,
      credential: { key },
      database,
      clock: () => new Date(),
      agent: new Agent({ ca }),
      followsRegions: false,
      ...longTimeouts,
    });
    await waitUntilRecorded(receipts, store, () => wait(500));
    const found = await compareReceipts(receipts, store, connector, identities);
    const week = toWeek(toDay(new Date(), whole.settings.timeZone));
    const cases = await store.queries.listWeekCases(week, 'acu');
    await store.close();
    said.push(await doctorBy(new URL(endpoint).port));

    tally.add('reports', receipts.length);
    tally.add('alerts posted again, the answer never recorded', found.postedAgain);
    tally.write('Three instances on Cosmos');
    expect(found).toEqual({ lost: [], notRecordedOnce: [], notPosted: [], postedAgain: found.postedAgain });
    expect(cases).toHaveLength(rounds * atOnce);
    assertAbsent(
      'doctor',
      said.join(''),
      receipts.flatMap(({ marks }) => marks),
    );
  });
});
