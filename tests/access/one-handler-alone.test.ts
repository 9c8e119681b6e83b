import { randomBytes, randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { translate } from '../../words/cards/translate.ts';
import type { CaseId } from '../../core/model/case-id.ts';
import type { CaseRecord } from '../../core/model/case-record.ts';
import { toPersonId } from '../../core/model/roles.ts';
import type { OperationRequest } from '../../contract/operations.ts';
import { createCase } from '../support/contracts/records.ts';
import { waitFor } from '../support/journeys/wait-for.ts';
import { channels } from '../support/journeys/bot-settings.ts';
import { createSealText } from '../support/seals/create-seal.ts';
import { newRequestId, type TabClient } from '../support/journeys/tab-client.ts';
import { setUpSharedBot } from '../support/journeys/set-up-bot.ts';
import { saveCase } from '../support/journeys/save-case.ts';

const ids = { one: randomUUID(), two: randomUUID(), reserve: randomUUID(), other: randomUUID() };
const canary = `canary-${randomBytes(8).toString('hex')}`;
const sealed = createSealText(canary);
const why = { for: 'oversight', sealed } as const;
const refused = { status: 403, text: '{"code":"refused"}' };

const bot = setUpSharedBot({
  entryPoint: 'dialog',
  environment: { ROLE_HANDLERS: `${ids.one},${ids.two}`, ROLE_RESERVE: `${ids.reserve},${ids.other}` },
});
let one: TabClient;
let two: TabClient;
let reserve: TabClient;
let caseId: CaseId;

const saved = async (differences: Partial<CaseRecord> = {}): Promise<CaseId> =>
  (await saveCase(bot, differences, { alert: { state: 'posted', dueAt: undefined } })).caseId;

beforeEach(async () => {
  bot.clock.forward(60_000);
  one = bot.tab({ objectId: ids.one });
  two = bot.tab({ objectId: ids.two });
  reserve = bot.tab({ objectId: ids.reserve });
  caseId = await saved();
});

const entry = () => ({ caseId, request: newRequestId() });
const revision = async () => (await bot.store().cases.read(caseId))?.value.revision ?? 0;
const change = async () => ({ ...entry(), revision: await revision() });
const exclude = (): OperationRequest<'case.excludePerson'> => ({ ...entry(), person: ids.two, words: why });
const postsTo = (channelId: string) =>
  bot.connector.posts.filter(({ conversationId }) => conversationId.split(';')[0] === channelId);
const isTold = (text: string) => text.includes(translate('en', 'alert.oversight'));
const timesTold = () => postsTo(channels.reserve).filter(({ activity }) => isTold(JSON.stringify(activity))).length;
const rows = async () => (await reserve.call('oversight.list', {})).rows.filter((row) => row.caseId === caseId);

/** All that one handler did to bury a case that is about them. */
async function buried(): Promise<void> {
  await one.call('case.excludePerson', exclude());
  await one.call('case.acknowledge', entry());
  await one.call('case.triage', {
    ...(await change()),
    category: 'other',
    grading: { source: '2', assessment: 'C', handling: 'P' },
    flags: [],
    regime: 'general',
  });
  await one.call('case.consult', { caseId });
  const words = { for: 'handlers', sealed } as const;
  await one.call('case.close', { ...(await change()), outcome: 'noFurtherAction', answer: 'withheld', words });
}

describe('one handler who would bury a case', () => {
  it('shuts nobody out without a reason that the reserve can read', async () => {
    const { words: _words, ...without } = exclude();
    expect((await one.send('case.excludePerson', without)).status).toBe(400);
    const unread = { ...exclude(), words: { for: 'handlers', sealed } } as const;
    expect(await one.refusal('case.excludePerson', unread)).toEqual({ code: 'notAllowed', why: 'noReason' });
    expect((await two.send('case.view', { caseId })).status).toBe(200);
  });

  it('has the reserve’s channel told at once, and nothing of the case is in that post', async () => {
    const before = timesTold();
    await one.call('case.excludePerson', exclude());
    await waitFor('the reserve is told', () => timesTold() > before || undefined);
    for (const { activity } of bot.connector.posts) {
      const text = JSON.stringify(activity);
      for (const telling of [caseId, canary, sealed, ids.one, ids.two]) expect(text).not.toContain(telling);
    }
    await waitFor('it is noted', () => bot.log.some((line) => line.includes('"alertPosted"')) || undefined);
    expect(bot.log.join('')).not.toContain(caseId);
  });

  it('is seen by the reserve with each step, and a colleague is let in again, who sees all of it', async () => {
    await buried();
    expect(await rows()).toEqual([expect.objectContaining({ isNew: true })]);
    const seen = await reserve.call('oversight.overseeCase', { caseId });
    expect(seen.entries.map(({ kind, by }) => [kind, by])).toEqual([
      ['excluded', { objectId: ids.one }],
      ['closed', { objectId: ids.one }],
    ]);
    expect(seen.entries[0]?.reason?.sealed).toBe(sealed);
    expect(seen.shutOut).toEqual([ids.two]);
    expect(await rows()).toEqual([expect.objectContaining({ isNew: false })]);
    // Nothing else of the case comes to the reserve.
    for (const name of ['case.view', 'case.consult'] as const)
      expect(await reserve.send(name, { caseId })).toMatchObject(refused);
    expect(JSON.stringify(seen)).not.toContain('sealedReport');
    const letIn = { ...entry(), person: ids.two, words: why };
    expect(await reserve.send('case.readmitPerson', letIn)).toMatchObject(refused);

    await reserve.call('oversight.readmitPerson', { ...entry(), person: ids.two, words: why });
    const { events, record } = await two.call('case.view', { caseId });
    expect(record.status).toBe('closed');
    expect(events.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['excluded', 'closed', 'overseen', 'readmitted']),
    );
    await two.call('case.move', { ...(await change()), to: 'reopened' });
  });

  it('is not let off by a repeat: the same request tells once', async () => {
    const body = exclude();
    const [first, again] = [await one.call('case.excludePerson', body), await one.call('case.excludePerson', body)];
    expect([first, again].map((answer) => 'isNew' in answer && answer.isNew)).toEqual([true, false]);
    expect((await reserve.call('oversight.overseeCase', { caseId })).entries).toHaveLength(1);
  });

  it('shuts out nobody whom the reserve would need to be told', async () => {
    await one.call('case.excludePerson', { ...exclude(), person: ids.reserve });
    const last = { ...exclude(), person: ids.other };
    expect(await one.refusal('case.excludePerson', last)).toEqual({ code: 'notAllowed', why: 'noReserve' });
    // Whoever is shut out themselves does not see it; the other does.
    expect(await rows()).toEqual([]);
    expect(await reserve.send('oversight.overseeCase', { caseId })).toMatchObject(refused);
    const other = bot.tab({ objectId: ids.other });
    expect((await other.call('oversight.overseeCase', { caseId })).entries).toHaveLength(1);
  });
});

