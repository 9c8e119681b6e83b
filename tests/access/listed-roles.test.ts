import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { toPersonId } from '../../core/model/roles.ts';
import { createCase } from '../support/contracts/records.ts';
import { developmentPeople } from '../../development/development-tenant.ts';
import { newRequestId } from '../support/journeys/tab-client.ts';
import { createSealText } from '../support/seals/create-seal.ts';
import { setUpSharedBot } from '../support/journeys/set-up-bot.ts';
import { saveCase } from '../support/journeys/save-case.ts';
import { type CaseRecord } from '../../core/model/case-record.ts';

const refused = { status: 403, text: '{"code":"refused"}' };
const one = developmentPeople.handler;
const leaver = developmentPeople.secondHandler;

const bot = setUpSharedBot({ entryPoint: 'dialog', environment: { ROLE_HANDLERS: `${one} ${leaver}` } });

const saved = async (differences: Partial<CaseRecord> = {}) => (await saveCase(bot, differences)).caseId;

describe('a role on which a promise rests', () => {
  it.each(['handler', 'custodian', 'reserve', 'supervisor'] as const)(
    'is not held by a token that says %s alone',
    async (role) => {
      const tab = bot.tab({ objectId: randomUUID(), name: 'By Entra', roles: [role, 'admin'], listed: false });
      const { caseId } = { caseId: await saved({ handledBy: role === 'reserve' ? 'reserve' : 'acu' }) };
      expect((await tab.call('me', {})).roles).toEqual(['admin']);
      expect(await tab.send('case.view', { caseId })).toMatchObject(refused);
      expect(await tab.send('identity.list', {})).toMatchObject(refused);
      expect(await tab.send('keys.wrap', { envelopes: [] })).toMatchObject(refused);
      expect(bot.log.at(-1) ?? '').not.toContain(tab.objectId);
      expect(bot.log.join('')).toContain('"event":"roleNotListed"');
      const colleague = bot.tab({ objectId: one });
      const own = await saved();
      expect(
        (await colleague.call('case.view', { caseId: own })).assignable.map(({ objectId }) => objectId),
      ).not.toContain(tab.objectId);
      expect((await colleague.call('keys.people', {})).people.map(({ objectId }) => objectId)).not.toContain(
        tab.objectId,
      );
    },
  );
});

describe('somebody who left yesterday', () => {
  it('has asked for no identity: nothing opens by it, and a colleague asks anew', async () => {
    const words = { for: 'custodians', sealed: createSealText('a reason') } as const;
    const caseId = await saved({ mode: 'confidential', sealedIdentity: createSealText('who') });
    const entry = () => ({ caseId, request: newRequestId(), words });
    const page = bot.tab({ objectId: leaver });
    const custodian = bot.tab({ objectId: developmentPeople.custodian });
    const colleague = bot.tab({ objectId: one });
    await page.call('case.askIdentity', { ...entry(), withheld: true });
    const { request } = await custodian.call('identity.consider', { caseId, request: newRequestId() });
    const asked = async () => (await custodian.call('identity.list', {})).rows.filter((row) => row.caseId === caseId);
    expect(await asked()).toHaveLength(1);

    await bot.restart({ ROLE_HANDLERS: one });
    expect(await asked()).toEqual([]);
    const opening = { ...entry(), of: request.reason };
    expect(await custodian.refusal('identity.open', opening)).toEqual({ code: 'notAllowed', why: 'otherRequest' });
    expect((await colleague.call('case.view', { caseId })).record.identityAsked).toBeUndefined();
    await colleague.call('case.askIdentity', {
      ...entry(),
      words: { ...words, sealed: createSealText('another reason') },
    });
    expect((await asked()).map((row) => row.request.by)).toEqual([one]);
    await bot.restart({ ROLE_HANDLERS: `${one} ${leaver}` });
  });

  it('is no colleague to whom a case is left, whatever their open page and their token say', async () => {
    const caseId = await saved();
    const page = bot.tab({ objectId: leaver, name: 'Leaver', roles: ['handler'], listed: false });
    const colleague = bot.tab({ objectId: one });
    expect((await page.call('case.view', { caseId })).assignable.map(({ objectId }) => objectId)).toContain(leaver);
    await page.call('case.consult', { caseId });
    await colleague.call('me', {});

    await bot.restart({ ROLE_HANDLERS: one });
    bot.clock.forward(24 * 60 * 60_000);
    const stays = await saved();
    expect(await page.send('case.view', { caseId })).toMatchObject(refused);
    expect(await page.send('cases.list', { filter: {} })).toMatchObject(refused);
    expect((await colleague.call('case.view', { caseId })).assignable.map(({ objectId }) => objectId)).toEqual([one]);
    const given = { caseId: stays, request: newRequestId(), revision: createCase().revision, to: toPersonId(leaver) };
    expect(await colleague.refusal('case.assign', given)).toEqual({ code: 'notAllowed', why: 'noSuchPerson' });

    // The last handler who is there leaves: the case does not wait for the one who has gone.
    expect(await colleague.call('case.declareConflict', { caseId, request: newRequestId() })).toEqual({ out: true });
    const reserve = bot.tab({ objectId: developmentPeople.reserve });
    expect((await reserve.send('case.view', { caseId })).status).toBe(200);
  });
});
