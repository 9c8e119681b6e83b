import { beforeEach, describe, expect, it } from '@jest/globals';
import { declareConflict, excludePerson } from '../../../core/casework/exclusion.ts';
import { addTask, type AskedTask, finishTask, logEntry, mostOpenTasks } from '../../../core/casework/decision-log.ts';
import { tombstoneOf } from '../../../core/casework/erasure.ts';
import { digestOfCase, isWholeHistory, logTerms } from '../../../core/model/event-record.ts';
import { digestOfSeal } from '../../../core/model/digests.ts';
import { addDays, dayOf } from '../../../core/model/calendar.ts';
import type { CaseId } from '../../../core/model/codes.ts';
import {
  casework,
  freshRequest,
  one,
  reserve,
  savedCase,
  stored,
  three,
  two,
  why,
  words,
} from '../../support/core/casework.ts';
import { setUpCore } from '../../support/core/set-up-core.ts';

const core = setUpCore();
let caseId: CaseId;
beforeEach(async () => {
  caseId = await savedCase(core);
});

const today = () => dayOf(core.deps.clock(), core.deps.timeZone);
const sealedAs = (name: string): string => Buffer.from(name.padEnd(32, '.')).toString('base64');
const set = (name: string, more: Partial<AskedTask> = {}, by = one) =>
  addTask(casework(core), by, {
    caseId,
    request: freshRequest(),
    dueOn: addDays(today(), 3),
    words: words(sealedAs(name)),
    ...more,
  });
const finish = (name: string, by = two) =>
  finishTask(casework(core), by, { caseId, request: freshRequest(), task: digestOfSeal(sealedAs(name)) });
const tasks = async () => (await stored(core, caseId)).record.tasks;

describe('what handlers write down', () => {
  it('stands in the history as what it is, by whom and when, sealed', async () => {
    const kinds = { decision: 'decided', reason: 'reasoned', contact: 'contacted' } as const;
    for (const as of logTerms) {
      const request = freshRequest();
      const { revision } = (await stored(core, caseId)).record;
      expect(await logEntry(casework(core), one, { caseId, request, as, words: words(sealedAs(as)) })).toMatchObject({
        kind: 'changed',
        isNew: true,
      });
      const { record, events } = await stored(core, caseId);
      expect(events.at(-1)).toMatchObject({
        kind: kinds[as],
        by: { objectId: one.objectId },
        note: { for: 'handlers', sealed: sealedAs(as), digest: digestOfSeal(sealedAs(as)) },
      });
      // It decides nothing about the case: nobody's page is overtaken by it.
      expect(record.revision).toBe(revision);
      const again = await logEntry(casework(core), one, { caseId, request, as, words: words(sealedAs(as)) });
      expect(again).toMatchObject({ kind: 'changed', isNew: false });
      expect((await stored(core, caseId)).events).toHaveLength(events.length);
    }
  });
});

