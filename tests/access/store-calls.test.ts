import { beforeEach, describe, expect, it } from '@jest/globals';
import type { CaseRecord } from '../../core/model/case-record.ts';
import { newRequestId } from '../support/journeys/tab-client.ts';
import { createSealText } from '../support/seals/create-seal.ts';
import { requestCalls } from '../support/access/counting-store.ts';
import { saveCase } from '../support/journeys/save-case.ts';
import { setUpCountedBot } from '../support/access/counted-bot.ts';

const words = { for: 'handlers', sealed: createSealText('sealed in the page') } as const;
const grading = { source: '2', assessment: 'C', handling: 'P' } as const;
const twoAndAWrite = ['cases.readAccess', 'cases.readSnapshot', 'cases.change'];

const { bot, counting, handler, colleague } = setUpCountedBot({ MESSAGES_TO_REPORTERS: 'yes' });
beforeEach(() => bot.clock.forward(20_000));

/** Posted already: a post at the same moment would make the request begin again. */
const saved = (standing: Partial<CaseRecord> = {}) =>
  saveCase(bot, standing, { alert: { state: 'posted', dueAt: undefined } });

async function callsOf(does: () => Promise<unknown>): Promise<readonly string[]> {
  counting.take();
  await does();
  return requestCalls(counting.take());
}
/** The names of people are known: they were read in the last minute. */
const withNames = async () => handler.call('case.view', { caseId: (await saved()).caseId });

describe('what a request asks of the store', () => {
  it('is two questions and one write for a case that is looked at for the first time that day', async () => {
    await withNames();
    const { caseId } = await saved();
    expect(await callsOf(() => handler.call('case.view', { caseId }))).toEqual(twoAndAWrite);
    expect(await callsOf(() => handler.call('case.view', { caseId }))).toEqual(twoAndAWrite.slice(0, 2));
  });

  it.each([[{}], [{ words }]])('is as much for a triage, also with words', async (more) => {
    await withNames();
    const { caseId, revision } = await saved({ status: 'acknowledged' });
    const asked = { caseId, revision, request: newRequestId(), ...more };
    const triage = () =>
      handler.call('case.triage', { ...asked, category: 'other', grading, flags: [], regime: 'general' });
    expect(await callsOf(triage)).toEqual(twoAndAWrite);
    // A repeat finds in the history that it was carried out.
    expect(await callsOf(triage)).toEqual(twoAndAWrite.slice(0, 2));
  });

  it('is as much for acknowledging, a note and a message', async () => {
    await withNames();
    const { caseId } = await saved();
    const request = newRequestId;
    expect(await callsOf(() => handler.call('case.acknowledge', { caseId, request: request() }))).toEqual(twoAndAWrite);
    expect(await callsOf(() => handler.call('case.note', { caseId, request: request(), words }))).toEqual(twoAndAWrite);
    const message = { id: request(), number: 1, sealed: words.sealed, confirmed: true } as const;
    const write = () => handler.call('case.messageReporter', { caseId, request: request(), ...message });
    // How many messages this person wrote today is asked as well.
    expect(await callsOf(write)).toEqual(twoAndAWrite.toSpliced(2, 0, 'history.entries'));
  });

  it('is the people once more where a minute has passed, and where this server changed one of them', async () => {
    const { caseId } = await saved();
    await handler.call('case.view', { caseId });
    const look = () => callsOf(() => handler.call('case.view', { caseId }));
    expect(await look()).toEqual(['cases.readAccess', 'cases.readSnapshot']);
    bot.clock.forward(61_000);
    expect(await look()).toEqual(['cases.readAccess', 'cases.readSnapshot', 'people.all']);
    expect(await look()).toEqual(['cases.readAccess', 'cases.readSnapshot']);
    const renamed = bot.tab({ objectId: colleague.objectId, name: 'Another Name' });
    await renamed.call('me', {});
    expect(await look()).toEqual(['cases.readAccess', 'cases.readSnapshot', 'people.all']);
    const { assignable } = await handler.call('case.view', { caseId });
    expect(assignable).toContainEqual({ objectId: colleague.objectId, name: 'Another Name' });
  });

  it('is no people where the lists of the settings say who may have a case', async () => {
    await withNames();
    const { caseId, revision } = await saved();
    const assign = { caseId, revision, request: newRequestId(), to: colleague.objectId };
    await bot.run('waitingLines');
    const calls = await callsOf(async () => {
      await handler.call('case.assign', assign);
      await bot.run('waitingLines');
    });
    // Afterwards, by itself, it is kept that something waits for the colleague.
    const kept = ['people.read', 'people.change'];
    expect(calls).toEqual(['cases.readAccess', 'cases.readSnapshot', 'cases.change', ...kept]);
  });
});
