import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Store } from '../../core/ports/store.ts';
import { type CampaignConnector, startCampaignConnector } from '../fakes/campaign-connector.ts';
import type { Fault } from '../fakes/faults.ts';
import { type InvalidAnswer, invalidAnswers, isDocumentWrite } from '../fakes/invalid-answers.ts';
import { startStrictCosmos, type StrictCosmos } from '../fakes/strict-cosmos.ts';
import { fastTiming, createSubscriber, createSendingServer } from '../support/campaigns/sending-server.ts';
import { createDatabase } from '../support/storage/cosmos-database.ts';
import type { ReportPath } from './planned-faults.ts';
import { isLong } from './tally.ts';
import { sendUntil } from '../support/campaigns/delivery-fixture.ts';
import { setUpFaultyBot } from './set-up-faulty-bot.ts';

const faultOf = ({ answer }: InvalidAnswer, happened: boolean): Fault => ({
  kind: happened ? 'commit-then-forge' : 'forge',
  forged: answer,
  match: isDocumentWrite,
});

const fates = [
  { times: 1, happened: true },
  { times: 1, happened: false },
  { times: Infinity, happened: true },
  { times: Infinity, happened: false },
] as const;
/** In the short form each answer meets a report in one of the four ways, and each way comes eight times. */
const isTried = (answer: number, fate: number): boolean => isLong || answer % fates.length === fate;

describe('a report past a proxy that answers in the place of Cosmos DB', () => {
  const faulty = setUpFaultyBot('Half answers of Cosmos', { store: 'cosmos' });

  it.each<ReportPath>(['send', 'add', 'later'])('is told truly whether it stands, and stands once: %s', async (way) => {
    const { cosmos } = faulty.bot;
    const broken: string[] = [];
    for (const [place, half] of invalidAnswers.entries())
      for (const [at, { times, happened }] of fates.entries()) {
        if (!isTried(place, at)) continue;
        const strike = () => cosmos?.faults.next({ ...faultOf(half, happened), times });
        const settle = () => cosmos?.faults.clear();
        await faulty.try(way, [], { strike, settle }).catch((error: unknown) => {
          settle();
          const why = error instanceof Error ? error.message : 'thrown';
          broken.push(`${half.name}, ${times} times, ${happened ? 'carried out' : 'kept back'}: ${why}`);
        });
      }
    expect(broken).toEqual([]);
  });
});

describe('a campaign past a proxy that answers in the place of Cosmos DB', () => {
  const people = 30;
  let cosmos: StrictCosmos;
  let store: Store;
  let connector: CampaignConnector;
  beforeAll(async () => {
    cosmos = await startStrictCosmos({ tls: true });
  });
  afterAll(() => cosmos.stop());
  beforeEach(async () => {
    store = (await createDatabase(cosmos)).open({ retries: 0 });
    connector = await startCampaignConnector();
    for (let person = 0; person < people; person += 1)
      await store.subscribers.add(createSubscriber(person, connector.serviceUrl));
  });
  afterEach(async () => {
    cosmos.faults.clear();
    await store.close();
    await connector.stop();
  });

  it('sends nobody an item twice', async () => {
    const doubled: string[] = [];
    for (const [place, half] of invalidAnswers.entries())
      for (const [at, { times, happened }] of fates.entries()) {
        if (times > 1 || !isTried(place, at % 2)) continue;
        const before = new Map(connector.delivered);
        const id = `item:${place}-${at}`;
        const [sender, other] = [1, 2].map(() =>
          createSendingServer(store, { timing: { ...fastTiming, batchExpiryMs: 100 } }),
        );
        if (sender === undefined || other === undefined) throw new Error('two servers');
        await sender.startRun({ id, kind: 'send' });
        let writes = 0;
        // Every third write of who is sent to meets the answer.
        const match = (one: Parameters<typeof isDocumentWrite>[0]) =>
          isDocumentWrite(one) && one.path.includes('/deliveries/') && one.body.includes(id) && ++writes % 3 === 0;
        cosmos.faults.next({ ...faultOf(half, happened), match, times: 6 });
        await Promise.all([sendUntil([sender], id), sendUntil([other], id)]);
        cosmos.faults.clear();
        await sender.stop();
        await other.stop();
        for (const [person, many] of connector.delivered)
          if (many - (before.get(person) ?? 0) > 1) doubled.push(`${half.name}, ${happened}: ${many}`);
      }
    expect(doubled).toEqual([]);
  });
});
