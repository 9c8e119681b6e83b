import { describe, expect, it } from '@jest/globals';
import { withdrawalRunId } from '../../../../core/model/delivery.ts';
import { addDays } from '../../../../core/model/calendar.ts';
import { failOnce, id, createDeliveryFixture, sendUntil } from '../../../support/campaigns/delivery-fixture.ts';
import { createConversationId, createSendingServer, messageText } from '../../../support/campaigns/sending-server.ts';
import { today } from '../../../support/contracts/records.ts';

const scene = createDeliveryFixture();

describe('a run that is stopped', () => {
  it('waits while it is paused, and goes on with those who waited', async () => {
    await scene.install(200);
    const sender = createSendingServer(scene.store);
    await sender.startRun({ id, kind: 'send' });
    await sendUntil([sender], id, ({ sent }) => sent > 0);
    expect(await sender.pause(id)).toBe(true);
    const paused = await sendUntil(
      [sender],
      id,
      async () => (await scene.store.deliveryBatches.find(id, 'begun', 9)).length === 0,
    );
    expect(paused.waiting).toBeGreaterThan(0);
    const before = scene.connector.requests();
    for (let tends = 0; tends < 5; tends += 1) await sender.tick();
    expect(scene.connector.requests()).toBe(before);
    expect(await sender.resume(id)).toBe(true);
    expect(await sendUntil([sender])).toMatchObject({ sent: 200, notKnown: 0 });
    expect([...scene.connector.delivered.values()]).toEqual(Array(200).fill(1));
    await sender.stop();
  });

  it('sends nothing more once it is cancelled, and never goes on', async () => {
    await scene.install(200);
    const sender = createSendingServer(scene.store);
    await sender.startRun({ id, kind: 'send' });
    await sendUntil([sender], id, ({ sent }) => sent > 0);
    expect(await sender.cancel(id)).toBe(true);
    const isSettled = async () => (await scene.store.deliveryBatches.find(id, 'begun', 9)).length === 0;
    const counts = await sendUntil([sender], id, isSettled);
    expect(counts).toMatchObject({ state: 'cancelled', waiting: 0 });
    expect(counts.sent + counts.cancelled).toBe(200);
    expect(await sender.resume(id)).toBe(false);
    expect(scene.connector.requests()).toBe(counts.sent);
    await sender.stop();
  });

  it('is withdrawn: each message that arrived says something else, and no other', async () => {
    await scene.install(200);
    scene.answer = failOnce('accept-then-reset', (person) => person === createConversationId(7));
    const sender = createSendingServer(scene.store);
    await sender.startRun({ id, kind: 'send' });
    await sendUntil([sender], id, ({ sent, notKnown }) => sent > 60 && notKnown > 0);
    const failed = failOnce(500, (person) => person.endsWith('1'));
    scene.answer = (request) => (request.kind === 'update' ? failed(request) : undefined);
    expect(await sender.withdraw(id)).toBe('started');
    expect(await sender.withdraw(id)).toBe('exists');
    const withdrawn = await sendUntil([sender], withdrawalRunId(id));
    const counts = await sender.counts(id);
    expect(withdrawn).toMatchObject({ sent: counts?.sent, notKnown: 1, waiting: 0, failed: {} });
    const shown = [...scene.connector.shown]
      .filter(([person]) => person !== createConversationId(7))
      .map(([, text]) => text);
    expect(new Set(shown.map((text) => text.replace(/ (?:en|cy)$/u, '')))).toEqual(new Set([withdrawalRunId(id)]));
    expect(scene.connector.shown.get(createConversationId(7))).toBe(messageText(id, 'en'));
    await sender.removeExpired(today);
    expect(await scene.store.deliveryBatches.find(id, 'closed', 9)).toEqual([]);
    expect(await sender.counts(id)).toEqual(counts);
    expect(await sender.withdraw(id)).toBe('gone');
    expect(await sender.withdraw(withdrawalRunId(id))).toBe('none');
    await sender.stop();
  });

  it('keeps who was in it for thirty days, and its counts for ever', async () => {
    await scene.install(3);
    const sender = createSendingServer(scene.store);
    await sender.startRun({ id, kind: 'send' });
    const counts = await sendUntil([sender]);
    await sender.removeExpired(addDays(today, 30));
    expect(await scene.store.deliveryBatches.find(id, 'closed', 9)).toHaveLength(1);
    await sender.removeExpired(addDays(today, 31));
    expect(await scene.store.deliveryBatches.find(id, 'closed', 9)).toEqual([]);
    expect(await sender.counts(id)).toEqual(counts);
    await sender.stop();
  });
});
