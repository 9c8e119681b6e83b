import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import type { CaseRecord } from '../../../core/model/case-record.ts';
import { digestOfSeal } from '../../../core/model/digests.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { createCase, createAlert, firstEvent, today } from '../../support/contracts/records.ts';
import { newReporter, sendShortReport } from '../../support/journeys/reporter.ts';
import { type BotOptions, type RunningBot, startBot } from '../../support/journeys/running-bot.ts';
import { tenantId } from '../../support/journeys/bot-settings.ts';
import { newRequestId, type TabClient } from '../../support/journeys/tab-client.ts';
import { createSealText } from '../../support/seals/create-seal.ts';
import { createTeamsClient } from '../../support/journeys/teams-client.ts';
import { saveCase } from '../../support/journeys/save-case.ts';

const people = [randomUUID(), randomUUID(), randomUUID()] as const;
const reserve = randomUUID();
const words = { for: 'handlers', sealed: createSealText('sealed in the page') } as const;
const teamsAppId = '00000000-0000-4000-8000-000000000001';
const hourMs = 3_600_000;

let bots: RunningBot[] = [];
async function aBot(
  environment: BotOptions['environment'] = {},
  around: Pick<BotOptions, 'wrapParts'> = {},
): Promise<RunningBot> {
  const bot = await startBot({
    entryPoint: 'dialog',
    ...around,
    environment: {
      ROLE_HANDLERS: people.join(','),
      ROLE_RESERVE: reserve,
      ROLE_CUSTODIANS: '',
      ALERT_TARGET_ACU: '19:acu@thread.tacv2',
      TEAMS_APP_ID: teamsAppId,
      ...environment,
    },
  });
  bots.push(bot);
  return bot;
}

let bot: RunningBot;
let giver: TabClient;
let given: TabClient;
let third: TabClient;
async function begin(environment: BotOptions['environment'] = {}): Promise<void> {
  bot = await aBot(environment);
  [giver, given, third] = [
    bot.tab({ objectId: people[0] }),
    bot.tab({ objectId: people[1] }),
    bot.tab({ objectId: people[2] }),
  ];
  for (const tab of [giver, given, third]) await tab.call('me', {});
  await bot.run('waitingLines');
}
beforeEach(() => begin());
afterEach(async () => {
  for (const one of bots) await one.stop();
  bots = [];
});

const saved = (standing: Partial<CaseRecord> = {}): Promise<CaseRecord> =>
  saveCase(bot, standing, { alert: { state: 'acknowledged', dueAt: undefined } });
const change = ({ caseId, revision }: CaseRecord) => ({ caseId, revision, request: newRequestId() });
const give = async (to: string = given.objectId, standing: Partial<CaseRecord> = {}): Promise<CaseRecord> => {
  const record = await saved(standing);
  await giver.call('case.assign', { ...change(record), to });
  return record;
};

const creationSchema = z.looseObject({ members: z.array(z.object({ id: z.string() })).optional() });
/** Whom the bot asked Teams for the chat of, one for each time. */
const asked = (): readonly string[] =>
  bot.connector.requests.flatMap(({ method, path, body }) => {
    if (method !== 'POST' || !/^\/v3\/conversations\/?$/u.test(path)) return [];
    return creationSchema.parse(JSON.parse(body)).members?.map(({ id }) => id) ?? [];
  });
/** The lines that arrived. */
const lines = (of: RunningBot = bot): readonly string[] =>
  of.connector.posts.filter(({ kind }) => kind === 'send').map(({ activity }) => JSON.stringify(activity));
const tellDue = () => bot.run('waitingLines');
async function atTheNextHour(): Promise<void> {
  await tellDue();
  bot.clock.forward(hourMs);
  await tellDue();
}
const kept = async (objectId: string) => (await bot.store().people.read(toPersonId(objectId)))?.value;
const logged = () => bot.log.join('');

