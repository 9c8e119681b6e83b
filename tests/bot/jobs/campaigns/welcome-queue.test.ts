import { randomUUID } from 'node:crypto';
import { setImmediate, setTimeout as timer } from 'node:timers/promises';
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { describe, expect, it } from '@jest/globals';
import { createWelcomeQueue, type WelcomeQueue } from '../../../../bot/jobs/campaigns/welcome-queue.ts';
import { createSubscribers } from '../../../../bot/jobs/campaigns/subscribers.ts';
import type { LogEvent } from '../../../../bot/runtime/event-log.ts';
import { createChannelConnections } from '../../../../bot/teams/channel-connection.ts';
import type { Store } from '../../../../core/ports/store.ts';
import type { MonotonicClock } from '../../../../core/model/calendar.ts';
import { subscriberId } from '../../../../core/model/subscriber.ts';
import type { ConnectorAnswer } from '../../../fakes/connector-answer.ts';
import { failOnce, createDeliveryFixture } from '../../../support/campaigns/delivery-fixture.ts';
import { createConversationId, fastTiming } from '../../../support/campaigns/sending-server.ts';
import { waitFor } from '../../../support/journeys/wait-for.ts';
import { startBot } from '../../../support/journeys/running-bot.ts';
import { installationActivities } from '../../../support/journeys/teams-activities.ts';
import { type TeamsClient, createTeamsClient } from '../../../support/journeys/teams-client.ts';

const scene = createDeliveryFixture();
const timeZone = 'Europe/London';
const busy = { statusCode: 429 };
const first = new Date('2026-11-25T10:15:00Z');

function server(
  now = first,
  around: Partial<Store> = {},
  monotonic: MonotonicClock = () => performance.now(),
): WelcomeQueue & { readonly events: readonly LogEvent[] } {
  const events: LogEvent[] = [];
  const store = { ...scene.store, ...around };
  const clock = () => now;
  const welcomes = createWelcomeQueue({
    ...store,
    rows: createSubscribers({ ...store, clock, timeZone }),
    connectionTo: createChannelConnections({
      authentication: new ConfigurationBotFrameworkAuthentication({}),
      appId: '',
      deadlineMs: 60_000,
    }),
    card: (language) => ({ type: 'message', text: `welcome ${language}` }),
    clock,
    timeZone,
    monotonic,
    wait: (ms) => timer(ms, undefined, { ref: false }),
    createId: randomUUID,
    timing: fastTiming,
    log: (event) => void events.push(event),
  });
  return { ...welcomes, events };
}
const isDone = async () => (await scene.store.dailyTaskStates.read('owedWelcomes'))?.value.state === 'done';
const owed = async () =>
  (await scene.store.subscribers.page(undefined, 1_000))
    .filter(({ value }) => value.welcomeOwed)
    .map(({ value }) => value.conversationId);
const people = (many: number): readonly string[] => Array.from({ length: many }, (_, at) => createConversationId(at));
const arrived = () => [...scene.connector.delivered].toSorted(([one], [other]) => (one < other ? -1 : 1));

/** Has the servers send, again and again as their schedule does, until nothing is due. */
async function sendAll(...servers: readonly WelcomeQueue[]): Promise<void> {
  let seen = false;
  void (async () => {
    while (!seen) {
      await Promise.all(servers.map((one) => one.sendDue()));
      await timer(20);
      seen = await isDone();
    }
  })();
  await waitFor('nothing is due', () => seen || undefined);
  await Promise.all(servers.map((one) => one.stop()));
}

