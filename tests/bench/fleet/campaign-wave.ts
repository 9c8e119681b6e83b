import { createBatchSender, createPersonSender } from '../../../bot/jobs/campaigns/batch-sender.ts';
import { batchesPerShare, deliveryBatchSize, teamsSendTiming } from '../../../bot/jobs/campaigns/send-rate.ts';
import {
  type DeliveryBatch,
  type DeliveryTally,
  newDeliveryRun,
  planBatch,
  batchTally,
  withTally,
} from '../../../core/model/delivery.ts';
import type { Subscriber } from '../../../core/model/subscriber.ts';
import type { Day } from '../../../core/model/calendar.ts';
import type { SimulationContext } from './force-days.ts';
import type { SendingServer } from './sending-force.ts';
import type { TeamsTenant } from './teams-tenant.ts';

/** A message to everybody in one force, and what came of it. */
export interface CampaignResult {
  readonly tally: DeliveryTally;
  readonly people: number;
  /** How many have the message twice. */
  readonly twice: number;
  /** How many have no outcome, or another than their chat says. */
  readonly wrong: number;
  readonly tookMs: number;
}

const runId = 'fleet:campaign';
const idOf = (person: number): string => String(person).padStart(7, '0');
/** How long a write of a part takes in the store. */
const writeMs = 10;

/**
 * Sends one message to everybody by the sender's own parts, windows, pace and lanes; in memory stand what a store would
 * keep, and no server is killed: the group `campaign` does that.
 */
export async function runCampaignWave(
  people: number,
  {
    time,
    tenant,
    servers,
    today,
  }: SimulationContext & { readonly servers: readonly SendingServer[]; readonly today: Day },
): Promise<CampaignResult> {
  const rowOf = (person: number): Subscriber => ({
    id: idOf(person),
    conversationId: `a:${person}`,
    serviceUrl: 'https://smba.trafficmanager.net/uk/',
    language: person % 10 === 0 ? 'cy' : 'en',
    since: today,
  });
  const standing = (person: number) => ({ value: rowOf(person), version: '1' });
  const reach = {
    read: async (id: string) => (Number(id) < people ? standing(Number(id)) : undefined),
    page: async (after: string | undefined, most: number) => {
      const first = after === undefined ? 0 : Number(after) + 1;
      return Array.from({ length: Math.max(0, Math.min(most, people - first)) }, (_one, at) => standing(first + at));
    },
  };
  const parts = new Map<number, { value: DeliveryBatch; version: string }>();
  for (let number = 0; number * deliveryBatchSize < people; number += 1) {
    const size = Math.min(deliveryBatchSize, people - number * deliveryBatchSize);
    const members = Array.from({ length: size }, (_one, at) => ({ id: idOf(number * deliveryBatchSize + at) }));
    parts.set(number, { value: planBatch(runId, number, members), version: '0' });
  }
  const numbers = [...parts.keys()];
  let run = newDeliveryRun({ id: runId, kind: 'send' });
  let versions = 0;
  async function put(value: DeliveryBatch, over: string): Promise<string | undefined> {
    await time.wait(writeMs);
    if (parts.get(value.number)?.version !== over) return undefined;
    const version = String((versions += 1));
    parts.set(value.number, { value, version });
    return version;
  }
  const writer = {
    save: put,
    close: async (value: DeliveryBatch, over: string) => {
      if ((await put(value, over)) !== undefined) run = withTally(run, batchTally(value));
    },
  };
  const store = {
    read: async (_run: string, number: number) => parts.get(number),
    find: async () => [],
    write: async () => undefined,
  };
  const began = time.now();

  async function work({ pace, pauseAll }: SendingServer): Promise<void> {
    const sendToPerson = createPersonSender({
      connectionTo: () => ({ sendToChat: (chat) => tenant.say(chat), update: async () => undefined }),
      today: () => today,
      pace,
      pauseAll,
    });
    const sendPart = createBatchSender({
      parts: store,
      reach,
      writer,
      pace,
      sendToPerson,
      maySend: () => true,
      wait: time.wait,
      timing: teamsSendTiming,
    });
    const message = { type: 'message' };
    for (let number = numbers.shift(); number !== undefined; number = numbers.shift())
      await sendPart({ number, run: () => run, messages: { en: message, cy: message }, isAbandoned: false });
  }
  await Promise.all(
    servers.flatMap((server) => Array.from({ length: server.lanes() * batchesPerShare }, () => work(server))),
  );
  return {
    ...checkDeliveries(
      [...parts.values()].map(({ value }) => value),
      tenant,
    ),
    tally: run.tally,
    people,
    tookMs: time.now() - began,
  };
}

/** A look at the chats of people whom a part gives an outcome: a letter for each. */
function checkDeliveries(
  parts: readonly DeliveryBatch[],
  tenant: TeamsTenant,
): Pick<CampaignResult, 'twice' | 'wrong'> {
  let [twice, wrong] = [0, 0];
  for (const { people, states } of parts) {
    for (const [at, id] of people.entries()) {
      const messages = tenant.messagesIn(`a:${Number(id)}`);
      if (messages > 1) twice += 1;
      const outcome = states[at] ?? '';
      const fits = outcome === 's' ? messages === 1 : outcome === 'n' ? messages <= 1 : messages === 0;
      if (!fits || /[0-7a]/u.test(outcome)) wrong += 1;
    }
  }
  return { twice, wrong };
}
