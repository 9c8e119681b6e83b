import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CaseId } from '../../core/model/case-id.ts';
import { partnerAnswers, savePartnerCase } from '../support/journeys/partner-case.ts';
import { newReporter, sendFullReport } from '../support/journeys/reporter.ts';
import { readSavedCase } from '../support/journeys/saved-case.ts';
import { createSealText } from '../support/seals/create-seal.ts';
import { newRequestId, type TabClient } from '../support/journeys/tab-client.ts';
import { setUpSharedBot } from '../support/journeys/set-up-bot.ts';

const sealed = createSealText('sealed in the page');
const canary = 'Words of a person whom nobody names, marked';

const bot = setUpSharedBot({ entryPoint: 'dialog', environment: { MESSAGES_TO_REPORTERS: 'yes' } });
let handler: TabClient;
let other: TabClient;
beforeAll(() => {
  handler = bot.tab({ objectId: randomUUID(), roles: ['handler'] });
  other = bot.tab({ objectId: randomUUID(), roles: ['handler'] });
});
beforeEach(() => bot.clock.forward(60_000));

const message = (caseId: CaseId) => ({
  caseId,
  request: newRequestId(),
  id: newRequestId(),
  number: 1,
  sealed,
  confirmed: true,
});
const refused = { status: 409, text: JSON.stringify({ code: 'notAllowed', why: 'contact' }) };
const sentIn = async (caseId: CaseId) =>
  (await bot.store().history.readAll(caseId)).filter(({ kind }) => kind === 'messageToReporter');

describe('a message on a case of the hub, by whoever speaks to the server without the page', () => {
  it('is refused where contact was not confirmed, and odd where it is confirmed by anything but the one word', async () => {
    const { caseId } = await savePartnerCase(bot, { ...partnerAnswers, what: canary });
    await handler.call('case.consult', { caseId });
    expect(await handler.send('case.messageReporter', message(caseId))).toMatchObject(refused);
    for (const confirmedContact of [false, 'true', 1, null, {}]) {
      const { status } = await handler.send('case.messageReporter', { ...message(caseId), confirmedContact });
      expect(status).toBe(400);
    }
    const more = { ...message(caseId), confirmedContact: true, rules: canary };
    expect((await handler.send('case.messageReporter', more)).status).toBe(400);
    expect(await sentIn(caseId)).toEqual([]);
    expect(bot.log.join('\n')).not.toContain(canary);
  });

  it('is refused to whoever has not opened the report, or not since it was added to', async () => {
    const hub = await savePartnerCase(bot);
    const { caseId } = hub;
    const body = { ...message(caseId), confirmedContact: true };
    await handler.call('case.view', { caseId });
    expect(await handler.send('case.messageReporter', body)).toMatchObject(refused);
    await handler.call('case.consult', { caseId });
    expect(await other.send('case.messageReporter', body)).toMatchObject(refused);
    await hub.add('They do not agree any more.', 'consentWithdrawn');
    expect(await handler.send('case.messageReporter', body)).toMatchObject(refused);
    await handler.call('case.consult', { caseId });
    expect((await handler.send('case.messageReporter', body)).status).toBe(200);
    // The same request again is the same message, and stands once.
    expect((await handler.send('case.messageReporter', body)).status).toBe(200);
    expect(await sentIn(caseId)).toMatchObject([{ detail: { confirmedContact: true } }]);
  });

  it('confirms nothing for another case: neither one of the hub nor one of staff', async () => {
    const [first, second] = [await savePartnerCase(bot), await savePartnerCase(bot)];
    await handler.call('case.consult', { caseId: first.caseId });
    const body = { ...message(first.caseId), confirmedContact: true };
    expect((await handler.send('case.messageReporter', body)).status).toBe(200);
    expect(await handler.send('case.messageReporter', { ...body, caseId: second.caseId })).toMatchObject(refused);
    const { teams, report } = await newReporter(bot);
    await sendFullReport({ teams }, report);
    const { caseId } = (await readSavedCase(bot, teams.card())).record;
    await handler.call('case.consult', { caseId });
    expect(await handler.send('case.messageReporter', { ...body, caseId })).toMatchObject(refused);
    expect((await handler.send('case.messageReporter', message(caseId))).status).toBe(200);
    expect(await sentIn(second.caseId)).toEqual([]);
  });

  it('shows the kind of organisation to whoever may see the case, and in no list', async () => {
    const { caseId } = await savePartnerCase(bot, { conflict: 'no', what: canary }, { partnerType: 'health' });
    const view = await handler.call('case.view', { caseId });
    expect(view.record.partnerType).toBe('health');
    const { rows } = await handler.call('cases.list', { filter: {} });
    expect(rows.some(({ figures }) => figures.caseId === caseId)).toBe(true);
    expect(JSON.stringify(rows)).not.toContain('partnerType');
    const nobody = bot.tab({ objectId: randomUUID(), roles: ['custodian'] });
    expect((await nobody.send('case.view', { caseId })).status).toBe(403);
  });
});