describe('a task', () => {
  it('has its day in the clear, its words sealed, and can be marked as done by whoever handles the case', async () => {
    expect(await set('Ring the force solicitor')).toMatchObject({ kind: 'changed', isNew: true });
    const id = digestOfSeal(sealedAs('Ring the force solicitor'));
    expect(await tasks()).toEqual([{ id, dueOn: addDays(today(), 3) }]);
    const { record, events } = await stored(core, caseId);
    expect(events.at(-1)).toMatchObject({
      kind: 'taskAdded',
      detail: { dueOn: addDays(today(), 3) },
      note: { digest: id },
    });
    expect(JSON.stringify(record)).not.toContain(sealedAs('Ring the force solicitor'));

    expect(await finish('Ring the force solicitor')).toMatchObject({ kind: 'changed', isNew: true });
    const after = await stored(core, caseId);
    expect(after.events.at(-1)).toMatchObject({ kind: 'taskDone', by: { objectId: two.objectId }, detail: { of: id } });
    // The record is written as it was before there was any task.
    expect(Object.keys(JSON.parse(JSON.stringify(after.record)))).not.toContain('tasks');
    expect(after.events.at(-1)?.caseDigest).toBe(digestOfCase(after.record));
    expect(isWholeHistory(caseId, after.record.chain, after.events)).toBe(true);
  });

  it('is done once, and only where it stands', async () => {
    await set('one');
    expect(await finish('another')).toEqual({ kind: 'notAllowed', why: 'noSuchTask' });
    const request = freshRequest();
    const task = digestOfSeal(sealedAs('one'));
    for (const isNew of [true, false]) {
      expect(await finishTask(casework(core), two, { caseId, request, task })).toMatchObject({
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
    for (let number = 0; number < mostOpenTasks; number += 1) {
      expect(await set(`task ${number}`)).toMatchObject({ kind: 'changed' });
    }
    expect(await set('one more')).toEqual({ kind: 'notAllowed', why: 'tooManyTasks' });
    await finish('task 7');
    expect(await set('one more')).toMatchObject({ kind: 'changed' });
    expect(await tasks()).toHaveLength(mostOpenTasks);
  });

  it('is one of so many however many people set one at the same moment, and each answer is true', async () => {
    const answers = await Promise.allSettled(
      Array.from({ length: mostOpenTasks + 5 }, (_, place) => set(`at once ${place}`, {}, place % 2 === 0 ? one : two)),
    );
    // Whoever was always overtaken is told so, and nothing of theirs was written.
    const taken = answers.filter((one) => one.status === 'fulfilled' && one.value.kind === 'changed').length;
    const { record, events } = await stored(core, caseId);
    expect(record.tasks?.length).toBe(taken);
    expect(taken).toBeGreaterThan(0);
    expect(taken).toBeLessThanOrEqual(mostOpenTasks);
    expect(events.filter(({ kind }) => kind === 'taskAdded')).toHaveLength(taken);
    expect(isWholeHistory(caseId, record.chain, events)).toBe(true);
  });

  it('is done by one of two who mark it at the same moment', async () => {
    await set('contended');
    const answers = await Promise.all([finish('contended', one), finish('contended', two)]);
    expect(answers.filter(({ kind }) => kind === 'changed')).toHaveLength(1);
    expect(answers).toContainEqual({ kind: 'notAllowed', why: 'noSuchTask' });
    expect((await stored(core, caseId)).events.filter(({ kind }) => kind === 'taskDone')).toHaveLength(1);
  });

  it('is for somebody who sees the case, or for nobody in particular', async () => {
    await excludePerson(casework(core), one, { caseId, request: freshRequest(), person: three.objectId, words: why });
    for (const person of [three.objectId, reserve.objectId]) {
      expect(await set('not theirs', { person })).toEqual({ kind: 'notAllowed', why: 'noSuchPerson' });
    }
    expect(await set('theirs', { person: two.objectId })).toMatchObject({ kind: 'changed' });
    expect((await tasks())?.[0]?.for).toBe(two.objectId);
  });

  it('stays where whoever it was for is shut out, and names them no more', async () => {
    await set('theirs', { person: two.objectId });
    await set('another’s', { person: three.objectId });
    await declareConflict(casework(core), two, { caseId, request: freshRequest() });
    expect((await tasks())?.map((task) => task.for)).toEqual([undefined, three.objectId]);
    const { record, events } = await stored(core, caseId);
    expect(events.at(-1)?.caseDigest).toBe(digestOfCase(record));
  });

  it('is nobody’s in particular once the case is the reserve’s', async () => {
    await set('one', { person: one.objectId });
    for (const who of [two, three, one]) {
      await declareConflict(casework(core), who, { caseId, request: freshRequest() });
    }
    const { record } = await stored(core, caseId);
    expect([record.handledBy, record.tasks?.map((task) => task.for)]).toEqual(['reserve', [undefined]]);
  });

  it('is gone with an erased case', async () => {
    await set('one');
    const { record } = await stored(core, caseId);
    expect(Object.keys(tombstoneOf(record, today()))).not.toContain('tasks');
  });
});