describe('what the reserve may see', () => {
  it.each([
    ['a case of which it was told nothing', {}],
    ['a case of another tenant', { tenantId: 'another', oversight: { toldOn: createCase().receivedOn } }],
    ['a case of its own', { handledBy: 'reserve', oversight: { toldOn: createCase().receivedOn } }],
    [
      'a case that they are shut out of',
      { excluded: [toPersonId(ids.reserve)], oversight: { toldOn: createCase().receivedOn } },
    ],
  ] as const)('is nothing of %s, as of one that is not there', async (_, standing) => {
    const hidden = await saved(standing);
    const history = await bot.store().history.readAll(hidden);
    for (const which of [hidden, createCase().caseId]) {
      expect(await reserve.send('oversight.overseeCase', { caseId: which })).toMatchObject(refused);
      if ('handledBy' in standing) continue;
      const letIn = { caseId: which, request: newRequestId(), person: ids.two, words: why };
      expect(await reserve.send('oversight.readmitPerson', letIn)).toMatchObject(refused);
    }
    expect(await bot.store().history.readAll(hidden)).toEqual(history);
  });

  it('is in pages, and a page that was made up is refused', async () => {
    expect((await reserve.send('oversight.list', { after: 'made up' })).status).toBe(400);
    expect((await reserve.send('oversight.list', { filter: {} })).status).toBe(400);
  });
});

describe('the last of the reserve', () => {
  it('cannot leave a case with nobody, and nothing of it changes', async () => {
    caseId = await saved({ handledBy: 'reserve' });
    await bot.tab({ objectId: ids.other }).call('case.declareConflict', entry());
    const before = await bot.store().history.readAll(caseId);
    expect(await reserve.refusal('case.declareConflict', entry())).toEqual({ code: 'notAllowed', why: 'lastOne' });
    expect(await bot.store().history.readAll(caseId)).toEqual(before);
    // The way on: somebody who comes with the role is known from then on.
    const third = bot.tab({ objectId: randomUUID(), roles: ['reserve'] });
    await third.call('me', {});
    expect(await reserve.call('case.declareConflict', entry())).toEqual({ out: true });
    expect((await third.send('case.view', { caseId })).status).toBe(200);
  });
});
