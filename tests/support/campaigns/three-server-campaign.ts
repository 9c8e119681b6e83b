import { setTimeout as timer } from 'node:timers/promises';
import { z } from 'zod';
import { type Child, startScript } from '../../bench/child-process.ts';
import { newDeliveryRun, type DeliveryCounts } from '../../../core/model/delivery.ts';
import type { Store } from '../../../core/ports/store.ts';
import { type CampaignConnector, startCampaignConnector } from '../../fakes/campaign-connector.ts';
import { childEnvironment } from '../child-environment.ts';
import { createUnreliableChannel } from './unreliable-channel.ts';
import { createConversationId, createSubscriber, createSendingServer } from './sending-server.ts';
import { openRemoteStore, remoteStoreSchema } from './remote-store.ts';

const storeScript = new URL('./campaign-store.ts', import.meta.url);
const serverScript = new URL('./campaign-server.ts', import.meta.url);
const residentSchema = z.object({ bytes: z.number() });
const unitsSchema = z.object({ units: z.number() });
const runId = 'bench:everybody';

/** How a campaign by three servers went. */
export interface CampaignOutcome {
  readonly tookMs: number;
  readonly kills: number;
  readonly counts: DeliveryCounts;
  /** People whose outcome is not what the connector saw: sent and not there, there twice, or there and not sent. */
  readonly wrong: number;
  readonly twice: number;
  readonly pausedMs: number;
  readonly maxPerSecond: number;
  readonly units: number;
  /** Memory of the server that was never killed, in bytes, at each tenth of the people. */
  readonly resident: readonly number[];
}

/** Compares what stands of each person with what arrived. */
async function compared(store: Store, connector: CampaignConnector, people: number) {
  const arrived = new Map<string, number>();
  for (let person = 0; person < people; person += 1) {
    arrived.set(createSubscriber(person, '').id, connector.delivered.get(createConversationId(person)) ?? 0);
  }
  let wrong = 0;
  const seen = new Set<string>();
  for (const { number } of await store.deliveryBatches.find(runId, 'closed', people)) {
    const part = (await store.deliveryBatches.read(runId, number))?.value;
    for (const [at, id] of (part?.people ?? []).entries()) {
      const [letter, times] = [part?.states[at] ?? '', arrived.get(id) ?? 0];
      const isRight = letter === 's' ? times === 1 : letter === 'n' ? times <= 1 : times === 0;
      if (!isRight || seen.has(id)) wrong += 1;
      seen.add(id);
    }
  }
  return wrong + (people - seen.size);
}

/**
 * One message to so many people by three servers in processes of their own, on one store in another, at a connector that
 * has a bad day, killed at random. Everything is as many times as fast as Teams takes as `factor` says.
 */
export async function runThreeServerCampaign(options: {
  readonly people: number;
  readonly factor: number;
  readonly seed: number;
  /** How often one is killed, on average. */
  readonly killEveryMs: number;
  /** Whether the first server lives to the end, so that its memory can be told. */
  readonly sparesFirst: boolean;
  readonly said?: (text: string) => void;
}): Promise<CampaignOutcome> {
  const { people, factor, seed, killEveryMs, sparesFirst, said } = options;
  const day = createUnreliableChannel({ people, factor, seed });
  const connector = await startCampaignConnector(day.answerOf);
  const storeEnvironment = { ...childEnvironment, PEOPLE: String(people), SERVICE_URL: connector.serviceUrl };
  const storeProcess = await startScript(storeScript, remoteStoreSchema, storeEnvironment);
  const wire = storeProcess.ready;
  const store = openRemoteStore(wire);
  await store.deliveryRuns.write(newDeliveryRun({ id: runId, kind: 'send' }), undefined);
  const deadlineMs = String(10_000 / factor);
  const sent = { FACTOR: String(factor), STORE_BY_WIRE: JSON.stringify(wire), DEADLINE_MS: deadlineMs };
  const environment = { ...childEnvironment, ...sent };
  const begin = (): Promise<Child> => startScript(serverScript, z.object({}), environment);
  const servers = await Promise.all([begin(), begin(), begin()]);
  const asker = createSendingServer(store);
  const began = performance.now();
  const resident: number[] = [];
  let [kills, killAt] = [0, began + killEveryMs * (0.5 + day.random())];
  let counts: DeliveryCounts | undefined;
  for (;;) {
    counts = await asker.counts(runId);
    if (counts?.state === 'over') break;
    const tenth = (people / 10) * (resident.length + 1);
    if (sparesFirst && connector.delivered.size >= tenth) {
      resident.push((await servers[0]?.ask('resident', residentSchema))?.bytes ?? 0);
      said?.(`${connector.delivered.size} after ${Math.round((performance.now() - began) / 1_000)} s, ${kills} killed`);
    }
    if (performance.now() >= killAt) {
      const first = sparesFirst ? 1 : 0;
      const victim = first + Math.floor(day.random() * (servers.length - first));
      await servers[victim]?.kill();
      servers[victim] = await begin();
      kills += 1;
      killAt = performance.now() + killEveryMs * (0.5 + day.random());
    }
    await timer(Math.max(50, 1_000 / factor));
  }
  const tookMs = performance.now() - began;
  const { units } = await storeProcess.ask('units', unitsSchema);
  const wrong = await compared(store, connector, people);
  await Promise.all(servers.map((server) => server.stop()));
  await store.close();
  await storeProcess.stop();
  await connector.stop();
  return {
    tookMs,
    kills,
    counts,
    wrong,
    twice: [...connector.delivered.values()].filter((times) => times > 1).length,
    pausedMs: day.pausedMs(),
    maxPerSecond: connector.mostWithin(1_000 / factor),
    units,
    resident,
  };
}
