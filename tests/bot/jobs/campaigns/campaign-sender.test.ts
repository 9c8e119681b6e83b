import { describe, expect, it } from '@jest/globals';
import { withSubscriptionPreference } from '../../../../core/model/subscriber.ts';
import { addDays } from '../../../../core/model/calendar.ts';
import type { ConnectorAnswer } from '../../../fakes/connector-answer.ts';
import { failOnce, id, createDeliveryFixture, sendUntil } from '../../../support/campaigns/delivery-fixture.ts';
import {
  createConversationId,
  createSubscriber,
  createSendingServer,
  messageText,
} from '../../../support/campaigns/sending-server.ts';
import { today } from '../../../support/contracts/records.ts';

const scene = createDeliveryFixture();

describe('a run', () => {
  it('reaches everybody once, each in their language, and says so', async () => {
    await scene.install(120);
    const sender = createSendingServer(scene.store);
    expect(await sender.startRun({ id, kind: 'send' })).toBe('started');
    expect(await sender.startRun({ id, kind: 'send' })).toBe('exists');
    expect(await sendUntil([sender])).toMatchObject({ sent: 120, waiting: 0, notKnown: 0, gone: 0, failed: {} });
    expect([...scene.connector.delivered.values()]).toEqual(Array(120).fill(1));
    expect(scene.connector.shown.get(createConversationId(4))).toBe(messageText(id, 'cy'));
    expect(scene.connector.shown.get(createConversationId(5))).toBe(messageText(id, 'en'));
    await sender.stop();
    expect(sender.events).toEqual([
      { event: 'runStarted', kind: 'send' },
      { event: 'runOver', kind: 'send', people: 120, sent: 120, notKnown: 0 },
    ]);
  });

  it('to nobody is over at once, and to those who joined reaches no others', async () => {
    const sender = createSendingServer(scene.store);
    await sender.startRun({ id: 'empty', kind: 'send' });
    expect(await sendUntil([sender], 'empty')).toMatchObject({ sent: 0, waiting: 0 });
    await scene.install(3);
    for (const [person, since] of [addDays(today, 3), addDays(today, 4), addDays(today, 5)].entries()) {
      await scene.store.subscribers.add({ ...createSubscriber(10 + person, scene.connector.serviceUrl), since });
    }
    await sender.startRun({ id, kind: 'send', joined: { from: addDays(today, 3), to: addDays(today, 4) } });
    expect(await sendUntil([sender])).toMatchObject({ sent: 2 });
    expect([...scene.connector.delivered.keys()].toSorted()).toEqual([
      createConversationId(10),
      createConversationId(11),
    ]);
    await sender.stop();
  });

  it('sends nobody anything who opted out or paused, be it after it began', async () => {
    await scene.install(60);
    const sender = createSendingServer(scene.store);
    await sender.startRun({ id, kind: 'send' });
    for (const [person, choice] of [
      [1, 'none'],
      [2, 'pause'],
    ] as const) {
      const row = await scene.store.subscribers.read(createSubscriber(person, '').id);
      if (row?.value)
        await scene.store.subscribers.write(withSubscriptionPreference(row.value, choice, today), row.version);
    }
    expect(await sendUntil([sender])).toMatchObject({ sent: 58, optedOut: 2 });
    expect([
      scene.connector.delivered.has(createConversationId(1)),
      scene.connector.delivered.has(createConversationId(2)),
    ]).toEqual([false, false]);
    await sender.stop();
  });

  it('counts those who have the app no more as gone, and tries nobody again who was refused', async () => {
    await scene.install(60);
    scene.answer = ({ conversationId }) =>
      new Map<string, number>([
        [createConversationId(3), 403],
        [createConversationId(4), 404],
        [createConversationId(5), 400],
      ]).get(conversationId);
    const sender = createSendingServer(scene.store);
    await sender.startRun({ id, kind: 'send' });
    await scene.store.subscribers.remove(createSubscriber(6, '').id);
    expect(await sendUntil([sender])).toMatchObject({ sent: 56, gone: 2, failed: { refused: 1 }, waiting: 0 });
    expect(scene.connector.requests()).toBe(59);
    await sender.stop();
  });

  it.each<[string, ConnectorAnswer]>([
    ['loses its answer', 'accept-then-reset'],
    ['is not answered', 'accept-then-hang'],
    ['is answered by something that is no channel', { status: 200, text: 'sign in' }],
    ['is answered without an id', { status: 200, text: '{}' }],
    ['fails inside', 500],
    ['fails at a gateway', 502],
    ['is late at a gateway', 504],
    ['is turned away without a time to come back', 503],
  ])('tries nobody again where a message %s, and counts them as not known', async (_, what) => {
    await scene.install(30);
    scene.answer = failOnce(what, (person) => person === createConversationId(7));
    const sender = createSendingServer(scene.store, what === 'accept-then-hang' ? { deadlineMs: 2_500 } : {});
    await sender.startRun({ id, kind: 'send' });
    expect(await sendUntil([sender])).toMatchObject({ sent: 29, notKnown: 1 });
    expect(scene.connector.requests()).toBe(30);
    await sender.stop();
  });

  it.each<[string, ConnectorAnswer]>([
    ['asks for time', { status: 429, retryAfter: 0 }],
    ['was changed meanwhile', 412],
    ['is away for a while', { status: 503, retryAfter: 0 }],
    ['does not know us yet', 401],
  ])('tries again where the channel %s, and sends nobody two', async (_, what) => {
    await scene.install(30);
    scene.answer = failOnce(what, (person) => person === createConversationId(7) || person === createConversationId(8));
    const sender = createSendingServer(scene.store);
    await sender.startRun({ id, kind: 'send' });
    expect(await sendUntil([sender])).toMatchObject({ sent: 30, notKnown: 0 });
    expect([...scene.connector.delivered.values()]).toEqual(Array(30).fill(1));
    await sender.stop();
  });

  it('pauses for one chat that asks for an hour nobody but that person', async () => {
    await scene.install(30);
    scene.answer = ({ conversationId }) =>
      conversationId === createConversationId(7) ? { status: 429, retryAfter: 3_600 } : undefined;
    const sender = createSendingServer(scene.store);
    await sender.startRun({ id, kind: 'send' });
    expect(await sendUntil([sender])).toMatchObject({ sent: 29, failed: { busy: 1 } });
    await sender.stop();
  });

  it('gives up whom the channel never takes, and reaches all others', async () => {
    await scene.install(30);
    scene.answer = ({ conversationId }) => (conversationId === createConversationId(7) ? 412 : undefined);
    const sender = createSendingServer(scene.store);
    await sender.startRun({ id, kind: 'send' });
    expect(await sendUntil([sender])).toMatchObject({ sent: 29, failed: { busy: 1 } });
    await sender.stop();
  });
});

