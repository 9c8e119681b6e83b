import { randomBytes, randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { CaseId } from '../../core/model/case-id.ts';
import { toPersonId } from '../../core/model/roles.ts';
import { assertAbsent } from '../support/journeys/canary.ts';
import { goToStep, newReporter } from '../support/journeys/reporter.ts';
import { readSavedCase } from '../support/journeys/saved-case.ts';
import { setUpSharedBot } from '../support/journeys/set-up-bot.ts';
import { newRequestId, type TabClient } from '../support/journeys/tab-client.ts';
import { createSealText } from '../support/seals/create-seal.ts';

const canary = `canary-${randomBytes(8).toString('hex')}`;
const sealed = createSealText(canary);
const words = { for: 'handlers', sealed } as const;
const why = { for: 'oversight', sealed } as const;

const bot = setUpSharedBot({
  entryPoint: 'dialog',
  environment: { ALERT_TIMING: 'atOnce', SAFETY_TARGET_DAYS: '0', CRIME_TARGET_DAYS: '3' },
});
let one: TabClient;
let two: TabClient;
let reserve: TabClient;
const ids = { one: '', two: '' };
let caseId: CaseId;

async function reported(risk: 'yes' | 'no'): Promise<void> {
  const { teams, report } = await newReporter(bot);
  await teams.press('report');
  await goToStep(teams, { ...report, risk }, 'code');
  await teams.press('send');
  caseId = (await readSavedCase(bot, teams.card())).record.caseId;
}
beforeEach(async () => {
  Object.assign(ids, { one: randomUUID(), two: randomUUID() });
  one = bot.tab({ objectId: ids.one, roles: ['handler'] });
  two = bot.tab({ objectId: ids.two, roles: ['handler'] });
  reserve = bot.tab({ objectId: randomUUID(), roles: ['reserve'] });
  for (const tab of [one, two, reserve]) await tab.call('me', {});
  await reported('yes');
});

const record = async () => {
  const found = await bot.store().cases.read(caseId);
  if (found === undefined) throw new Error('no such case is stored');
  return found.value;
};
const entry = () => ({ caseId, request: newRequestId() });
const change = async () => ({ ...entry(), revision: (await record()).revision });
const seen = async (tab: TabClient) => {
  await tab.call('case.acknowledge', entry());
  await tab.call('case.consult', { caseId });
};
const statusOf = async (asked: Promise<{ readonly status: number; readonly text: string }>) => {
  const { status, text } = await asked;
  return status === 200 ? 'done' : text;
};
const refused = JSON.stringify({ code: 'refused' });
const needsTwo = JSON.stringify({ code: 'notAllowed', why: 'needsTwo' });

describe('what a reporter called urgent', () => {
  it('is lowered by one person in no way: not by asking twice, by a repeat, or on an old page', async () => {
    await seen(one);
    const old = await change();
    expect(await statusOf(one.send('case.lowerUrgency', { ...old, words }))).toBe(needsTwo);
    const asked = { ...(await change()), words };
    expect(await statusOf(one.send('case.askLowering', asked))).toBe('done');
    expect(await statusOf(one.send('case.askLowering', asked))).toBe('done');
    expect(await statusOf(one.send('case.askLowering', { ...(await change()), words }))).toBe('done');
    expect(await statusOf(one.send('case.lowerUrgency', { ...(await change()), words }))).toBe(needsTwo);
    await two.call('case.consult', { caseId });
    expect(await statusOf(two.send('case.lowerUrgency', { ...old, words }))).toContain('"moved"');
    expect((await record()).urgency).toBe('urgent');
    expect(await statusOf(two.send('case.lowerUrgency', { ...(await change()), words }))).toBe('done');
    expect((await record()).urgency).toBe('standard');
  });

  it('is lowered by nobody without the role, whose role ended, who is shut out, or who handles other cases', async () => {
    await seen(one);
    await one.call('case.askLowering', { ...(await change()), words: why });
    await two.call('case.consult', { caseId });
    const body = async () => ({ ...(await change()), words });
    const ended = bot.tab({ objectId: ids.two, roles: [] });
    for (const tab of [ended, bot.tab({ objectId: randomUUID(), roles: ['custodian'] }), reserve])
      expect(await statusOf(tab.send('case.lowerUrgency', await body()))).toBe(refused);
    await one.call('case.excludePerson', { ...entry(), person: ids.two, words: why });
    for (const [name, more] of [
      ['case.lowerUrgency', await change()],
      ['case.askLowering', await change()],
      ['case.raiseUrgency', entry()],
    ] as const)
      expect(await statusOf(two.send(name, { ...more, words }))).toBe(refused);
    expect(await statusOf(two.send('case.recordSafety', { ...entry(), danger: 'none', words }))).toBe(refused);
    expect((await record()).urgency).toBe('urgent');
  });

  it('is lowered by the reserve only where it was asked', async () => {
    await seen(one);
    const agree = () => statusOf(reserve.send('oversight.agreeLowering', { ...entry(), words: why }));
    expect(await agree()).toBe(refused);
    await one.call('case.askLowering', { ...(await change()), words });
    expect(await agree()).toBe(refused);
    await one.call('case.askLowering', { ...(await change()), words: why });
    expect(await reserve.call('oversight.overseeCase', { caseId })).toMatchObject({ toLower: { by: ids.one } });
    expect(await statusOf(two.send('oversight.agreeLowering', { ...entry(), words: why }))).toBe(refused);
    expect(await agree()).toBe('done');
    expect((await record()).urgency).toBe('standard');
  });
});

describe('what a handler raised', () => {
  it('is lowered by them alone once, so that nobody sends one alert after the other', async () => {
    await reported('no');
    const raise = async () => {
      await one.call('case.raiseUrgency', { ...entry(), words });
      await seen(one);
    };
    const lowering = async () => ({ ...(await change()), words });
    await seen(one);
    await raise();
    expect(await statusOf(one.send('case.lowerUrgency', await lowering()))).toBe('done');
    await raise();
    expect(await statusOf(one.send('case.lowerUrgency', await lowering()))).toBe(needsTwo);
    expect((await record()).urgency).toBe('urgent');
    // Nor does a colleague in their place.
    await two.call('case.consult', { caseId });
    expect(await statusOf(two.send('case.lowerUrgency', await lowering()))).toBe(needsTwo);
    await one.call('case.askLowering', await lowering());
    await two.call('case.consult', { caseId });
    expect(await statusOf(two.send('case.lowerUrgency', await lowering()))).toBe('done');
  });
});

describe('what is known about danger', () => {
  it('takes no words in clear, no unknown term and no record of somebody who has not opened the report', async () => {
    const good = { ...entry(), danger: 'none' as const, words };
    expect(await statusOf(one.send('case.recordSafety', good))).toContain('reportNotOpened');
    await seen(one);
    for (const bad of [
      { ...good, danger: canary },
      { ...good, words: { for: 'handlers', sealed: `${canary}, in clear` } },
      { ...good, words: { for: 'self', sealed } },
      { ...good, words: undefined },
      { ...good, note: canary },
    ]) {
      const { status } = await one.send('case.recordSafety', bad);
      expect(status).toBe(400);
    }
    expect((await record()).safety).toBeUndefined();
    const counted = async (tab: TabClient) => (await tab.call('cases.counts', {})).safety;
    const before = await counted(two);
    expect(await statusOf(one.send('case.recordSafety', good))).toBe('done');
    expect(await statusOf(one.send('case.recordSafety', good))).toBe('done');
    expect(await counted(two)).toBe(before - 1);
    const { events, people, record: shown } = await two.call('case.view', { caseId });
    expect(events.filter(({ kind }) => kind === 'safetyRecorded')).toHaveLength(1);
    expect(shown.safety?.by).toBe(toPersonId(ids.one));
    expect(people.map(({ objectId }) => objectId)).toContain(toPersonId(ids.one));
    const rows = await two.call('cases.list', { filter: { attention: 'safety' } });
    expect(rows.rows.map(({ figures }) => figures.caseId)).not.toContain(caseId);
    assertAbsent('log', bot.log.join(''), [canary]);
    assertAbsent('a view', JSON.stringify([events, shown, rows]), [canary, sealed]);
  });
});