describe('a first card that Teams did not take', () => {
  it('comes once to each who is owed one, by however many servers, in their language', async () => {
    await scene.install(60);
    const [one, other] = [server(), server()];
    const waiting = people(60).filter((_, at) => at % 3 === 0);
    for (const [at, id] of waiting.entries()) expect(await (at % 2 === 0 ? one : other).enqueue(id, busy)).toBe(true);
    expect((await owed()).toSorted()).toEqual(waiting);
    await sendAll(one, other);
    expect(arrived()).toEqual(waiting.map((id) => [id, 1]));
    expect(scene.connector.shown.get(createConversationId(0))).toBe('welcome cy');
    expect(scene.connector.shown.get(createConversationId(3))).toBe('welcome en');
    expect(await owed()).toEqual([]);
    expect([...one.events, ...other.events]).toEqual([]);
  });

  it.each([
    ['429', { statusCode: 429 }, true],
    ['412', { statusCode: 412 }, true],
    ['503 with a time to wait', { statusCode: 503, response: { headers: new Headers({ 'retry-after': '3' }) } }, true],
    ['503 without one', { statusCode: 503 }, false],
    ['500', { statusCode: 500 }, false],
    ['403', { statusCode: 403 }, false],
    ['413', { statusCode: 413 }, false],
    ['no answer', new Error('reset'), false],
  ])('is owed where it surely was not taken and may be later: %s', async (_, thrown, expected) => {
    await scene.install(1);
    const one = server();
    expect(await one.enqueue(createConversationId(0), thrown)).toBe(expected);
    expect(await owed()).toEqual(expected ? [createConversationId(0)] : []);
    expect(await one.enqueue('a:somebody-else', thrown)).toBe(false);
  });

  it.each<[string, ConnectorAnswer, number]>([
    ['is owed again where it is refused again for its rate', { status: 429, retryAfter: 0 }, 1],
    ['is not sent again where nobody knows whether it came', 'accept-then-reset', 1],
    ['is not sent again where it is refused for good', 403, 0],
  ])('%s', async (_, answer, times) => {
    await scene.install(30);
    const troubled = createConversationId(7);
    scene.answer = failOnce(answer, (id) => id === troubled);
    const one = server();
    for (const id of people(30)) await one.enqueue(id, busy);
    await sendAll(one);
    expect(scene.connector.delivered.get(troubled) ?? 0).toBe(times);
    expect(arrived().filter(([id]) => id !== troubled)).toEqual(
      people(30)
        .filter((id) => id !== troubled)
        .map((id) => [id, 1]),
    );
  });

  it('is none for who has taken the app away or wants no messages', async () => {
    await scene.install(3);
    const one = server();
    const rows = createSubscribers({ ...scene.store, clock: () => first, timeZone });
    for (const id of people(3)) await one.enqueue(id, busy);
    await rows.remove(createConversationId(0));
    const by = {
      conversationId: createConversationId(1),
      serviceUrl: scene.connector.serviceUrl,
      language: 'en',
    } as const;
    expect(await rows.choose(by, { kind: 'choice', choice: 'none' })).toMatchObject({ welcomeOwed: true });
    await sendAll(one);
    expect(arrived()).toEqual([[createConversationId(2), 1]]);
  });

  it('is left to another server where the first one ends, as soon as that one’s time is over', async () => {
    await scene.install(2);
    const reach = { ...scene.store.subscribers, page: () => Promise.reject(new Error('ended')) };
    const ended = server(first, { subscribers: reach });
    for (const id of people(2)) await ended.enqueue(id, busy);
    await ended.sendDue();
    await ended.stop();
    expect(ended.events).toMatchObject([{ event: 'runFailed' }]);
    let passedMs = 0;
    // Its clock is hours behind, which makes no difference.
    const other = server(new Date(first.getTime() - 3 * 3_600_000), {}, () => performance.now() + passedMs);
    await other.sendDue();
    // It goes on by itself: its look at the mark is of now, and not of when the time is over.
    await setImmediate();
    expect(arrived()).toEqual([]);
    passedMs = 16 * 60_000;
    await sendAll(other);
    expect(arrived()).toEqual(people(2).map((id) => [id, 1]));
  });

  it('keeps nobody who ends the server waiting, and is still owed then', async () => {
    await scene.install(40);
    scene.answer = () => ({ status: 429, retryAfter: 600 });
    const one = server();
    for (const id of people(40)) await one.enqueue(id, busy);
    await one.sendDue();
    await waitFor('the first was refused', () => scene.connector.requests() > 0 || undefined);
    await one.stop();
    expect((await owed()).toSorted()).toEqual(people(40));
    expect(await isDone()).toBe(false);
  });
});

describe('a bot that is installed for more people than Teams takes cards for', () => {
  it('welcomes them later, whatever they did meanwhile, and says and writes nothing of that', async () => {
    const bot = await startBot({ entryPoint: 'dialog' });
    const cards = (id: string) => bot.connector.posts.filter(({ conversationId }) => conversationId === id);
    const rowOf = (id: string) => bot.store().subscribers.read(subscriberId(id));
    const install = async (teams: TeamsClient) => {
      for (const activity of installationActivities(teams.surroundings(), 'add')) await teams.send(activity);
    };
    const lines = bot.log.length;
    bot.connector.plan({ status: 429, retryAfter: 2 });
    const [refused, welcomed, unsure] = [createTeamsClient(bot), createTeamsClient(bot), createTeamsClient(bot)];
    await install(refused);
    await install(welcomed);
    const [owes, owesNot] = [refused.person.conversationId, welcomed.person.conversationId];
    expect([cards(owes).length, cards(owesNot).length]).toEqual([0, 1]);
    const marked = await rowOf(owes);
    expect(marked?.value).toMatchObject({ welcomeOwed: true });
    expect((await rowOf(owesNot))?.value).not.toHaveProperty('welcomeOwed');
    await refused.say('hello');
    await refused.press('report');
    expect(await rowOf(owes)).toEqual(marked);
    const before = cards(owes).length;
    await bot.run('owedWelcomes');
    await waitFor('the card comes', () => cards(owes).length > before || undefined);
    const later = cards(owes).at(-1)?.activity['attachments'];
    expect(later).toEqual(cards(owesNot)[0]?.activity['attachments']);
    expect(bot.log.slice(lines)).toEqual([]);
    bot.connector.plan(500);
    await install(unsure);
    expect((await rowOf(unsure.person.conversationId))?.value).not.toHaveProperty('welcomeOwed');
    expect(bot.log.slice(lines).join('')).toContain('turnFailed');
    await bot.stop();
    expect(cards(owes)).toHaveLength(before + 1);
    expect(cards(owesNot)).toHaveLength(1);
  });
});