describe('several servers', () => {
  it('share one rate and one run, and send nobody anything twice', async () => {
    await scene.install(600);
    const senders = [
      createSendingServer(scene.store),
      createSendingServer(scene.store),
      createSendingServer(scene.store),
    ];
    await senders[0]?.startRun({ id, kind: 'send' });
    expect(await sendUntil(senders)).toMatchObject({ sent: 600, notKnown: 0 });
    expect([...scene.connector.delivered.values()]).toEqual(Array(600).fill(1));
    await Promise.all(senders.map((sender) => sender.stop()));
    expect((await scene.store.sendQuota.read())?.value?.servers).toEqual([]);
  });

  it('keep no lane for one that was given none and stopped', async () => {
    await scene.install(400);
    const [first, second] = [createSendingServer(scene.store), createSendingServer(scene.store)];
    await first.startRun({ id, kind: 'send' });
    await sendUntil([first], id, ({ sent }) => sent > 0);
    await second.tick();
    const listed = async () => (await scene.store.sendQuota.read())?.value?.servers.map(({ lanes }) => lanes);
    expect(await listed()).toContain(0);
    await second.stop();
    expect(await listed()).toHaveLength(1);
    await first.stop();
    expect(await listed()).toEqual([]);
  });

  it('go on where one stopped in the middle, without one who is not known', async () => {
    await scene.install(300);
    const [first, second] = [createSendingServer(scene.store), createSendingServer(scene.store)];
    await first.startRun({ id, kind: 'send' });
    await sendUntil([first], id, ({ sent }) => sent > 20);
    await first.stop();
    expect(await sendUntil([second])).toMatchObject({ sent: 300, notKnown: 0 });
    await second.stop();
  });
});
