import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as timer } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { newDeliveryRun, withdrawalRunId } from '../../../../core/model/delivery.ts';
import { id, createDeliveryFixture, sendUntil } from '../../../support/campaigns/delivery-fixture.ts';
import {
  createConversationId,
  fastTiming,
  createSubscriber,
  createSendingServer,
} from '../../../support/campaigns/sending-server.ts';

const scene = createDeliveryFixture();

describe('what is written down', () => {
  it('stands before anybody is sent anything', async () => {
    await scene.install(60);
    const people = new Map(
      Array.from({ length: 60 }, (_, person) => [createConversationId(person), createSubscriber(person, '').id]),
    );
    const stands = new Map<string, string>();
    const early: string[] = [];
    const sender = createSendingServer(scene.store, {
      batches: {
        ...scene.store.deliveryBatches,
        write: async (parts, run) => {
          const written = await scene.store.deliveryBatches.write(parts, run);
          for (const { value } of parts)
            for (const [at, one] of value.people.entries()) stands.set(one, value.states[at] ?? '');
          return written;
        },
      },
      connectionTo: () => ({
        sendToChat: async (conversationId) => {
          if (stands.get(people.get(conversationId) ?? '') !== 'a') early.push(conversationId);
          return { activityId: '1' };
        },
        update: async () => undefined,
      }),
    });
    await sender.startRun({ id, kind: 'send' });
    expect(await sendUntil([sender])).toMatchObject({ sent: 60 });
    expect(early).toEqual([]);
    await sender.stop();
  });

  it('by a server that was taken for dead counts no more, and it sends nothing more of that part', async () => {
    await scene.install(50);
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const told: string[] = [];
    const slow = createSendingServer(scene.store, {
      connectionTo: () => ({
        sendToChat: async (conversationId) => {
          told.push(conversationId);
          await held;
          return { activityId: '1' };
        },
        update: async () => undefined,
      }),
    });
    await slow.startRun({ id, kind: 'send' });
    await sendUntil([slow], id, () => told.length === 10);
    const other = createSendingServer(scene.store, {
      timing: { ...fastTiming, batchExpiryMs: 200, leaseExpiryMs: 200 },
    });
    expect(await sendUntil([other])).toMatchObject({ sent: 40, notKnown: 10 });
    letGo();
    await slow.stop();
    expect(told).toHaveLength(10);
    expect([...scene.connector.delivered.keys()].filter((one) => told.includes(one))).toEqual([]);
    expect(await other.counts(id)).toMatchObject({ sent: 40, notKnown: 10 });
    await other.stop();
  });

  it('and cannot be read stops nobody else: whom it held are counted as not known', async () => {
    await scene.install(120);
    const sender = createSendingServer(scene.store, { timing: { ...fastTiming, batchExpiryMs: 200 } });
    await sender.startRun({ id, kind: 'send' });
    await sender.startRun({ id: 'damaged', kind: 'send' });
    await sender.pause(id);
    await sender.resume(id);
    await sendUntil([sender], id, ({ waiting, sent }) => waiting + sent >= 120);
    await sender.pause(id);
    await sendUntil([sender], id, async () => (await scene.store.deliveryBatches.find(id, 'begun', 9)).length === 0);
    const left = await scene.store.deliveryBatches.find(id, 'planned', 9);
    const file = new DatabaseSync(join(scene.folder, 'candour.db'));
    for (const { number } of left)
      file.prepare(`UPDATE delivery_parts SET record = '{' WHERE run_id = ? AND number = ?`).run(id, number);
    file.exec(`UPDATE delivery_runs SET record = '{' WHERE id = 'damaged'`);
    file.close();
    const before = (await sender.counts(id))?.sent ?? 0;
    await sender.resume(id);
    expect(await sendUntil([sender])).toMatchObject({ sent: before, notKnown: 120 - before });
    await sender.stop();
  });

  it('of a withdrawal whose run is nowhere reaches nobody', async () => {
    await scene.install(5);
    const sender = createSendingServer(scene.store);
    await scene.store.deliveryRuns.write(
      newDeliveryRun({ id: withdrawalRunId('lost'), kind: 'withdraw' }, 'lost'),
      undefined,
    );
    for (let tends = 0; tends < 20; tends += 1) {
      await sender.tick();
      await timer(10);
    }
    expect(await sender.counts(withdrawalRunId('lost'))).toMatchObject({ sent: 0, waiting: 0 });
    expect(scene.connector.requests()).toBe(0);
    await sender.stop();
  });
});