describe('the line that something waits', () => {
  it('comes at a full hour to whoever was given a case, with no reference, kind or name', async () => {
    const record = await give();
    await tellDue();
    expect(asked()).toEqual([]);
    expect((await kept(given.objectId))?.line?.dueAt).toBe('2026-11-24T10:00:00.000Z');
    bot.clock.forward(hourMs);
    await tellDue();
    expect(asked()).toEqual([given.objectId]);
    expect(lines()).toHaveLength(1);
    const [line = ''] = lines();
    expect(line).toContain('You have something to do in Candour');
    for (const told of [record.caseId, record.caseId.slice(0, 4), giver.objectId, 'context', 'oundar', 'urgent'])
      expect(line).not.toContain(told);
    expect(line).toContain(`https://teams.microsoft.com/l/entity/${teamsAppId}/cases"`);
    // A phone that is locked shows the line and no more.
    expect(z.looseObject({ summary: z.string() }).parse(JSON.parse(line)).summary).toBe(
      'You have something to do in Candour',
    );
  });

  it('comes to nobody who took a case themselves, nor to whoever gave one', async () => {
    const record = await saved();
    await giver.call('case.assign', { ...change(record), to: giver.objectId });
    await give();
    await atTheNextHour();
    expect(asked()).toEqual([given.objectId]);
  });

  it.each([
    [
      'a text is to be signed off',
      {},
      (record: CaseRecord) => giver.call('case.sanitise', { ...change(record), words }),
    ],
    [
      'an erasure is asked for',
      { status: 'closed', closedOn: today } as const,
      (record: CaseRecord) => giver.call('case.askErasure', { ...change(record), reason: 'notNeeded' as const, words }),
    ],
  ])('comes to those who may agree where %s, and to nobody who is shut out', async (_, standing, ask) => {
    await ask(await saved({ ...standing, excluded: [toPersonId(third.objectId)] }));
    await atTheNextHour();
    expect(asked()).toEqual([given.objectId]);
  });

  it('comes to the custodians whom a request for an identity waits for, and to none who is shut out or is done', async () => {
    await bot.stop();
    bots = [];
    const [one, two, out] = [randomUUID(), randomUUID(), randomUUID()];
    await begin({ ROLE_CUSTODIANS: [one, two, out].join(','), IDENTITY_CUSTODIANS: '2' });
    const custodians = [one, two, out].map((objectId) => bot.tab({ objectId }));
    for (const custodian of custodians) await custodian.call('me', {});
    const kept = { mode: 'confidential', sealedIdentity: words.sealed, excluded: [toPersonId(out)] } as const;
    const { caseId } = await saved(kept);
    const forCustodians = { for: 'custodians', sealed: words.sealed } as const;
    const by = () => ({ caseId, request: newRequestId(), words: forCustodians });
    await giver.call('case.askIdentity', by());
    await atTheNextHour();
    expect(asked().toSorted()).toEqual([one, two].toSorted());
    expect(lines().join('')).not.toContain(caseId);

    bot.clock.forward(24 * hourMs);
    await custodians[0]?.call('identity.agree', { ...by(), of: digestOfSeal(words.sealed) });
    await atTheNextHour();
    // What one has agreed to waits for the others alone: not for themselves, and not for whoever asked.
    expect(asked().slice(2)).toEqual([two]);

    bot.clock.forward(24 * hourMs);
    const other = await saved(kept);
    await custodians[0]?.call('identity.ask', { ...by(), caseId: other.caseId });
    await tellDue();
    await custodians[1]?.call('identity.list', {});
    await atTheNextHour();
    expect(asked()).toHaveLength(3);
  });

  it('comes once a day at most, by however many cases and servers, and again on the next', async () => {
    for (let count = 0; count < 3; count += 1) await give();
    const other = await aBot(
      { CARRIED_STATE_SECRET: bot.settings.secret },
      { wrapParts: ({ seal }) => ({ store: bot.store(), seal }) },
    );
    const both = () => [...lines(), ...lines(other)];
    await tellDue();
    for (let hour = 0; hour < 6; hour += 1) {
      for (const one of bots) one.clock.forward(hourMs);
      await Promise.all([tellDue(), other.run('waitingLines'), tellDue()]);
      await give();
    }
    expect(both()).toHaveLength(1);
    for (const one of bots) one.clock.forward(24 * hourMs);
    await Promise.all([tellDue(), other.run('waitingLines')]);
    expect(both()).toHaveLength(2);
  });

  it('comes once where the case is given by a request that comes twice', async () => {
    const record = await saved();
    const request = { ...change(record), to: given.objectId };
    await giver.call('case.assign', request);
    await atTheNextHour();
    bot.clock.forward(24 * hourMs);
    await giver.call('case.assign', request);
    await atTheNextHour();
    expect(lines()).toHaveLength(1);
  });

  it('comes to a colleague whose case somebody takes, with a reason that they can read', async () => {
    const record = await saved({ assignee: toPersonId(given.objectId) });
    const taking = { ...change(record), to: giver.objectId };
    expect(await giver.refusal('case.assign', taking)).toEqual({ code: 'notAllowed', why: 'noReasonToTake' });
    const unread = { ...taking, words: { ...words, for: 'self' as const } };
    expect(await giver.refusal('case.assign', unread)).toEqual({ code: 'notAllowed', why: 'noReasonToTake' });
    await atTheNextHour();
    expect(asked()).toEqual([]);
    await giver.call('case.assign', { ...taking, words });
    await atTheNextHour();
    expect(asked()).toEqual([given.objectId]);
  });

  it('comes to a colleague whose case goes to nobody or to another, and never without a reason with several at once', async () => {
    const [one, two] = [
      await saved({ assignee: toPersonId(given.objectId) }),
      await saved({ assignee: toPersonId(given.objectId) }),
    ];
    expect(await giver.refusal('case.assign', change(one))).toMatchObject({ why: 'noReasonToTake' });
    const asking = { caseId: two.caseId, request: newRequestId(), from: given.objectId };
    for (const to of [giver.objectId, third.objectId]) {
      const several = await giver.call('bulk.give', { cases: [{ ...asking, request: newRequestId() }], to });
      expect(several.outcomes.map(({ outcome }) => outcome)).toEqual(['reasonNeeded']);
    }
    await giver.call('case.assign', { ...change(two), to: third.objectId, words });
    await atTheNextHour();
    expect(asked().toSorted()).toEqual([given.objectId, third.objectId].toSorted());
  });

  it('comes once a day where one case goes to and fro all morning', async () => {
    let { caseId, revision } = await saved();
    for (let turn = 0; turn < 60; turn += 1) {
      const to = turn % 2 === 0 ? given.objectId : third.objectId;
      bot.clock.forward(3 * 60_000);
      const answer = await giver.call('case.assign', { caseId, revision, request: newRequestId(), to, words });
      ({ caseId, revision } = answer.case.record);
      await tellDue();
    }
    await atTheNextHour();
    expect(asked().toSorted()).toEqual([given.objectId, third.objectId].toSorted());
  });

  it('does not come to whoever has looked meanwhile', async () => {
    await give();
    await tellDue();
    await given.call('cases.list', { filter: {} });
    await atTheNextHour();
    expect(asked()).toEqual([]);
    await give();
    await atTheNextHour();
    expect(asked()).toEqual([given.objectId]);
  });

  it('comes in the language that somebody chose, and not where they turned it off', async () => {
    expect(await given.call('line.mine', {})).toEqual({ isOn: true, choice: 'en' });
    await given.call('line.choose', { choice: 'cy' });
    await give();
    await atTheNextHour();
    expect(lines()[0]).toContain('Mae gennych rywbeth i’w wneud yn Candour');
    await third.call('line.choose', { choice: 'off' });
    await give(third.objectId);
    await atTheNextHour();
    expect(asked()).toEqual([given.objectId]);
    expect(await third.call('line.mine', {})).toEqual({ isOn: true, choice: 'off' });
  });

  it('is gone where somebody turns it off while it is due', async () => {
    await give();
    await tellDue();
    await given.call('line.choose', { choice: 'off' });
    await atTheNextHour();
    expect(asked()).toEqual([]);
  });

  it('is never sent where the force wants none', async () => {
    await bot.stop();
    bots = [];
    await begin({ WAITING_LINES: 'no' });
    await give();
    await atTheNextHour();
    expect(asked()).toEqual([]);
    expect((await kept(given.objectId))?.line).toBeUndefined();
    expect(await given.call('line.mine', {})).toMatchObject({ isOn: false });
  });

  it('does not come to somebody who holds no role any more', async () => {
    await give();
    await tellDue();
    await bot.restart({ ROLE_HANDLERS: people[0] });
    bot.clock.forward(32 * 24 * hourMs);
    await tellDue();
    expect(asked()).toEqual([]);
    expect((await kept(given.objectId))?.line?.dueAt).toBeUndefined();
  });
});

