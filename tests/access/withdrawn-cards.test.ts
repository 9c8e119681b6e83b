import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { verifyCase } from '../../core/casework/integrity-verification.ts';
import type { CaseId } from '../../core/model/case-id.ts';
import { digestOfSeal } from '../../core/model/digests.ts';
import { keyGeneration } from '../support/access/key-generation.ts';
import { newReporter, type Reporter, sendFullReport, comeBackAndAdd } from '../support/journeys/reporter.ts';
import { parseCardCode, readSavedCase } from '../support/journeys/saved-case.ts';
import { newRequestId, type TabClient } from '../support/journeys/tab-client.ts';
import { createSealText } from '../support/seals/create-seal.ts';
import { createSealedCard } from '../support/subjects/sealed-cards.ts';
import { setUpSharedBot } from '../support/journeys/set-up-bot.ts';

const words = { for: 'handlers', sealed: createSealText('It is the other sergeant.') } as const;

const bot = setUpSharedBot({ entryPoint: 'dialog', environment: {} });
let one: TabClient;
let two: TabClient;
let three: TabClient;
let reserve: TabClient;
let reporter: Reporter;
let code: string;
let caseId: CaseId;
/** The digests of the card that was written first, and of the one that took its place. */
let former: string;
let present: string;

const record = async () => {
  const found = await bot.store().cases.read(caseId);
  if (found === undefined) throw new Error('the case is gone');
  return found.value;
};
const change = async () => ({ caseId, request: newRequestId(), revision: (await record()).revision });
const read = (tab: TabClient) => tab.call('case.consult', { caseId });
async function keep(tab: TabClient): Promise<string> {
  const standing = (await record()).subjectCard;
  const card = createSealedCard((standing?.version ?? 0) + 1, keyGeneration(bot, 'handler'));
  const replaces = standing && { replaces: digestOfSeal(standing.sealed) };
  await tab.call('case.keepSubjects', { ...(await change()), card, ...replaces });
  return digestOfSeal(card.sealed);
}
const asking = async (of = former) => ({ ...(await change()), of, words });
const ask = async (tab: TabClient, of = former) => tab.call('case.askCardWithdrawal', await asking(of));
const agreeing = async (of = former) => ({ ...(await change()), of });
const agree = async (tab: TabClient, of = former) => tab.call('case.withdrawCard', await agreeing(of));
/** The cards of the case that are handed out to be compared. */
const matching = async (tab = one): Promise<readonly string[]> => {
  const { cards, former: others = [] } = await tab.call('subjects.cards', {});
  return [...cards, ...others].filter((card) => card.caseId === caseId).map(({ card }) => digestOfSeal(card.sealed));
};
const doubts = async () =>
  (await bot.store().history.readAll(caseId))
    .filter(({ kind, detail }) => kind === 'doubted' && detail?.withdrawal !== undefined)
    .map(({ by, detail }) => [typeof by === 'object' ? by.objectId : by, detail]);
const leaveList = (tab: TabClient) => bot.tab({ objectId: tab.objectId, roles: [] }).send('me', {});
const refused = (why: string, gates?: readonly string[]) => ({ code: 'notAllowed', why, ...(gates && { gates }) });

/** The reporter comes back with their code and adds something. */
const add = (text: string): Promise<void> => comeBackAndAdd(reporter.teams, code, text);

beforeEach(async () => {
  bot.clock.forward(60_000);
  one = bot.tab({ objectId: randomUUID(), roles: ['handler'] });
  two = bot.tab({ objectId: randomUUID(), roles: ['handler'] });
  three = bot.tab({ objectId: randomUUID(), roles: ['handler'] });
  reserve = bot.tab({ objectId: randomUUID(), roles: ['reserve'] });
  for (const tab of [one, two, three, reserve]) await tab.call('me', {});
  reporter = await newReporter(bot);
  await sendFullReport({ teams: reporter.teams }, reporter.report);
  code = parseCardCode(reporter.teams.card());
  caseId = (await readSavedCase(bot, reporter.teams.card())).record.caseId;
  former = await keep(one);
  present = await keep(two);
});

