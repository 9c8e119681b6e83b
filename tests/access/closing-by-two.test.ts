import { randomBytes, randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { caseLimits } from '../../core/ports/case-limits.ts';
import type { CaseId } from '../../core/model/case-id.ts';
import type { ReferralDecision } from '../../core/model/case-terms.ts';
import { appendEntries, longCaseNote } from '../support/access/long-case.ts';
import { assertAbsent } from '../support/journeys/canary.ts';
import { newReporter, type Reporter, goToStep, comeBackAndAdd } from '../support/journeys/reporter.ts';
import { parseCardCode, readSavedCase } from '../support/journeys/saved-case.ts';
import { createSealText } from '../support/seals/create-seal.ts';
import { newRequestId, type TabClient } from '../support/journeys/tab-client.ts';
import { setUpSharedBot } from '../support/journeys/set-up-bot.ts';

const canary = `canary-${randomBytes(8).toString('hex')}`;
const sealed = createSealText(canary);
const words = { for: 'handlers', sealed } as const;
const why = { for: 'oversight', sealed } as const;

const bot = setUpSharedBot({ entryPoint: 'dialog', environment: { ALERT_TIMING: 'atOnce' } });
let one: TabClient;
let two: TabClient;
let reserve: TabClient;
const ids = { two: randomUUID() };
let reporter: Reporter;
let code: string;
let caseId: CaseId;

/** A report that was sent, with these answers beside what happened. */
async function reported(answers: { readonly risk?: string; readonly conflict?: string } = {}): Promise<void> {
  reporter = await newReporter(bot);
  const { teams, report } = reporter;
  await teams.press('report');
  await goToStep(teams, { ...report, ...answers }, 'code');
  await teams.press('send');
  code = parseCardCode(teams.card());
  caseId = (await readSavedCase(bot, teams.card())).record.caseId;
}
beforeEach(async () => {
  ids.two = randomUUID();
  one = bot.tab({ objectId: randomUUID(), roles: ['handler'] });
  two = bot.tab({ objectId: ids.two, roles: ['handler'] });
  reserve = bot.tab({ objectId: randomUUID(), roles: ['reserve'] });
  for (const tab of [one, two, reserve]) await tab.call('me', {});
  await reported();
});

/** The reporter comes back with their code and adds something. */
const add = (text: string): Promise<void> => comeBackAndAdd(reporter.teams, code, text);
const entry = () => ({ caseId, request: newRequestId() });
const change = async () => ({
  ...entry(),
  revision: (await bot.store().cases.read(caseId))?.value.revision ?? 0,
});
async function grade(tab: TabClient, flags: readonly 'apsp'[] = []): Promise<void> {
  const grading = { source: '3', assessment: 'E', handling: 'P' } as const;
  await tab.call('case.triage', {
    ...(await change()),
    category: 'other',
    grading,
    flags: [...flags],
    regime: 'general',
  });
}
const read = (tab: TabClient) => tab.call('case.consult', { caseId });
const decide = async (decision: ReferralDecision) =>
  one.call('case.decideReferral', { ...(await change()), decision, words });
const closing = async (outcome: 'noFurtherAction' | 'misconduct' = 'noFurtherAction') => ({
  ...(await change()),
  outcome,
  answer: 'withheld' as const,
  words,
});
const close = async (tab = one) => tab.call('case.close', await closing());
const agreeing = async (reason: typeof words | typeof why = words) => ({
  ...(await change()),
  outcome: 'noFurtherAction' as const,
  words: reason,
});
const history = () => bot.store().history.readAll(caseId);
const gated = (...gates: readonly string[]) => ({ code: 'notAllowed', why: 'state', gates });
const noticeOf = async () => (await bot.store().outbox.read(caseId))?.value.notice;

describe('a colleague’s opening', () => {
  it('counts no more once the reporter has added something, and the reserve is told of the closing', async () => {
    await one.call('case.acknowledge', entry());
    await read(two);
    await add('He has raped her.');
    await read(one);
    await grade(one);
    await read(one);
    expect((await one.call('case.view', { caseId })).closingIsTold).toBe(true);
    await close();
    expect((await history()).at(-1)).toMatchObject({ kind: 'closed', detail: { told: true } });
    const rows = (await reserve.call('oversight.list', {})).rows.filter((row) => row.caseId === caseId);
    expect(rows).toHaveLength(1);
  });

  it('counts no more once the case is graded anew', async () => {
    await one.call('case.acknowledge', entry());
    await grade(two);
    await read(two);
    await read(one);
    await grade(one);
    await close();
    expect((await history()).at(-1)).toMatchObject({ kind: 'closed', detail: { told: true } });
  });

  it('counts after all that, so that the reserve is told nothing', async () => {
    await one.call('case.acknowledge', entry());
    await grade(one);
    await add('He has raped her.');
    await read(two);
    expect((await one.call('case.view', { caseId })).closingIsTold).toBe(false);
    await close();
    expect((await history()).at(-1)?.detail).not.toHaveProperty('told');
    expect(await noticeOf()).toBeUndefined();
  });

  it('counts no more once its person is off the list', async () => {
    await one.call('case.acknowledge', entry());
    await grade(one);
    await read(two);
    await bot.tab({ objectId: ids.two, roles: [] }).send('me', {});
    await read(one);
    await close();
    expect((await history()).at(-1)).toMatchObject({ kind: 'closed', detail: { told: true } });
  });
});

describe('a case that is urgent, abuse of position, or not to be referred', () => {
  const grave = [
    ['is urgent', async () => reported({ risk: 'yes' })],
    ['was flagged as abuse of position, whatever it is graded as since', async () => undefined],
    ['was decided not to be referred', async () => undefined],
  ] as const;
  /** The case as it stands when one person has done all that they can to close it. */
  async function asFarAsOneCan([which, start]: (typeof grave)[number]): Promise<void> {
    await start();
    await one.call('case.acknowledge', entry());
    const isFlagged = which.startsWith('was flagged');
    if (isFlagged) {
      await grade(one, ['apsp']);
      await decide('refer');
    }
    await grade(one);
    if (which.startsWith('was decided')) await decide('doNotRefer');
    await read(two);
    await read(one);
  }

  it.each(grave)('that %s is closed by one person only as another has agreed', async (...which) => {
    await asFarAsOneCan(which);
    const before = await history();
    expect((await one.call('case.view', { caseId })).closingGates).toEqual(['notAgreed']);
    expect(await one.refusal('case.close', await closing())).toEqual(gated('notAgreed'));
    // Nobody agrees with themselves.
    await one.call('case.agreeClosing', await agreeing());
    expect(await one.refusal('case.close', await closing())).toEqual(gated('notAgreed'));
    expect((await history()).length).toBeLessThanOrEqual(before.length + 2);

    expect(await two.refusal('case.close', await closing())).toEqual(gated('agreementUnread'));
    await read(two);
    expect(await two.refusal('case.close', await closing('misconduct'))).toEqual(gated('otherOutcome'));
    const { case: closed } = await two.call('case.close', await closing());
    expect(closed.record.status).toBe('closed');
    expect(closed.record).not.toHaveProperty('closing');
    assertAbsent('log', bot.log.join(''), [canary, sealed]);
  });

  it.each([
    ['the reporter adds something', () => add('He has raped her.')],
    ['it is graded anew', () => grade(one)],
    ['another decision is made about its referral', () => decide('referred')],
    ['who agreed is off the list', () => bot.tab({ objectId: ids.two, roles: [] }).send('me', {})],
  ] as const)('is not closed by an agreement of before %s', async (_, happens) => {
    await asFarAsOneCan(grave[1]);
    await two.call('case.agreeClosing', await agreeing());
    await happens();
    await read(one);
    expect(await one.refusal('case.close', await closing())).toEqual(gated('notAgreed'));
  });

  it('is agreed about however many notes somebody wrote into the case that day', async () => {
    await asFarAsOneCan(grave[1]);
    const { day, urgent } = caseLimits.others;
    await appendEntries(
      bot.store(),
      caseId,
      Array.from({ length: day.count * urgent }, () => longCaseNote(bot.clock.now().toISOString(), 10)),
    );
    expect(await two.refusal('case.note', { ...entry(), words })).toMatchObject({ why: 'fullToday' });
    await two.call('case.agreeClosing', await agreeing());
  });

  it('is agreed about by nobody who has not read all of it', async () => {
    await asFarAsOneCan(grave[1]);
    await add('He has raped her.');
    await read(one);
    expect(await two.refusal('case.agreeClosing', await agreeing())).toEqual(gated('agreementUnread'));
  });

  it('waits for a colleague where it is listed as what waits for a second person', async () => {
    await asFarAsOneCan(grave[1]);
    await one.call('case.agreeClosing', await agreeing());
    const listed = async (tab: TabClient) =>
      (await tab.call('cases.list', { filter: { attention: 'second' } })).rows.map(({ figures }) => figures.caseId);
    expect(await listed(two)).toContain(caseId);
    expect(await listed(one)).not.toContain(caseId);
  });

  it('is agreed about by one of the reserve, who reads the reason and nothing else of it', async () => {
    await asFarAsOneCan(grave[1]);
    const agreed = { ...entry(), outcome: 'noFurtherAction', words: why } as const;
    expect(await reserve.send('oversight.agreeClosing', agreed)).toMatchObject({ status: 403 });
    await one.call('case.agreeClosing', await agreeing(why));
    const seen = await reserve.call('oversight.overseeCase', { caseId });
    expect(seen.toAgree).toMatchObject({ outcome: 'noFurtherAction' });
    expect(seen.entries.at(-1)).toMatchObject({ kind: 'decided', reason: { sealed } });
    expect(await reserve.refusal('oversight.agreeClosing', { ...agreed, outcome: 'misconduct' })).toMatchObject({
      why: 'notAsked',
    });
    await reserve.call('oversight.agreeClosing', { ...agreed, request: newRequestId() });
    await read(one);
    expect((await close()).case.record.status).toBe('closed');
  });

  it('of the reserve is closed by two of them', async () => {
    await reported({ risk: 'yes', conflict: 'yes' });
    const other = bot.tab({ objectId: randomUUID(), roles: ['reserve'] });
    await other.call('me', {});
    await reserve.call('case.acknowledge', entry());
    await grade(reserve);
    await read(reserve);
    expect(await reserve.refusal('case.close', await closing())).toEqual(gated('notAgreed'));
    await reserve.call('case.agreeClosing', await agreeing());
    await read(other);
    expect((await close(other)).case.record.status).toBe('closed');
  });

  it('closed before there were agreements stays so, and is reopened and closed by two', async () => {
    await asFarAsOneCan(grave[0]);
    await two.call('case.agreeClosing', await agreeing());
    await read(one);
    await close();
    await one.call('case.move', { ...(await change()), to: 'reopened' });
    await read(one);
    expect(await one.refusal('case.close', await closing())).toEqual(gated('notAgreed'));
  });
});