describe('a line that Teams does not take', () => {
  it.each([403, 404])('ends calmly where it answers %d: they have not got the app', async (status) => {
    bot.connector.answerTo(given.objectId, status);
    await give();
    await give(third.objectId);
    await atTheNextHour();
    expect(lines()).toHaveLength(1);
    expect(logged()).toContain(`{"event":"lineFailed","code":"http${status}"}`.slice(1, -1));
    expect((await kept(given.objectId))?.line?.dueAt).toBeUndefined();
    bot.connector.answerTo(given.objectId);
    await give();
    await atTheNextHour();
    expect(lines()).toHaveLength(2);
  });

  it.each([403, 404])('ends calmly where their chat answers %d: they have blocked the bot', async (status) => {
    bot.connector.answerTo('You have something to do', status);
    await give();
    await atTheNextHour();
    await atTheNextHour();
    expect(asked()).toEqual([given.objectId]);
    expect((await kept(given.objectId))?.line?.dueAt).toBeUndefined();
    bot.connector.answerTo('You have something to do');
    // None was sent today: what comes next is told.
    await give();
    await atTheNextHour();
    expect(lines()).toHaveLength(1);
  });

  it.each(['', '<html></html>', 'null', '[]', '{}', '{"id":7}', '{"id":""}', '{"id":"19:acu@thread.tacv2"}'])(
    'goes into no other place, and keeps nobody else waiting, where the answer for their chat is %p',
    async (text) => {
      bot.connector.answerTo(given.objectId, { status: 201, text });
      await give();
      await give(third.objectId);
      await atTheNextHour();
      expect(asked()).toHaveLength(2);
      expect(lines()).toHaveLength(1);
      expect((await kept(given.objectId))?.line).toMatchObject({ dueAt: '2026-11-24T11:00:00.000Z', attempts: 1 });
      expect((await kept(third.objectId))?.line?.dueAt).toBeUndefined();
      bot.connector.answerTo(given.objectId);
      await atTheNextHour();
      expect(lines()).toHaveLength(2);
    },
  );

  it('comes although the channel of the alerts is lost', async () => {
    bot.connector.answerTo('19:acu@thread.tacv2', 404);
    const { caseId } = createCase();
    const alert = createAlert(caseId, { dueAt: bot.clock.now().toISOString() });
    await bot.store().cases.create(createCase({ tenantId, caseId }), alert, [firstEvent(caseId)]);
    await bot.run('alerts');
    await give();
    await atTheNextHour();
    expect(bot.connector.posts.filter(({ conversationId }) => conversationId.startsWith('19:acu@'))).toEqual([]);
    expect(lines()).toHaveLength(1);
  });

  it.each([429, 503, 'reset'] as const)(
    'is tried again at the next full hour where no chat came (%p)',
    async (answer) => {
      bot.connector.answerTo(given.objectId, answer);
      await give();
      await atTheNextHour();
      expect((await kept(given.objectId))?.line?.dueAt).toBe('2026-11-24T11:00:00.000Z');
      bot.connector.answerTo(given.objectId);
      bot.clock.forward(hourMs);
      await tellDue();
      expect(lines()).toHaveLength(1);
    },
  );

  it('waits for the next day where it may have arrived', async () => {
    bot.connector.answerTo('You have something to do', 'accept-then-reset');
    await give();
    await atTheNextHour();
    await atTheNextHour();
    await atTheNextHour();
    expect(lines()).toHaveLength(1);
    bot.connector.answerTo('You have something to do');
    bot.clock.forward(24 * hourMs);
    await tellDue();
    expect(lines()).toHaveLength(2);
    await atTheNextHour();
    expect(lines()).toHaveLength(2);
  });

  it('keeps no other line and no alert waiting', async () => {
    bot.connector.answerTo(given.objectId, 500);
    await give();
    await give(third.objectId);
    const { caseId } = createCase();
    await bot
      .store()
      .cases.create(createCase({ tenantId, caseId }), createAlert(caseId, { dueAt: bot.clock.now().toISOString() }), [
        firstEvent(caseId),
      ]);
    await bot.run('alerts');
    await atTheNextHour();
    expect(asked()).toEqual(expect.arrayContaining([third.objectId]));
    expect(lines()).toHaveLength(1);
    expect(bot.connector.posts.some(({ kind }) => kind === 'create')).toBe(true);
  });
});

