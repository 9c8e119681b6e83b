import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { CaseRecord } from '../../core/model/case-record.ts';
import { toDay } from '../../core/model/calendar.ts';
import { developmentPeople } from '../../development/development-tenant.ts';
import type { NewEvent } from '../../core/model/event-record.ts';
import { createSealText } from '../support/seals/create-seal.ts';
import { saveCase } from '../support/journeys/save-case.ts';
import { setUpBot } from '../support/journeys/set-up-bot.ts';

const refused = { status: 403, text: '{"code":"refused"}' };
const { handler, secondHandler, supervisor, reserve } = developmentPeople;
const month = '2026-09';
const bot = setUpBot({
  entryPoint: 'dialog',
  environment: { ROLE_HANDLERS: `${handler} ${secondHandler}`, ROLE_SUPERVISORS: `${supervisor} ${handler}` },
});

const dayIn = (day: string) => toDay(new Date(`${day}T12:00:00Z`), 'Europe/London');
const closedIn = (differences: Partial<CaseRecord> = {}, later: readonly NewEvent[] = []) =>
  saveCase(
    bot,
    { status: 'closed', closedOn: dayIn('2026-09-14'), receivedOn: dayIn('2026-08-01'), ...differences },
    { later },
  );
const closeMany = async (count: number) => {
  for (let made = 0; made < count; made += 1) await closedIn();
};
const lead = () => bot.tab({ objectId: supervisor, name: 'A supervisor' });
const idsOf = (answer: { readonly sample?: { readonly cases: readonly { readonly caseId: string }[] } }) =>
  answer.sample?.cases.map(({ caseId }) => caseId) ?? [];
const draw = async () => idsOf(await lead().call('unit.drawSample', { month }));
const drawnEntries = async () => (await bot.store().settings.all()).filter(({ kind }) => kind === 'sampleDrawn');

