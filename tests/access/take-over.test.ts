import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { CaseRecord } from '../../core/model/case-record.ts';
import { developmentPeople } from '../../development/development-tenant.ts';
import { translate } from '../../words/cards/translate.ts';
import { createCase } from '../support/contracts/records.ts';
import { channels } from '../support/journeys/bot-settings.ts';
import { newRequestId, type TabClient } from '../support/journeys/tab-client.ts';
import { createSealText } from '../support/seals/create-seal.ts';
import { setUpBot } from '../support/journeys/set-up-bot.ts';
import { saveCase } from '../support/journeys/save-case.ts';

const { handler, secondHandler, reserve, secondReserve, custodian, admin } = developmentPeople;
const thirdReserve = randomUUID();
const why = { for: 'oversight', sealed: createSealText('why') } as const;
const ROLE_HANDLERS = `${handler} ${secondHandler}`;
const ROLE_RESERVE = `${reserve} ${secondReserve} ${thirdReserve}`;

const bot = setUpBot({ entryPoint: 'dialog', environment: { ROLE_HANDLERS, ROLE_RESERVE, ALERT_TIMING: 'atOnce' } });
let unseen: CaseRecord;
beforeEach(async () => {
  unseen = await saved({ excluded: [handler, secondHandler] });
});

const saved = (differences: Partial<CaseRecord>) => saveCase(bot, differences);
const tab = (objectId: string): TabClient => bot.tab({ objectId });
const record = async () => (await bot.store().cases.read(unseen.caseId))?.value;
const listed = async (objectId: string) =>
  (await tab(objectId).call('oversight.list', {})).rows.map(({ caseId }) => caseId);
/** Asks, or agrees to what a colleague asked; the code that came back, or that it is done. */
async function takeOver(objectId: string, of?: string, caseId = unseen.caseId): Promise<unknown> {
  const body = { caseId, request: newRequestId(), words: why, ...(of && { of }) };
  const { status, text } = await tab(objectId).send('oversight.takeOver', body);
  const answer: { readonly code?: string; readonly why?: string } = JSON.parse(text);
  return status === 200 ? answer : (answer.why ?? answer.code);
}

describe('a case of the unit that nobody on its list may see', () => {
  it('is taken over by two of the reserve, who are told, and lifts nobody’s exclusion', async () => {
    const seen = await saved({ excluded: [handler] });
    expect(await listed(reserve)).toEqual([unseen.caseId]);
    const before = await tab(reserve).call('oversight.overseeCase', { caseId: unseen.caseId });
    expect(before).toMatchObject({ takeover: {} });
    expect(JSON.stringify(before)).not.toContain(unseen.sealedReport);
    expect(await takeOver(reserve)).toEqual({ taken: false });
    // One person does not do both, and asking twice is asking once.
    expect(await takeOver(reserve, reserve)).toBe('ownWork');
    expect(await takeOver(reserve)).toEqual({ taken: false });
    expect((await record())?.handledBy).toBe('acu');
    await bot.run('alerts');
    const told = bot.connector.posts.filter(({ conversationId }) => conversationId.startsWith(channels.reserve));
    expect(JSON.stringify(told)).toContain(translate('en', 'alert.oversight'));
    expect(JSON.stringify(told)).not.toContain(unseen.caseId);
    expect(await tab(secondReserve).call('oversight.overseeCase', { caseId: unseen.caseId })).toMatchObject({
      takeover: { by: reserve },
      entries: [{ kind: 'decided', detail: { takeover: true }, reason: { sealed: why.sealed } }],
    });
    expect(await takeOver(secondReserve, reserve)).toEqual({ taken: true });
    expect(await record()).toMatchObject({ handledBy: 'reserve', excluded: [handler, secondHandler] });
    expect((await record())?.takeover).toBeUndefined();
    const events = await bot.store().history.entries(unseen.caseId, {});
    expect(events.map(({ kind, by }) => [kind, by]).slice(-1)).toEqual([
      ['movedToReserve', { objectId: secondReserve }],
    ]);
    await tab(thirdReserve).call('case.view', { caseId: unseen.caseId });
    expect((await tab(handler).send('case.view', { caseId: unseen.caseId })).status).toBe(403);
    expect(await listed(reserve)).not.toContain(seen.caseId);
  });

  it.each([
    ['a handler who is shut out', handler],
    ['a custodian', custodian],
    ['an admin', admin],
    ['somebody without a role', randomUUID()],
  ])('is not taken over by %s, who learns nothing of it', async (_, who) => {
    expect(await takeOver(who)).toBe('refused');
    await takeOver(reserve);
    expect(await takeOver(who, reserve)).toBe('refused');
    expect((await record())?.handledBy).toBe('acu');
  });

  it('is neither asked for nor agreed to by one of the reserve who is shut out of it', async () => {
    unseen = await saved({ excluded: [handler, secondHandler, reserve] });
    expect(await listed(reserve)).not.toContain(unseen.caseId);
    expect(await takeOver(reserve)).toBe('refused');
    expect(await takeOver(secondReserve)).toEqual({ taken: false });
    expect(await takeOver(reserve, secondReserve)).toBe('refused');
    expect(await takeOver(thirdReserve, secondReserve)).toEqual({ taken: true });
    expect((await tab(reserve).send('case.view', { caseId: unseen.caseId })).status).toBe(403);
  });

  it('is not taken over once somebody of the unit may see it, or whoever asked has left the reserve', async () => {
    await takeOver(reserve);
    await bot.restart({ ROLE_RESERVE: `${secondReserve} ${thirdReserve}` });
    expect(await takeOver(secondReserve, reserve)).toBe('notAsked');
    expect(await takeOver(secondReserve)).toEqual({ taken: false });
    await bot.restart({ ROLE_HANDLERS: `${ROLE_HANDLERS} ${randomUUID()}` });
    expect(await takeOver(thirdReserve, secondReserve)).toBe('state');
    expect(await takeOver(thirdReserve)).toBe('state');
    expect((await record())?.handledBy).toBe('acu');
    await bot.restart();
    expect(await takeOver(thirdReserve, secondReserve)).toEqual({ taken: true });
  });

  it('is one that is there and not erased, and one that somebody may see is refused as what is not there', async () => {
    const seen = await saved({ excluded: [handler] });
    const erased = await saved({ excluded: [handler, secondHandler], erasedOn: unseen.receivedOn, sealedReport: '' });
    for (const { caseId } of [seen, erased, createCase()])
      expect(await takeOver(reserve, undefined, caseId)).toBe('refused');
    expect(await listed(reserve)).toEqual([unseen.caseId]);
  });
});
