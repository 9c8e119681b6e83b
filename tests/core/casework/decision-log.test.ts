import { beforeEach, describe, expect, it } from '@jest/globals';
import { declareConflict, excludePerson } from '../../../core/casework/exclusion.ts';
import {
  addTask,
  type AddTaskRequest,
  finishTask,
  addLogEntry,
  maxOpenTasks,
} from '../../../core/casework/decision-log.ts';
import { createTombstone } from '../../../core/casework/erasure.ts';
import { digestOfCase, isHistoryIntact, logEntryKinds } from '../../../core/model/event-record.ts';
import { digestOfSeal } from '../../../core/model/digests.ts';
import { addDays, toDay } from '../../../core/model/calendar.ts';
import type { CaseId } from '../../../core/model/case-id.ts';
import {
  createCasework,
  newRequestId,
  one,
  reserve,
  saveCase,
  readStoredCase,
  three,
  two,
  why,
  words,
} from '../../support/core/casework.ts';
import { setUpCore } from '../../support/core/set-up-core.ts';

const core = setUpCore();
let caseId: CaseId;
beforeEach(async () => {
  caseId = await saveCase(core);
});

const today = () => toDay(core.deps.clock(), core.deps.timeZone);
const sealedAs = (name: string): string => Buffer.from(name.padEnd(32, '.')).toString('base64');
const set = (name: string, more: Partial<AddTaskRequest> = {}, by = one) =>
  addTask(createCasework(core), by, {
    caseId,
    request: newRequestId(),
    dueOn: addDays(today(), 3),
    words: words(sealedAs(name)),
    ...more,
  });
const finish = (name: string, by = two) =>
  finishTask(createCasework(core), by, { caseId, request: newRequestId(), task: digestOfSeal(sealedAs(name)) });
const tasks = async () => (await readStoredCase(core, caseId)).record.tasks;

describe('what handlers write down', () => {
  it('stands in the history as what it is, by whom and when, sealed', async () => {
    const kinds = { decision: 'decided', reason: 'reasoned', contact: 'contacted' } as const;
    for (const as of logEntryKinds) {
      const request = newRequestId();
      const { revision } = (await readStoredCase(core, caseId)).record;
      expect(
        await addLogEntry(createCasework(core), one, { caseId, request, as, words: words(sealedAs(as)) }),
      ).toMatchObject({
        kind: 'changed',
        isNew: true,
      });
      const { record, events } = await readStoredCase(core, caseId);
      expect(events.at(-1)).toMatchObject({
        kind: kinds[as],
        by: { objectId: one.objectId },
        note: { for: 'handlers', sealed: sealedAs(as), digest: digestOfSeal(sealedAs(as)) },
      });
      // It decides nothing about the case: nobody's page is overtaken by it.
      expect(record.revision).toBe(revision);
      const again = await addLogEntry(createCasework(core), one, { caseId, request, as, words: words(sealedAs(as)) });
      expect(again).toMatchObject({ kind: 'changed', isNew: false });
      expect((await readStoredCase(core, caseId)).events).toHaveLength(events.length);
    }
  });
});

