import { beforeEach, describe, expect, it } from '@jest/globals';
import { acknowledgeCase } from '../../../core/casework/acknowledge-case.ts';
import { declareConflict, excludePerson } from '../../../core/casework/exclusion.ts';
import { releaseSeals } from '../../../core/casework/release-seals.ts';
import { assignCase } from '../../../core/casework/case-management.ts';
import { addFollowUp } from '../../../core/reporting/follow-up.ts';
import type { CaseId } from '../../../core/model/case-id.ts';
import { deriveCaseId } from '../../../core/model/return-code-keys.ts';
import { submitReport } from '../../../core/reporting/submit-report.ts';
import { createSubmission, newReturnCode, groupsThatDecrypt } from '../../support/core/open-core.ts';
import {
  createActor,
  createAskedChange,
  createCasework,
  newRequestId,
  one,
  reserve,
  reserveTwo,
  saveCase,
  readStoredCase,
  three,
  two,
  words,
  createHandlersKnown,
} from '../../support/core/casework.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { setUpCore } from '../../support/core/set-up-core.ts';

const core = setUpCore();
let caseId: CaseId;
beforeEach(async () => {
  reserves = [reserve];
  caseId = await saveCase(core);
});

let reserves = [reserve];
const knowing = () => createCasework(core, { listHandlers: createHandlersKnown(() => reserves) });
const declare = (by = one) =>
  declareConflict(knowing(), by, { caseId, request: newRequestId(), words: words('a25vd3M=') });
const exclude = (person: string, by = one) =>
  excludePerson(knowing(), by, {
    caseId,
    request: newRequestId(),
    person: toPersonId(person),
    words: words('a25vd3M=', 'oversight'),
  });
const alertOf = async () => (await core.store.outbox.read(caseId))?.value;

describe('a declared conflict', () => {
  it('is in the history with its reason, and nothing of the case comes back', async () => {
    expect(await declare()).toEqual({ kind: 'out' });
    const { record, events } = await readStoredCase(core, caseId);
    expect(record).toMatchObject({ handledBy: 'acu', excluded: [toPersonId('handler-one')] });
    expect(events.at(-1)).toMatchObject({
      kind: 'conflictDeclared',
      by: { objectId: toPersonId('handler-one') },
      note: { sealed: 'a25vd3M=' },
    });
    expect(await releaseSeals(core.deps, caseId, one)).toEqual({ kind: 'refused' });
    expect(await declare()).toEqual({ kind: 'refused' });
  });

  it('takes the case from whoever had it', async () => {
    await assignCase(createCasework(core), two, { ...(await createAskedChange(core, caseId)), to: one.objectId });
    await declare();
    expect((await readStoredCase(core, caseId)).record).not.toHaveProperty('assignee');
  });

  it('holds whatever letters the id is written in', async () => {
    await declare(createActor('HANDLER-ONE', 'handler'));
    for (const objectId of ['handler-one', 'Handler-One', 'HANDLER-ONE']) {
      expect(await releaseSeals(core.deps, caseId, createActor(objectId, 'handler'))).toEqual({ kind: 'refused' });
    }
  });
});

describe('somebody excluded by a colleague', () => {
  it('is out at once, and who did it and why is in the history', async () => {
    expect(await exclude(two.objectId)).toMatchObject({ kind: 'changed', isNew: true });
    expect((await readStoredCase(core, caseId)).events.at(-1)).toMatchObject({
      kind: 'excluded',
      by: { objectId: toPersonId('handler-one') },
      detail: { person: toPersonId('handler-two') },
    });
    expect(await releaseSeals(core.deps, caseId, two)).toEqual({ kind: 'refused' });
    expect((await releaseSeals(core.deps, caseId, one)).kind).toBe('consulted');
  });

  it('is shut out once: a repeat adds nothing', async () => {
    await exclude(two.objectId);
    expect(await exclude('Handler-Two', three)).toMatchObject({ kind: 'changed', isNew: false });
    expect((await readStoredCase(core, caseId)).record.excluded).toEqual(['handler-two']);
  });

  it('may be oneself: then nothing of the case comes back', async () => {
    expect(await exclude(one.objectId)).toEqual({ kind: 'out' });
    expect((await readStoredCase(core, caseId)).events.at(-1)?.kind).toBe('conflictDeclared');
  });
});

describe('the alert of a case that somebody is shut out of', () => {
  it('names no reference any more, and posts that did are not touched again', async () => {
    const alert = await core.store.outbox.read(caseId);
    if (alert === undefined) throw new Error('there is no alert');
    const post = { conversationId: 'c', activityId: 'a', serviceUrl: 's', postedAt: core.deps.clock().toISOString() };
    await core.store.outbox.write({ ...alert, value: { ...alert.value, state: 'posted', posts: [post] } });
    await exclude(two.objectId);
    expect(await alertOf()).toMatchObject({ posts: [], withoutReference: true });
    await acknowledgeCase(core.deps, caseId, one);
    expect(await alertOf()).not.toHaveProperty('dueAt');
  });

  it('names none for a follow-up either', async () => {
    const code = newReturnCode();
    await submitReport(core.deps, createSubmission({ code }));
    caseId = deriveCaseId(code);
    await acknowledgeCase(core.deps, caseId, one);
    await exclude(two.objectId);
    await addFollowUp(core.deps, { code, id: 'one', text: 'more' });
    expect(await alertOf()).toMatchObject({ state: 'waiting', reason: 'addition', withoutReference: true, posts: [] });
  });
});

