import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportedEntrySchema, isShownEntry } from '../../core/casework/export-format.ts';
import type { CaseRecord } from '../../core/model/case-record.ts';
import {
  historyPageSize,
  historyCategories,
  eventKindsByCategory,
  type NewEvent,
} from '../../core/model/event-record.ts';
import { digestOfSeal } from '../../core/model/digests.ts';
import { addDays, toDay } from '../../core/model/calendar.ts';
import type { CaseId } from '../../core/model/case-id.ts';
import { toPersonId } from '../../core/model/roles.ts';
import { type RunningBot, startBot } from '../support/journeys/running-bot.ts';
import { createSealText } from '../support/seals/create-seal.ts';
import { newRequestId, type TabClient } from '../support/journeys/tab-client.ts';
import { saveCase } from '../support/journeys/save-case.ts';

let bot: RunningBot;
let one: TabClient;
let two: TabClient;
beforeAll(async () => {
  const handlers = [randomUUID(), randomUUID()];
  const key = generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
  bot = await startBot({
    entryPoint: 'dialog',
    environment: { ROLE_HANDLERS: handlers.join(','), EXPORT_SIGNING_KEY: key },
  });
  [one, two] = [bot.tab({ objectId: handlers[0] ?? '' }), bot.tab({ objectId: handlers[1] ?? '' })];
  for (const tab of [one, two]) await tab.call('me', {});
});
afterAll(() => bot.stop());

async function saved(standing: Partial<CaseRecord> = {}, later: readonly NewEvent[] = []): Promise<CaseRecord> {
  bot.clock.forward(5_000);
  return saveCase(bot, standing, { later });
}
const sealedOnce = () => ({ for: 'handlers', sealed: createSealText(randomUUID()) }) as const;
const inDays = (days: number) => addDays(toDay(bot.clock.now(), 'Europe/London'), days);

describe('the decision log at the door', () => {
  it('is written and read by those who handle the case, and by nobody who is shut out of it', async () => {
    const { caseId } = await saved();
    const words = sealedOnce();
    await one.call('case.logEntry', { caseId, request: newRequestId(), as: 'contact', words });
    const { case: view } = await one.call('case.addTask', { caseId, request: newRequestId(), dueOn: inDays(2), words });
    expect(view.deadlines).toContainEqual({ deadline: 'task', dueOn: inDays(2) });
    const task = digestOfSeal(words.sealed);
    expect(view.record.tasks).toEqual([{ id: task, dueOn: inDays(2) }]);
    await two.call('case.declareConflict', { caseId, request: newRequestId() });
    expect(await two.refusal('case.logEntry', { caseId, request: newRequestId(), as: 'reason', words })).toEqual({
      code: 'refused',
    });
    expect(await two.refusal('case.finishTask', { caseId, request: newRequestId(), task })).toEqual({
      code: 'refused',
    });
    expect(await two.refusal('case.viewEarlier', { caseId, before: 99, part: 'log' })).toEqual({ code: 'refused' });
    const done = await one.call('case.finishTask', { caseId, request: newRequestId(), task });
    expect(done.case.record.tasks).toBeUndefined();
    expect(done.case.deadlines.map(({ deadline }) => deadline)).not.toContain('task');
    // Sealed words are handed out by an opening alone.
    for (const answer of [...one.answers, ...two.answers]) expect(answer).not.toContain(words.sealed);
  });

  it.each([
    ['words that not all who handle the case can read', { words: { for: 'self', sealed: createSealText() } }],
    ['words in clear', { words: { for: 'handlers', sealed: 'Rang the solicitor: she agreed.' } }],
    ['a kind of entry that it does not know', { as: 'rumour' }],
    ['a field of its own', { clear: 'Rang the solicitor.' }],
  ])('takes no %s', async (_, odd) => {
    const { caseId } = await saved();
    const body = { caseId, request: newRequestId(), as: 'decision', words: sealedOnce(), ...odd };
    const { status, text } = await one.send('case.logEntry', body);
    expect([status, JSON.parse(text)]).toEqual([400, { code: 'odd' }]);
    expect((await bot.store().history.readAll(caseId)).map(({ kind }) => kind)).toEqual(['received']);
  });

  it('takes no task for a day that is none, or is over', async () => {
    const { caseId } = await saved();
    for (const dueOn of ['2026-13-01', 'tomorrow', '']) {
      const { status } = await one.send('case.addTask', {
        caseId,
        request: newRequestId(),
        dueOn,
        words: sealedOnce(),
      });
      expect(status).toBe(400);
    }
    const words = sealedOnce();
    expect(await one.refusal('case.addTask', { caseId, request: newRequestId(), dueOn: inDays(-1), words })).toEqual({
      code: 'notAllowed',
      why: 'state',
    });
  });

  it('does not show a task to whoever lists cases that are not theirs', async () => {
    const { caseId } = await saved();
    await one.call('case.addTask', { caseId, request: newRequestId(), dueOn: inDays(1), words: sealedOnce() });
    const { rows } = await one.call('cases.find', { text: caseId });
    expect(rows[0]?.deadlines).toContainEqual({ deadline: 'task', dueOn: inDays(1) });
    await two.call('case.declareConflict', { caseId, request: newRequestId() });
    expect((await two.call('cases.find', { text: caseId })).rows).toEqual([]);
  });
});

