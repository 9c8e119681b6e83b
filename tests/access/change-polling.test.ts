import { beforeEach, describe, expect, it } from '@jest/globals';
import type { CaseRecord } from '../../core/model/case-record.ts';
import { toPersonId } from '../../core/model/roles.ts';
import { newCaseId } from '../support/contracts/records.ts';
import { requestCalls } from '../support/access/counting-store.ts';
import { createSealText } from '../support/seals/create-seal.ts';
import { newRequestId } from '../support/journeys/tab-client.ts';
import { saveCase } from '../support/journeys/save-case.ts';
import { setUpCountedBot } from '../support/access/counted-bot.ts';

/** Told from anything else wherever it comes out. */
const seal = createSealText('a seal that no list needs');
const list = { filter: { status: 'open' } } as const;

const { bot, counting, handler, colleague } = setUpCountedBot();
beforeEach(() => bot.clock.forward(60_000));

const saved = (standing: Partial<CaseRecord> = {}) => saveCase(bot, { sealedReport: seal, ...standing });
const shown = (caseId: CaseRecord['caseId'], sequence = 1) => ({ case: { caseId, sequence } });

describe('a page that asks whether what it shows has changed', () => {
  it('is told so of a case that it may see, without a seal, an entry or a line', async () => {
    const { caseId } = await saved();
    const [line, events] = [bot.log.length, await bot.store().history.readAll(caseId)];
    counting.take();
    expect(await handler.call('cases.changes', shown(caseId))).toEqual({ case: 'same' });
    const taken = counting.take();
    expect(requestCalls(taken)).toEqual(['cases.readAccess', 'history.entries']);
    expect(JSON.stringify(taken)).not.toContain(seal);
    expect(await bot.store().history.readAll(caseId)).toEqual(events);
    expect(bot.log.slice(line).filter((one) => one.includes('tabUsed'))).toEqual([]);
    await colleague.call('case.acknowledge', { caseId, request: newRequestId() });
    expect(await handler.call('cases.changes', shown(caseId))).toEqual({ case: 'changed' });
  });

  it('is told of one that it may not see what it is told of one that is not there, by the same questions', async () => {
    const records = [
      newCaseId(),
      (await saved({ excluded: [toPersonId(handler.objectId)] })).caseId,
      (await saved({ handledBy: 'reserve' })).caseId,
      (await saved({ tenantId: 'another' })).caseId,
    ];
    for (const caseId of records) {
      counting.take();
      expect(await handler.call('cases.changes', shown(caseId))).toEqual({ case: 'gone' });
      expect(requestCalls(counting.take())).toEqual(['cases.readAccess']);
    }
  });

  it('learns that a row of its list is another, and nothing of a case that it is shut out of', async () => {
    const { caseId } = await saved();
    const { mark } = await handler.call('cases.list', list);
    expect(await handler.call('cases.changes', { list })).toEqual({ list: mark });
    const hidden = await saved({ excluded: [toPersonId(handler.objectId)] });
    await colleague.call('case.acknowledge', { caseId: hidden.caseId, request: newRequestId() });
    await colleague.call('case.view', { caseId });
    counting.take();
    expect(await handler.call('cases.changes', { list })).toEqual({ list: mark });
    expect(JSON.stringify(counting.take())).not.toContain(seal);
    await colleague.call('case.acknowledge', { caseId, request: newRequestId() });
    const now = await handler.call('cases.changes', { list });
    expect(now.list).not.toBe(mark);
    expect((await handler.call('cases.list', list)).mark).toBe(now.list);
    expect(await handler.refusal('cases.changes', { list: { filter: { handledBy: 'reserve' } } })).toEqual({
      code: 'refused',
    });
  });

  it('learns that a count is another, by the cases that it may see', async () => {
    const counts = {};
    const before = await handler.call('cases.changes', { counts });
    expect(before).toEqual({ counts: await handler.call('cases.counts', counts) });
    await saved({ excluded: [toPersonId(handler.objectId)] });
    expect(await handler.call('cases.changes', { counts })).toEqual(before);
    const { caseId } = await saved();
    const now = await handler.call('cases.changes', { counts });
    expect(now).not.toEqual(before);
    expect(JSON.stringify(now)).not.toContain(caseId);
    expect(await handler.refusal('cases.changes', { counts: { handledBy: 'reserve' } })).toEqual({ code: 'refused' });
  });

  it.each([
    [{ case: { caseId: 'x', sequence: 1 } }],
    [{ case: { caseId: newCaseId(), sequence: 0 } }],
    [{ case: { caseId: newCaseId(), sequence: 1.5 } }],
    [{ case: { caseId: newCaseId() } }],
    [{ cases: [newCaseId()] }],
    [{ list: {} }],
    [{ list: { filter: { status: 'other' } } }],
    [[]],
    [null],
  ])('is refused where it asks oddly: %j', async (body) => {
    expect(await handler.send('cases.changes', body)).toMatchObject({ status: 400, text: '{"code":"odd"}' });
  });

  it('asks for nothing and is told nothing', async () => {
    expect(await handler.call('cases.changes', {})).toEqual({});
  });

  it('slows nobody down, with as many pages as anybody has open, minute after minute', async () => {
    const { caseId } = await saved();
    for (let minutes = 0; minutes < 5; minutes += 1) {
      const asked = Array.from({ length: 20 }, () => handler.send('cases.changes', { ...shown(caseId), list }));
      for (const { status } of await Promise.all(asked)) expect(status).toBe(200);
      expect((await handler.send('case.view', { caseId })).status).toBe(200);
      bot.clock.forward(60_000);
    }
  });
});