describe('a case that no known handler is left for', () => {
  const allOut = async () => {
    for (const by of [one, two, three]) expect(await declare(by)).toEqual({ kind: 'out' });
  };

  it('goes to the reserve, whose alert is due at once and names it', async () => {
    await acknowledgeCase(core.deps, caseId, one);
    await assignCase(createCasework(core), two, { ...(await createAskedChange(core, caseId)), to: three.objectId });
    await allOut();
    const { record, events } = await readStoredCase(core, caseId);
    expect(record).toMatchObject({
      handledBy: 'reserve',
      status: 'acknowledged',
      excluded: [toPersonId('handler-one'), toPersonId('handler-two'), toPersonId('handler-three')],
    });
    expect(record).not.toHaveProperty('assignee');
    expect(events.slice(-2)).toMatchObject([
      { kind: 'conflictDeclared', by: { objectId: toPersonId('handler-three') } },
      { kind: 'movedToReserve', by: 'system' },
    ]);
    const alert = await alertOf();
    expect(alert).toMatchObject({ handledBy: 'reserve', state: 'waiting', dueAt: core.deps.clock().toISOString() });
    expect(alert?.withoutReference).not.toBe(true);
    expect((await releaseSeals(core.deps, caseId, reserve)).kind).toBe('consulted');
    for (const by of [one, createActor('new-handler', 'handler')]) {
      expect(await releaseSeals(core.deps, caseId, by)).toEqual({ kind: 'refused' });
    }
  });

  it('stays with somebody who is at work on it, also where no list names them', async () => {
    const unlisted = createActor('unlisted', 'handler');
    for (const person of [one, two, three]) await exclude(person.objectId, unlisted);
    expect((await readStoredCase(core, caseId)).record.handledBy).toBe('acu');
    expect(await declare(unlisted)).toEqual({ kind: 'out' });
    expect((await readStoredCase(core, caseId)).record.handledBy).toBe('reserve');
  });

  it('seals what is added from then on to the reserve', async () => {
    const code = newReturnCode();
    await submitReport(core.deps, createSubmission({ code }));
    caseId = deriveCaseId(code);
    await allOut();
    await addFollowUp(core.deps, { code, id: 'one', text: 'more' });
    const sealed = (await readStoredCase(core, caseId)).events.at(-1)?.message?.sealed ?? '';
    expect([...(await groupsThatDecrypt(sealed))].toSorted()).toEqual(['recovery', 'reserve']);
  });

  it('names no reference to a reserve of whom somebody is shut out', async () => {
    reserves = [reserve, reserveTwo];
    await exclude(reserve.objectId);
    await allOut();
    expect(await alertOf()).toMatchObject({ handledBy: 'reserve', withoutReference: true, state: 'waiting' });
  });

  it('stays with the reserve where it was there', async () => {
    reserves = [reserve, reserveTwo];
    caseId = await saveCase(core, 'yes');
    expect(await declare(reserve)).toEqual({ kind: 'out' });
    const { record, events } = await readStoredCase(core, caseId);
    expect(record).toMatchObject({ handledBy: 'reserve', excluded: [toPersonId('reserve-one')] });
    expect(events.map(({ kind }) => kind)).not.toContain('movedToReserve');
  });
});

describe('the last who could see a case', () => {
  it.each(['unit', 'reserve'] as const)('of the %s cannot leave it with nobody, and is told so', async (whose) => {
    caseId = await saveCase(core, whose === 'reserve' ? 'yes' : 'no');
    if (whose === 'unit') {
      reserves = [];
      for (const by of [one, two]) expect(await declare(by)).toEqual({ kind: 'out' });
    }
    const last = whose === 'reserve' ? reserve : three;
    const before = await readStoredCase(core, caseId);
    expect(await declare(last)).toEqual({ kind: 'notAllowed', why: 'lastOne' });
    expect(await exclude(last.objectId, last)).toEqual({ kind: 'notAllowed', why: 'lastOne' });
    expect(await readStoredCase(core, caseId)).toEqual(before);
    // The way on: somebody is added to the reserve.
    reserves = [...reserves, reserveTwo];
    expect(await declare(last)).toEqual({ kind: 'out' });
    expect(await alertOf()).toMatchObject({ handledBy: 'reserve' });
    expect((await releaseSeals(core.deps, caseId, reserveTwo)).kind).toBe('consulted');
  });
});