describe('the tasks of a person', () => {
  const mine = async (tab: TabClient, caseIds: readonly string[]) => {
    bot.clock.forward(5_000);
    const { tasks } = await tab.call('cases.myTasks', {});
    return tasks.filter(({ caseId }) => caseIds.includes(caseId));
  };

  it('are those for them in all cases, and those for nobody in the cases that are with them, soonest first', async () => {
    const [first, second] = [await saved(), await saved({ assignee: toPersonId(two.objectId) })];
    const ids = [first.caseId, second.caseId];
    const add = async (caseId: string, days: number, person?: string) => {
      const words = sealedOnce();
      const whose = person === undefined ? {} : { person };
      await one.call('case.addTask', { caseId, request: newRequestId(), dueOn: inDays(days), words, ...whose });
      return digestOfSeal(words.sealed);
    };
    const later = await add(first.caseId, 9, two.objectId);
    const soon = await add(second.caseId, 3);
    await add(first.caseId, 1);
    const ofOne = await add(second.caseId, 2, one.objectId);
    expect(await mine(two, ids)).toEqual([
      { caseId: second.caseId, id: soon, dueOn: inDays(3), isForMe: false },
      { caseId: first.caseId, id: later, dueOn: inDays(9), isForMe: true },
    ]);
    expect(await mine(one, ids)).toEqual([{ caseId: second.caseId, id: ofOne, dueOn: inDays(2), isForMe: true }]);

    // A colleague marks one as done; the other case shuts the person out.
    await one.call('case.finishTask', { caseId: second.caseId, request: newRequestId(), task: soon });
    expect((await mine(two, ids)).map(({ id }) => id)).toEqual([later]);
    await two.call('case.declareConflict', { caseId: first.caseId, request: newRequestId() });
    expect(await mine(two, ids)).toEqual([]);
    for (const answer of two.answers) expect(answer).not.toContain('sealed in');
  });

  it('are without those of a case that was erased, whose words are nowhere, and go on with the others', async () => {
    const [gone, stays] = [
      await saved({ status: 'closed', closedOn: inDays(0), outcome: 'misconduct' }),
      await saved(),
    ];
    const ids = [gone.caseId, stays.caseId];
    const words = sealedOnce();
    const body = { request: newRequestId(), dueOn: inDays(1), words, person: two.objectId };
    await one.call('case.addTask', { ...body, caseId: gone.caseId });
    const later = sealedOnce();
    await one.call('case.addTask', { ...body, caseId: stays.caseId, dueOn: inDays(2), words: later });
    const listed = await mine(two, ids);
    expect(listed.map(({ caseId }) => caseId)).toEqual(ids);

    const change = async (caseId: CaseId) => ({
      caseId,
      request: newRequestId(),
      revision: (await bot.store().cases.read(caseId))?.value.revision ?? 0,
    });
    const { caseId } = gone;
    await two.call('case.finishTask', { caseId, request: newRequestId(), task: digestOfSeal(words.sealed) });
    await one.call('case.setReview', { ...(await change(caseId)), reviewOn: inDays(1), hold: false });
    bot.clock.forward(2 * 86_400_000);
    await two.call('case.askErasure', { ...(await change(caseId)), reason: 'retentionOver', words: sealedOnce() });
    await one.call('case.consult', { caseId });
    await one.call('case.erase', await change(caseId));
    const after = await mine(two, ids);
    expect(after).toEqual(listed.filter((task) => task.caseId === stays.caseId));
    expect(await two.refusal('case.addTask', { ...body, request: newRequestId(), caseId })).toEqual({
      code: 'notAllowed',
      why: 'erased',
    });
    expect(await mine(two, ids)).toEqual(after);
    const kept = JSON.stringify([
      await bot.store().cases.read(caseId),
      await bot.store().history.readAll(caseId),
      await two.call('case.view', { caseId }),
    ]);
    expect(kept).not.toContain(words.sealed);
  });

  it('are found behind hundreds of cases with something due, and never in an erased one or one of the reserve', async () => {
    const whose = toPersonId(one.objectId);
    const task = (id: string) => [{ id, dueOn: inDays(20), for: whose }] as const;
    const others = await Promise.all(
      Array.from({ length: 60 }, () =>
        saveCase(bot, { tasks: [{ id: 'of-another', dueOn: inDays(1), for: toPersonId(two.objectId) }] }),
      ),
    );
    const record = await saved({ tasks: task('behind'), status: 'closed' });
    const reserved = await saved({ tasks: task('reserved'), handledBy: 'reserve' });
    const ids = [...others, record, reserved].map(({ caseId }) => caseId);
    expect((await mine(one, ids)).map(({ id }) => id)).toEqual(['behind']);
  });
});

