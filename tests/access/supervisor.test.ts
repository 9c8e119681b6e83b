import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { CaseRecord } from '../../core/model/case-record.ts';
import type { NewEvent } from '../../core/model/event-record.ts';
import { addDays } from '../../core/model/calendar.ts';
import { toPersonId } from '../../core/model/roles.ts';
import { developmentPeople } from '../../development/development-tenant.ts';
import { today } from '../support/contracts/records.ts';
import { saveCase } from '../support/journeys/save-case.ts';
import { setUpBot } from '../support/journeys/set-up-bot.ts';

const refused = { status: 403, text: '{"code":"refused"}' };
const { handler, secondHandler, supervisor } = developmentPeople;
const ROLE_HANDLERS = `${handler} ${secondHandler}`;
const bot = setUpBot({
  entryPoint: 'dialog',
  environment: { ROLE_HANDLERS, ROLE_SUPERVISORS: supervisor, TRIAGE_TARGET_DAYS: '5' },
});

const saved = (differences: Partial<CaseRecord> = {}, later: readonly NewEvent[] = []) =>
  saveCase(bot, differences, { later });
const openedBy = (objectId: typeof handler): NewEvent => ({
  kind: 'consulted',
  by: { objectId },
  at: bot.clock.now().toISOString(),
});
const lead = () => bot.tab({ objectId: supervisor, name: 'A supervisor' });
const overview = () => lead().call('unit.overview', {});

describe('the unit as its supervisor sees it', () => {
  it('is load and age by person, what waits, the longest without a step, and who opened how many reports', async () => {
    const old = await saved({
      assignee: handler,
      status: 'acknowledged',
      acknowledgedOn: addDays(today, -20),
      receivedOn: addDays(today, -21),
      opened: false,
    });
    await saved({ assignee: handler, status: 'triaged', opened: true, updatedOn: today, unreadMessages: 1 }, [
      openedBy(handler),
      openedBy(secondHandler),
    ]);
    await saved({ status: 'closed', closedOn: today }, [openedBy(handler)]);
    const untaken = await saved();
    const { people, untaken: waiting, untouched } = await overview();
    expect(people.find(({ objectId }) => objectId === handler)).toEqual({
      objectId: handler,
      open: 2,
      oldestOn: addDays(today, -21),
      overdue: 1,
      unopened: 1,
      safetyMissing: 1,
      unread: 1,
      openings: 2,
    });
    expect(people.find(({ objectId }) => objectId === secondHandler)).toMatchObject({ open: 0, openings: 1 });
    expect(waiting).toMatchObject({ open: 1, oldestOn: today });
    expect(untouched[0]).toEqual({
      caseId: old.caseId,
      status: 'acknowledged',
      assignee: handler,
      lastStepOn: addDays(today, -20),
    });
    expect(untouched.map(({ caseId }) => caseId)).toContain(untaken.caseId);
  });

  it('is the same whether or not there are cases of the reserve, or from which the supervisor is shut out', async () => {
    await saved({ assignee: handler }, [openedBy(handler)]);
    const before = await overview();
    const hidden = [
      { handledBy: 'reserve', assignee: developmentPeople.reserve },
      { excluded: [supervisor], assignee: secondHandler, opened: true, status: 'acknowledged' },
      { excluded: [supervisor], identityAsked: { by: handler, on: today, reason: 'digest' } },
      { excluded: [supervisor], erasure: { askedBy: handler, on: today } },
    ] as const;
    for (const one of hidden) await saved(one, [openedBy(handler), openedBy(secondHandler)]);
    expect(await overview()).toEqual(before);
  });

  it('has nothing sealed, and nothing of who reported', async () => {
    await saved({ sealedIdentity: 'c2VhbGVkIGlkZW50aXR5', mode: 'confidential' });
    const { text } = await lead().send('unit.overview', {});
    for (const hidden of ['c2VhbGVk', 'confidential', 'mailbox', 'age1', 'kind"', 'sealed']) {
      expect(text).not.toContain(hidden);
    }
  });

  it('is for a supervisor by the list alone: not for a handler, an admin, a token that says so, or without one', async () => {
    for (const role of ['handler', 'reserve', 'custodian', 'admin', 'summaryAcu'] as const) {
      const tab = bot.tab({ objectId: randomUUID(), roles: [role] });
      expect(await tab.send('unit.overview', {})).toMatchObject(refused);
    }
    const byToken = bot.tab({ objectId: randomUUID(), roles: ['supervisor'], listed: false });
    expect(await byToken.send('unit.overview', {})).toMatchObject(refused);
  });

  it('opens no case, no list, no identity and no key to them', async () => {
    const { caseId } = await saved();
    const tab = lead();
    expect(await tab.send('case.view', { caseId })).toMatchObject(refused);
    expect(await tab.send('case.consult', { caseId })).toMatchObject(refused);
    expect(await tab.send('cases.list', { filter: {} })).toMatchObject(refused);
    expect(await tab.send('identity.list', {})).toMatchObject(refused);
    expect(await tab.send('keys.wrap', { envelopes: [] })).toMatchObject(refused);
  });

  it('is refused to someone whose role ended, with the next step of their open page', async () => {
    const page = lead();
    await page.call('unit.overview', {});
    await bot.restart({ ROLE_SUPERVISORS: '' });
    expect(await page.send('unit.overview', {})).toMatchObject(refused);
    expect((await page.call('me', {})).roles).not.toContain('supervisor');
  });

  it('may be led by someone who handles cases as well', async () => {
    await bot.restart({ ROLE_SUPERVISORS: handler });
    const { caseId } = await saved({ assignee: secondHandler });
    const tab = bot.tab({ objectId: handler });
    expect((await tab.call('unit.overview', {})).untouched.map((one) => one.caseId)).toEqual([caseId]);
    expect((await tab.call('case.view', { caseId })).record.caseId).toBe(caseId);
  });
});

describe('a list of supervisors', () => {
  it.each(['ROLE_CUSTODIANS', 'ROLE_RESERVE'])('that shares someone with %s does not start', async (name) => {
    const other = toPersonId(randomUUID());
    await expect(bot.restart({ ROLE_SUPERVISORS: other, [name]: `${other} ${randomUUID()}` })).rejects.toThrow(
      'ROLE_SUPERVISORS',
    );
    await bot.restart({});
  });
});