describe('a subject card that is wrong', () => {
  it('matches no more once a second person who has read the reason agrees, and stays in the case as withdrawn', async () => {
    await read(one);
    await ask(one);
    expect(await matching()).toEqual([present, former]);
    await read(two);
    expect(await two.call('case.view', { caseId })).toMatchObject({
      record: { cardWithdrawal: { of: former, by: one.objectId }, formerCards: [{ digest: former, version: 1 }] },
    });
    await agree(two);
    expect(await matching()).toEqual([present]);
    expect(await doubts()).toEqual([
      [one.objectId, { of: former, version: 1, withdrawal: 'asked' }],
      [two.objectId, { of: former, version: 1, withdrawal: 'agreed' }],
    ]);
    const { record: shown } = await two.call('case.view', { caseId });
    expect(shown).toMatchObject({ withdrawnCards: [former], formerCards: [{ digest: former }] });
    expect(shown.cardWithdrawal).toBeUndefined();
    const handed = await read(three);
    expect(handed.record.formerCards?.map(({ sealed }) => digestOfSeal(sealed))).toEqual([former]);
    expect(verifyCase(await record(), await bot.store().history.readAll(caseId))).toBe('whole');
  });

  it('is withdrawn as the one that stands as well, and a card that is written after it matches', async () => {
    await read(one);
    await ask(one, present);
    await read(two);
    await agree(two, present);
    expect(await matching()).toEqual([former]);
    const next = await keep(one);
    expect(await matching()).toEqual([next, former]);
  });

  it('is withdrawn by nobody alone, however often they ask', async () => {
    await read(one);
    expect(await one.refusal('case.withdrawCard', await agreeing())).toEqual(refused('notAsked'));
    await ask(one);
    await read(one);
    expect(await one.refusal('case.withdrawCard', await agreeing())).toEqual(refused('ownWork'));
    expect(await one.refusal('case.askCardWithdrawal', await asking())).toEqual(refused('state'));
    await one.call('case.refuseCardWithdrawal', await agreeing());
    await ask(one);
    await read(one);
    expect(await one.refusal('case.withdrawCard', await agreeing())).toEqual(refused('ownWork'));
    expect(await matching()).toEqual([present, former]);
  });

  it('is withdrawn by nobody who has not opened the case since it was asked for, nor asked for by one who has not', async () => {
    expect(await one.refusal('case.askCardWithdrawal', await asking())).toEqual(refused('state', ['agreementUnread']));
    await read(two);
    await read(one);
    await ask(one);
    expect(await two.refusal('case.withdrawCard', await agreeing())).toEqual(refused('state', ['agreementUnread']));
    expect(await matching()).toEqual([present, former]);
  });

  it('is asked for anew once the reporter has written: neither has read what they say of it', async () => {
    await read(one);
    await ask(one);
    await add('It is that sergeant, I am sure.');
    await read(two);
    expect((await two.call('case.view', { caseId })).record.cardWithdrawal).toBeUndefined();
    expect(await two.refusal('case.withdrawCard', await agreeing())).toEqual(refused('notAsked'));
    // And what was read before they wrote is not enough to ask for it.
    expect(await three.refusal('case.askCardWithdrawal', await asking())).toMatchObject({ gates: ['agreementUnread'] });
    await ask(two);
    expect(await matching()).toEqual([present, former]);
  });

  it('stays if the person who asked holds the role no more, or was shut out, also once they are let in again', async () => {
    await read(one);
    await ask(one);
    await read(two);
    await leaveList(one);
    expect(await two.refusal('case.withdrawCard', await agreeing())).toEqual(refused('notAsked'));
    await read(three);
    await ask(three);
    const person = { caseId, person: three.objectId, words: { ...words, for: 'oversight' as const } };
    await two.call('case.excludePerson', { ...person, request: newRequestId() });
    await one.send('me', {});
    await one.call('case.readmitPerson', { ...person, request: newRequestId() });
    await read(two);
    expect(await two.refusal('case.withdrawCard', await agreeing())).toEqual(refused('notAsked'));
    expect(await matching()).toEqual([present, former]);
  });

  it('is withdrawn by nobody who lost the role, is shut out, or handles no such cases', async () => {
    await read(one);
    await ask(one);
    await read(two);
    const asked = await agreeing();
    await leaveList(two);
    expect((await bot.tab({ objectId: two.objectId, roles: [] }).send('case.withdrawCard', asked)).status).toBe(403);
    expect((await reserve.send('case.withdrawCard', asked)).status).toBe(403);
    await read(three);
    await one.call('case.excludePerson', {
      caseId,
      request: newRequestId(),
      person: three.objectId,
      words: { ...words, for: 'oversight' },
    });
    expect((await three.send('case.withdrawCard', await agreeing())).status).toBe(403);
    expect(await matching()).toEqual([present, former]);
  });

  it('is named by its digest: another card, one that is no card of the case, or words in clear are refused', async () => {
    await read(one);
    expect(await one.refusal('case.askCardWithdrawal', await asking(digestOfSeal('AAAA')))).toEqual(
      refused('olderCard'),
    );
    const bare = { ...(await asking()), words: { for: 'handlers' as const, sealed: btoa('It is him') } };
    expect((await one.send('case.askCardWithdrawal', bare)).status).toBe(400);
    const { words: _none, ...without } = await asking();
    expect((await one.send('case.askCardWithdrawal', without)).status).toBe(400);
    await ask(one);
    await read(two);
    expect(await two.refusal('case.withdrawCard', await agreeing(present))).toEqual(refused('notAsked'));
    // A message that is set aside is no card.
    const aside = { caseId, request: newRequestId(), of: former, words };
    expect(await two.refusal('case.setAsideMessage', aside)).toEqual(refused('noSuchText'));
    // What somebody saw before another changed the case is not carried out.
    const late = await agreeing();
    await keep(three);
    expect((await two.send('case.withdrawCard', late)).status).toBe(409);
    expect(await matching()).toContain(former);
  });

  it('waits for a second person in the list of everybody else, until it is withdrawn or refused', async () => {
    const waits = async (tab: TabClient) =>
      (await tab.call('cases.list', { filter: { attention: 'second' } })).rows.some(
        ({ figures }) => figures.caseId === caseId,
      );
    await read(one);
    await ask(one);
    expect([await waits(one), await waits(two)]).toEqual([false, true]);
    await two.call('case.refuseCardWithdrawal', { ...(await agreeing()), words });
    expect(await waits(two)).toBe(false);
    expect(await two.refusal('case.withdrawCard', await agreeing())).toEqual(refused('notAsked'));
    expect((await doubts()).at(-1)).toEqual([two.objectId, { of: former, version: 1, withdrawal: 'refused' }]);
  });

  it('is done once for a request that is sent a thousand times, and for two people at once', async () => {
    await read(one);
    const first = await asking();
    await Promise.all(Array.from({ length: 5 }, () => one.send('case.askCardWithdrawal', first)));
    await read(two);
    await read(three);
    const second = await agreeing();
    const third = { ...second, request: newRequestId() };
    await Promise.all([
      two.send('case.withdrawCard', second),
      three.send('case.withdrawCard', third),
      two.send('case.withdrawCard', second),
    ]);
    expect((await doubts()).map(([, detail]) => detail)).toMatchObject([
      { withdrawal: 'asked' },
      { withdrawal: 'agreed' },
    ]);
    expect((await record()).withdrawnCards).toEqual([former]);
  });
});