describe('a dip sample', () => {
  it('is ten closed cases of the month, and the same for who asks again, after a restart and for another supervisor', async () => {
    await closeMany(25);
    await closedIn({ closedOn: dayIn('2026-10-01') });
    await saveCase(bot, { status: 'inProgress' });
    expect(await lead().call('unit.sample', { month })).toEqual({ names: [] });
    const first = await draw();
    expect(new Set(first).size).toBe(10);
    await closeMany(5);
    expect(await draw()).toEqual(first);
    await bot.restart({});
    expect(await draw()).toEqual(first);
    expect(idsOf(await bot.tab({ objectId: handler }).call('unit.drawSample', { month }))).toEqual(first);
    expect(await drawnEntries()).toHaveLength(1);
  });

  it('is one where two supervisors draw at once', async () => {
    await closeMany(25);
    const [one, other] = await Promise.all([
      lead().call('unit.drawSample', { month }),
      bot.tab({ objectId: handler }).call('unit.drawSample', { month }),
    ]);
    expect(idsOf(one)).toHaveLength(10);
    expect(idsOf(other)).toEqual(idsOf(one));
    expect(await drawnEntries()).toHaveLength(1);
  });

  it('is not drawn before its month is over, nor of what is no month', async () => {
    const thisMonth = toDay(bot.clock.now(), 'Europe/London').slice(0, 7);
    expect(await lead().send('unit.drawSample', { month: thisMonth })).toMatchObject(refused);
    expect(await lead().send('unit.drawSample', { month: '2199-01' })).toMatchObject(refused);
    for (const wrong of ['2026-13', '2026-9', '', '0000-00', '2026-09-01']) {
      expect((await lead().send('unit.drawSample', { month: wrong })).status).toBe(400);
    }
    expect(await drawnEntries()).toEqual([]);
  });

  it('is not drawn early by a clock that was just set on, nor late because of it', async () => {
    await closeMany(12);
    const now = toDay(bot.clock.now(), 'Europe/London');
    const thisMonth = now.slice(0, 7);
    const monthMs = 31 * 86_400_000;
    bot.clock.set(monthMs);
    const doubted = { status: 503, text: '{"code":"unavailable"}' };
    expect(await lead().send('unit.drawSample', { month: thisMonth })).toMatchObject(doubted);
    bot.clock.set(-monthMs);
    expect(await lead().send('unit.drawSample', { month })).toMatchObject(doubted);
    expect(await drawnEntries()).toEqual([]);
    bot.clock.forward(11 * 60_000);
    expect(await lead().send('unit.drawSample', { month: thisMonth })).toMatchObject(refused);
    expect(await draw()).toHaveLength(10);
  });

  it('has no case of the reserve, none from which the viewer is excluded, and no gap in place of either', async () => {
    const hidden = [];
    for (let made = 0; made < 12; made += 1) hidden.push(await closedIn({ excluded: [supervisor] }));
    for (let made = 0; made < 5; made += 1) hidden.push(await closedIn({ handledBy: 'reserve' }));
    await closeMany(12);
    const seen = await draw();
    expect(seen).toHaveLength(10);
    for (const { caseId } of hidden) {
      expect(seen).not.toContain(caseId);
      expect(await lead().send('unit.superviseCase', { month, caseId })).toMatchObject(refused);
    }
  });

  it('makes room for the next once a case goes to the reserve', async () => {
    await closeMany(20);
    const before = await draw();
    const [gone = ''] = before;
    const stored = await bot.store().ledger.page(undefined, 100);
    const record = stored.find(({ caseId }) => caseId === gone);
    if (record === undefined) throw new Error('no case');
    const found = await bot.store().cases.read(record.caseId);
    if (found === undefined) throw new Error('no case');
    await bot.store().cases.change({ case: { ...found, value: { ...found.value, handledBy: 'reserve' } }, events: [] });
    const after = await draw();
    expect(after.slice(0, 9)).toEqual(before.slice(1));
    expect(after).toHaveLength(10);
    expect(await lead().send('unit.superviseCase', { month, caseId: record.caseId })).toMatchObject(refused);
  });

  it('shows what staff did once the look is in the history, with no words and nothing of who reported', async () => {
    const at = bot.clock.now().toISOString();
    const sealed = createSealText('words of a handler');
    const { caseId } = await closedIn({ mode: 'confidential', sealedIdentity: sealed, outcome: 'noFurtherAction' }, [
      { kind: 'consulted', by: { objectId: handler }, at },
      { kind: 'messageFromReporter', by: 'reporter', at, message: { id: randomUUID(), number: 1, sealed } },
      { kind: 'identityAsked', by: { objectId: handler }, at, note: { for: 'custodians', sealed } },
      { kind: 'noted', by: { objectId: handler }, at, note: { for: 'handlers', sealed } },
      { kind: 'closed', by: { objectId: secondHandler }, at, detail: { to: 'closed', outcome: 'noFurtherAction' } },
    ]);
    const other = await saveCase(bot, { status: 'inProgress' });
    expect(await draw()).toEqual([caseId]);
    const { text } = await lead().send('unit.superviseCase', { month, caseId });
    expect(text).not.toContain(sealed);
    const { entries } = await lead().call('unit.superviseCase', { month, caseId });
    expect(entries.map(({ kind }) => kind)).toEqual([
      'received',
      'consulted',
      'noted',
      'closed',
      'supervised',
      'supervised',
    ]);
    expect(entries.at(3)?.detail).toEqual({ to: 'closed', outcome: 'noFurtherAction' });
    const [row] = (await lead().call('unit.sample', { month })).sample?.cases ?? [];
    expect(row?.lookedAt.map(({ by }) => by)).toEqual([supervisor, supervisor]);
    const history = await bot.tab({ objectId: handler }).call('case.view', { caseId });
    expect(history.record.caseId).toBe(caseId);
    // A case that was not drawn stays closed to them.
    expect(await lead().send('unit.superviseCase', { month, caseId: other.caseId })).toMatchObject(refused);
  });

  it('is for a supervisor alone, and not once their role has ended', async () => {
    const { caseId } = await closedIn();
    await draw();
    for (const objectId of [secondHandler, reserve, randomUUID()]) {
      const tab = bot.tab({ objectId });
      expect(await tab.send('unit.sample', { month })).toMatchObject(refused);
      expect(await tab.send('unit.drawSample', { month: '2026-08' })).toMatchObject(refused);
      expect(await tab.send('unit.superviseCase', { month, caseId })).toMatchObject(refused);
    }
    const page = lead();
    await page.call('unit.sample', { month });
    await bot.restart({ ROLE_SUPERVISORS: '' });
    expect(await page.send('unit.superviseCase', { month, caseId })).toMatchObject(refused);
    expect(await page.send('unit.drawSample', { month: '2026-08' })).toMatchObject(refused);
  });
});