describe('one part of a history', () => {
  it('is found by the server among all that happened, page by page', async () => {
    const by = { objectId: toPersonId('somebody-else') } as const;
    const at = bot.clock.now().toISOString();
    const kinds = ['noted', 'viewed', 'decided', 'moved', 'messagesStopped', 'assigned', 'taskDone'] as const;
    const many = Array.from({ length: 40 }, () => kinds)
      .flat()
      .map((kind): NewEvent => ({ kind, by, at }));
    const { caseId } = await saved({}, many);
    const all = await bot.store().history.readAll(caseId);
    for (const part of historyCategories) {
      let before = all.length + 1;
      const found: number[] = [];
      for (;;) {
        const { events } = await one.call('case.viewEarlier', { caseId, before, part });
        expect(events.length).toBeLessThanOrEqual(historyPageSize);
        found.unshift(...events.map(({ sequence }) => sequence));
        const first = events[0];
        if (first === undefined || events.length < historyPageSize) break;
        before = first.sequence;
      }
      const its = all.filter(({ kind }) => eventKindsByCategory[part].includes(kind)).map(({ sequence }) => sequence);
      expect([part, found]).toEqual([part, its]);
    }
    const { status } = await one.send('case.viewEarlier', { caseId, before: 9, part: 'everything' });
    expect(status).toBe(400);
  });
});

describe('the decision log in an export', () => {
  const leaves = { place: 'iopc', json: 'a'.repeat(43), pdf: 'b'.repeat(43) } as const;

  it('is said in the history and in what is signed where it left, and nowhere else', async () => {
    const { caseId } = await saved({ assignee: toPersonId(one.objectId) });
    for (const log of [true, undefined] as const) {
      const { record } = await one.call('case.view', { caseId });
      const body = {
        caseId,
        request: newRequestId(),
        revision: record.revision,
        what: 'whole',
        ...leaves,
        words: sealedOnce(),
      } as const;
      const { attestation, history } = await one.call('case.export', { ...body, ...(log && { log }) });
      expect(attestation.log).toBe(log);
      const last = history
        .map((entry) => exportedEntrySchema.parse(entry))
        .filter(isShownEntry)
        .at(-1);
      expect([last?.kind, last?.detail?.log]).toEqual(['exported', log]);
    }
  });

  it('leaves with the whole of a case alone', async () => {
    const signed = { digest: 'c'.repeat(43), by: toPersonId(one.objectId), signedBy: toPersonId(two.objectId) };
    const { caseId } = await saved({ assignee: toPersonId(one.objectId), sanitised: signed });
    const body = { caseId, revision: 0, ...leaves, log: true, words: sealedOnce() } as const;
    expect(await one.refusal('case.export', { ...body, request: newRequestId(), what: 'sanitised' })).toEqual({
      code: 'notAllowed',
      why: 'state',
    });
    expect(await two.refusal('case.export', { ...body, request: newRequestId(), what: 'whole' })).toEqual({
      code: 'notAllowed',
      why: 'notAssignee',
    });
    const { status } = await one.send('case.export', { ...body, request: newRequestId(), what: 'whole', log: 'yes' });
    expect(status).toBe(400);
  });
});
