import { describe, expect, it } from '@jest/globals';
import { maxUndelivered, withdrawalRunId } from '../../../../core/model/delivery.ts';
import { withSubscriptionPreference } from '../../../../core/model/subscriber.ts';
import type { ConnectorAnswer } from '../../../fakes/connector-answer.ts';
import { id, createDeliveryFixture, sendUntil } from '../../../support/campaigns/delivery-fixture.ts';
import { fastTiming, createSubscriber, createSendingServer } from '../../../support/campaigns/sending-server.ts';
import { today } from '../../../support/contracts/records.ts';

const scene = createDeliveryFixture();
/** Slow enough that a run of so many goes on for many looks. */
const timing = { ...fastTiming, ratePerShare: 40, failurePauseMs: 5, maxFailurePauseMs: 10 };
const many = 600;
const isAtRest = async () => (await scene.store.deliveryBatches.find(id, 'begun', 99)).length === 0;

describe('a message that reaches nobody', () => {
  it.each<[string, ConnectorAnswer]>([
    ['refused', 400],
    ['gone', 403],
    ['notKnown', 500],
  ])('is paused by itself after the first, on every server, and said to be %s', async (why, what) => {
    await scene.install(many);
    scene.answer = () => what;
    const senders = [1, 2, 3].map(() => createSendingServer(scene.store, { timing }));
    await senders[0]?.startRun({ id, kind: 'send' });
    const counts = await sendUntil(senders, id, async ({ state }) => state !== 'running' && (await isAtRest()));
    expect(counts).toMatchObject({ state: 'paused', stopped: why, sent: 0 });
    expect(counts.waiting).toBeGreaterThan(0);
    const before = scene.connector.requests();
    expect(before).toBeGreaterThanOrEqual(maxUndelivered);
    for (let tends = 0; tends < 5; tends += 1) await Promise.all(senders.map((sender) => sender.tick()));
    expect(scene.connector.requests()).toBe(before);
    const said = senders.flatMap(({ events }) => events.filter(({ event }) => event === 'runStopped'));
    expect(said).toEqual([{ event: 'runStopped', why }]);
    await Promise.all(senders.map((sender) => sender.stop()));
  });

  it('goes on when somebody has it go on, tries nobody again, and stops once more where that helped nothing', async () => {
    const people = 1_200;
    await scene.install(people);
    scene.answer = () => 400;
    const sender = createSendingServer(scene.store, { timing: { ...timing, ratePerShare: 100 } });
    await sender.startRun({ id, kind: 'send' });
    const isStopped = async ({ state }: { readonly state: string }) => state !== 'running' && (await isAtRest());
    await sendUntil([sender], id, isStopped);
    const before = scene.connector.requests();
    expect(await sender.resume(id)).toBe(true);
    expect((await sender.counts(id))?.stopped).toBeUndefined();
    expect(await sendUntil([sender], id, isStopped)).toMatchObject({ stopped: 'refused', sent: 0 });
    const refused = scene.connector.requests();
    expect(refused - before).toBeGreaterThanOrEqual(maxUndelivered);
    expect(refused).toBeLessThan(people);
    scene.answer = () => undefined;
    await sender.resume(id);
    expect(await sendUntil([sender])).toMatchObject({ sent: people - refused, failed: { refused } });
    expect(scene.connector.requests()).toBe(people);
    expect([...scene.connector.delivered.values()]).toEqual(Array(people - refused).fill(1));
    await sender.stop();
  });

  it('is not one that some got, however many others did not', async () => {
    await scene.install(500);
    scene.answer = ({ before }) => (before < 200 ? undefined : 403);
    const sender = createSendingServer(scene.store);
    await sender.startRun({ id, kind: 'send' });
    expect(await sendUntil([sender])).toMatchObject({ state: 'over', sent: 200, gone: 300 });
    await sender.stop();
  });

  it('is not one that nobody wants', async () => {
    await scene.install(150);
    for (let person = 0; person < 150; person += 1) {
      const row = await scene.store.subscribers.read(createSubscriber(person, '').id);
      if (row?.value)
        await scene.store.subscribers.write(withSubscriptionPreference(row.value, 'none', today), row.version);
    }
    const sender = createSendingServer(scene.store);
    await sender.startRun({ id, kind: 'send' });
    expect(await sendUntil([sender])).toMatchObject({ state: 'over', optedOut: 150 });
    await sender.stop();
  });

  it('is never what takes one back: that is tried with everybody', async () => {
    await scene.install(250);
    const sender = createSendingServer(scene.store);
    await sender.startRun({ id, kind: 'send' });
    await sendUntil([sender]);
    scene.answer = () => 403;
    await sender.withdraw(id);
    expect(await sendUntil([sender], withdrawalRunId(id))).toMatchObject({ state: 'over', gone: 250 });
    await sender.stop();
  });
});