/** Everything that the bot's files hold. */
const stored = (): string =>
  readdirSync(bot.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => path.includes('candour.db'))
    .map((path) => readFileSync(path, 'latin1'))
    .join('');

describe('where somebody is', () => {
  it('is kept of nobody: neither of whoever adds the app and reports, nor of whoever is told', async () => {
    const reporter = await newReporter(bot);
    const { objectId } = reporter.teams.person;
    const before = stored();
    // Nobody here opens the identity of a confidential report.
    await sendShortReport(reporter, { ...reporter.report, mode: 'notKept' });
    await bot.tab({ objectId }).call('me', {});
    await give();
    await atTheNextHour();
    expect(lines()).toHaveLength(1);
    expect(before).not.toContain(objectId);
    expect(stored()).not.toContain(objectId);
    expect(stored() + logged() + JSON.stringify(bot.connector.posts)).not.toContain(reporter.canary);
    expect(await bot.store().people.all()).toHaveLength(3);
    const [sent] = bot.connector.posts.filter(({ kind }) => kind === 'send');
    expect(stored()).not.toContain(sent?.conversationId ?? 'none');
    for (const id of [...people, objectId]) expect(logged()).not.toContain(id);
  });

  it('is asked of nobody without a role, whoever a case is said to be with', async () => {
    const reporter = createTeamsClient(bot);
    await reporter.install();
    const record = await saved();
    const { objectId } = reporter.person;
    expect(await giver.refusal('case.assign', { ...change(record), to: objectId })).toMatchObject({
      code: 'notAllowed',
      why: 'noSuchPerson',
    });
    await atTheNextHour();
    expect(asked()).toEqual([]);
    expect(await kept(objectId)).toBeUndefined();
  });
});