describe('a task', () => {
  it('has its day in the clear, its words sealed, and can be marked as done by whoever handles the case', async () => {
    expect(await set('Ring the force solicitor')).toMatchObject({ kind: 'changed', isNew: true });
    const id = digestOfSeal(sealedAs('Ring the force solicitor'));
    expect(await tasks()).toEqual([{ id, dueOn: addDays(today(), 3) }]);
    const { record, events } = await readStoredCase(core, caseId);
    expect(events.at(-1)).toMatchObject({
      kind: 'taskAdded',
      detail: { dueOn: addDays(today(), 3) },
      note: { digest: id },
    });
    expect(JSON.stringify(record)).not.toContain(sealedAs('Ring the force solicitor'));

    expect(await finish('Ring the force solicitor')).toMatchObject({ kind: 'changed', isNew: true });
    const after = await readStoredCase(core, caseId);
    expect(after.events.at(-1)).toMatchObject({ kind: 'taskDone', by: { objectId: two.objectId }, detail: { of: id } });
    // The record is written as it was before there was any task.
    expect(Object.keys(JSON.parse(JSON.stringify(after.record)))).not.toContain('tasks');
    expect(after.events.at(-1)?.caseDigest).toBe(digestOfCase(after.record));
    expect(isHistoryIntact(caseId, after.record.chain, after.events)).toBe(true);
  });

  it('is done once, and only where it stands', async () => {
    await set('one');
    expect(await finish('another')).toEqual({ kind: 'notAllowed', why: 'noSuchTask' });
    const request = newRequestId();
    const task = digestOfSeal(sealedAs('one'));
    for (const isNew of [true, false]) {
      expect(await finishTask(createCasework(core), two, { caseId, request, task })).toMatchObject({
        kind: 'changed',
        isNew,
      });
    }
    expect(await finish('one')).toEqual({ kind: 'notAllowed', why: 'noSuchTask' });
  });

  it('is due today or later, and never set twice by the same words', async () => {
    expect(await set('late', { dueOn: addDays(today(), -1) })).toEqual({ kind: 'notAllowed', why: 'state' });
    expect(await set('today', { dueOn: today() })).toMatchObject({ kind: 'changed' });
    expect(await set('today', { dueOn: addDays(today(), 9) })).toEqual({ kind: 'notAllowed', why: 'state' });
    expect(await tasks()).toHaveLength(1);
  });

  it('finds no more room than for a list that can be read, and room again once one is done', async () => {
    for (let number = 0; number < maxOpenTasks; number += 1) {
      expect(await set(`task ${number}`)).toMatchObject({ kind: 'changed' });
    }
    expect(await set('one more')).toEqual({ kind: 'notAllowed', why: 'tooManyTasks' });
    await finish('task 7');
    expect(await set('one more')).toMatchObject({ kind: 'changed' });
    expect(await tasks()).toHaveLength(maxOpenTasks);
  });

  it('is one of so many however many people set one at the same moment, and each answer is true', async () => {
    const answers = await Promise.allSettled(
      Array.from({ length: maxOpenTasks + 5 }, (_, place) => set(`at once ${place}`, {}, place % 2 === 0 ? one : two)),
    );
    // Whoever was always overtaken is told so, and nothing of theirs was written.
    const taken = answers.filter((one) => one.status === 'fulfilled' && one.value.kind === 'changed').length;
    const { record, events } = await readStoredCase(core, caseId);
    expect(record.tasks?.length).toBe(taken);
    expect(taken).toBeGreaterThan(0);
    expect(taken).toBeLessThanOrEqual(maxOpenTasks);
    expect(events.filter(({ kind }) => kind === 'taskAdded')).toHaveLength(taken);
    expect(isHistoryIntact(caseId, record.chain, events)).toBe(true);
  });

  it('is done by one of two who mark it at the same moment', async () => {
    await set('contended');
    const answers = await Promise.all([finish('contended', one), finish('contended', two)]);
    expect(answers.filter(({ kind }) => kind === 'changed')).toHaveLength(1);
    expect(answers).toContainEqual({ kind: 'notAllowed', why: 'noSuchTask' });
    expect((await readStoredCase(core, caseId)).events.filter(({ kind }) => kind === 'taskDone')).toHaveLength(1);
  });

  it('is for somebody who sees the case, or for nobody in particular', async () => {
    await excludePerson(createCasework(core), one, {
      caseId,
      request: newRequestId(),
      person: three.objectId,
      words: why,
    });
    for (const person of [three.objectId, reserve.objectId]) {
      expect(await set('not theirs', { person })).toEqual({ kind: 'notAllowed', why: 'noSuchPerson' });
    }
    expect(await set('theirs', { person: two.objectId })).toMatchObject({ kind: 'changed' });
    expect((await tasks())?.[0]?.for).toBe(two.objectId);
  });

  it('stays where whoever it was for is shut out, and names them no more', async () => {
    await set('theirs', { person: two.objectId });
    await set('another’s', { person: three.objectId });
    await declareConflict(createCasework(core), two, { caseId, request: newRequestId() });
    expect((await tasks())?.map((task) => task.for)).toEqual([undefined, three.objectId]);
    const { record, events } = await readStoredCase(core, caseId);
    expect(events.at(-1)?.caseDigest).toBe(digestOfCase(record));
  });

  it('is nobody’s in particular once the case is the reserve’s', async () => {
    await set('one', { person: one.objectId });
    for (const who of [two, three, one]) {
      await declareConflict(createCasework(core), who, { caseId, request: newRequestId() });
    }
    const { record } = await readStoredCase(core, caseId);
    expect([record.handledBy, record.tasks?.map((task) => task.for)]).toEqual(['reserve', [undefined]]);
  });

  it('is gone with an erased case', async () => {
    await set('one');
    const { record } = await readStoredCase(core, caseId);
    expect(Object.keys(createTombstone(record, today()))).not.toContain('tasks');
  });
});
