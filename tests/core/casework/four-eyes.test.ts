import { beforeEach, describe, expect, it } from '@jest/globals';
import { acknowledgeCase } from '../../../core/casework/acknowledge-case.ts';
import {
  declareConflict,
  excludePerson,
  readmitPerson,
  readmitPersonAsReserve,
} from '../../../core/casework/exclusion.ts';
import { releaseSeals } from '../../../core/casework/release-seals.ts';
import { exportCase } from '../../../core/casework/export-case.ts';
import { assignCase } from '../../../core/casework/case-management.ts';
import { overseeCase } from '../../../core/casework/oversight.ts';
import { viewCase } from '../../../core/casework/case-view.ts';
import { closeCase, changeCaseStatus, triageCase } from '../../../core/casework/case-lifecycle.ts';
import type { CaseId } from '../../../core/model/case-id.ts';
import type { Actor } from '../../../core/model/permissions.ts';
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
  why,
  words,
  createHandlersKnown,
} from '../../support/core/casework.ts';
import { setUpCore } from '../../support/core/set-up-core.ts';

const core = setUpCore();
let caseId: CaseId;
let reserves: readonly Actor[];
beforeEach(async () => {
  caseId = await saveCase(core);
  reserves = [reserve, reserveTwo];
});

const deps = () => createCasework(core, { listHandlers: createHandlersKnown(() => reserves) });
const on = () => createAskedChange(core, caseId);
const entry = () => ({ caseId, request: newRequestId() });
const exclude = (person: Actor, by = one) =>
  excludePerson(deps(), by, { ...entry(), person: person.objectId, words: why });
const readmit = (person: Actor, by: Actor) =>
  (by.roles.has('reserve') ? readmitPersonAsReserve : readmitPerson)(deps(), by, {
    ...entry(),
    person: person.objectId,
    words: why,
  });
async function close(by = one) {
  await releaseSeals(core.deps, caseId, by);
  const closing = { outcome: 'noFurtherAction', answer: 'withheld', words: words() } as const;
  return closeCase(deps(), by, { ...(await on()), ...closing });
}
const noticeOf = async () => (await core.store.outbox.read(caseId))?.value.notice;
const overseen = (viewer = reserve) =>
  core.store.list.page({ handledBy: 'acu', viewer: viewer.objectId, overseen: true }, undefined, 9);

async function triaged(by = one): Promise<void> {
  await acknowledgeCase(core.deps, caseId, by);
  const grading = { source: '2', assessment: 'C', handling: 'P' } as const;
  await triageCase(deps(), by, { ...(await on()), category: 'other', grading, flags: [], regime: 'general' });
}

describe('shutting somebody else out', () => {
  it('needs a reason that the reserve can read', async () => {
    const before = await readStoredCase(core, caseId);
    for (const given of [undefined, words(), words('d2h5', 'self')]) {
      const outcome = await excludePerson(deps(), one, { ...entry(), person: two.objectId, words: given });
      expect(outcome).toEqual({ kind: 'notAllowed', why: 'noReason' });
    }
    expect(await readStoredCase(core, caseId)).toEqual(before);
  });

  it('is told to the reserve at once, which sees who did it and why, and nothing else of the case', async () => {
    await releaseSeals(core.deps, caseId, two);
    await exclude(two);
    expect(await noticeOf()).toEqual({ dueAt: core.deps.clock().toISOString(), attempts: 0 });
    expect((await overseen()).map((row) => row.caseId)).toEqual([caseId]);
    const seen = await overseeCase(deps(), reserve, caseId);
    expect(seen).toMatchObject({ kind: 'overseen', shutOut: ['handler-two'] });
    expect(seen.kind === 'overseen' && seen.entries).toEqual([
      {
        sequence: 3,
        kind: 'excluded',
        by: { objectId: 'handler-one' },
        at: core.deps.clock().toISOString(),
        detail: { person: 'handler-two' },
        reason: { sealed: 'd2h5', digest: expect.any(String) },
      },
    ]);
    expect((await readStoredCase(core, caseId)).events.at(-1)).toMatchObject({
      kind: 'overseen',
      by: { objectId: 'reserve-one' },
    });
    expect((await releaseSeals(core.deps, caseId, reserve)).kind).toBe('refused');
  });

  it('is not done where nobody of the reserve would be left who could be told', async () => {
    for (const person of [reserve, reserveTwo].slice(0, 1)) await exclude(person);
    expect(await exclude(reserveTwo)).toEqual({ kind: 'notAllowed', why: 'noReserve' });
    reserves = [];
    expect(await exclude(two)).toEqual({ kind: 'notAllowed', why: 'noReserve' });
    expect((await readStoredCase(core, caseId)).record.excluded).toEqual(['reserve-one']);
    expect(await overseeCase(deps(), reserve, caseId)).toEqual({ kind: 'refused' });
    expect(await overseen()).toEqual([]);
    expect(await overseen(reserveTwo)).toHaveLength(1);
  });
});

describe('somebody who was shut out by a colleague', () => {
  it.each([
    ['a second handler', three],
    ['the reserve', reserve],
  ])('is let in again by %s, which is told as well', async (_, by) => {
    await exclude(two);
    expect((await readmit(two, by)).kind).toBe('changed');
    expect((await releaseSeals(core.deps, caseId, two)).kind).toBe('consulted');
    const { record, events } = await readStoredCase(core, caseId);
    expect(record.excluded).toEqual([]);
    expect(events.at(-2)).toMatchObject({
      kind: 'readmitted',
      by: { objectId: by.objectId },
      detail: { person: 'handler-two', told: true },
    });
  });

  it('is not let in by themselves, by the one who shut them out, or by anybody whom it does not concern', async () => {
    await exclude(two);
    expect(await readmit(two, two)).toEqual({ kind: 'refused' });
    expect(await readmit(two, one)).toEqual({ kind: 'notAllowed', why: 'ownWork' });
    for (const role of ['custodian', 'admin', 'summaryAcu'] as const) {
      expect(await readmit(two, createActor('somebody', role))).toEqual({ kind: 'refused' });
    }
    expect(await readmit(three, reserve)).toEqual({ kind: 'notAllowed', why: 'noSuchPerson' });
  });

  it('stays out where they declared the conflict themselves', async () => {
    await exclude(three);
    await declareConflict(deps(), two, entry());
    expect(await readmit(two, reserve)).toEqual({ kind: 'notAllowed', why: 'ownConflict' });
  });
});

describe('the reserve', () => {
  it('sees nothing of a case of the unit of which it was told nothing', async () => {
    const unknown = await overseeCase(deps(), reserve, caseId);
    expect(unknown).toEqual({ kind: 'refused' });
    expect(await overseen()).toEqual([]);
    expect(await readmit(two, reserve)).toEqual({ kind: 'refused' });
  });
});

describe('closing a case', () => {
  it('is told to the reserve where nobody else has opened the report', async () => {
    await triaged();
    await releaseSeals(core.deps, caseId, one);
    expect(await close()).toMatchObject({ kind: 'changed' });
    expect(await noticeOf()).toBeDefined();
    const seen = await overseeCase(deps(), reserve, caseId);
    expect(seen.kind === 'overseen' && seen.entries).toMatchObject([
      { kind: 'closed', by: { objectId: 'handler-one' }, detail: { outcome: 'noFurtherAction' } },
    ]);
  });

  it('is not where somebody has who still sees it, and is again once they are shut out', async () => {
    await triaged();
    await releaseSeals(core.deps, caseId, two);
    await close();
    expect(await noticeOf()).toBeUndefined();
    caseId = await saveCase(core);
    await triaged();
    await releaseSeals(core.deps, caseId, two);
    await exclude(two);
    await close();
    const { events } = await readStoredCase(core, caseId);
    expect(events.filter(({ detail }) => detail?.told).map(({ kind }) => kind)).toEqual(['excluded', 'closed']);
  });

  it('waits for a second person where one of the reserve shut the other out', async () => {
    caseId = await saveCase(core, 'yes');
    await triaged(reserve);
    await assignCase(deps(), reserve, { ...(await on()), to: reserve.objectId });
    expect((await exclude(reserveTwo, reserve)).kind).toBe('changed');
    expect(await noticeOf()).toBeDefined();
    const files = { what: 'whole', place: 'iopc', json: 'j', pdf: 'p', words: words() } as const;
    expect(await close(reserve)).toEqual({ kind: 'notAllowed', why: 'needsSecond' });
    expect(await viewCase(deps(), reserve, caseId)).toMatchObject({
      closingRefusal: 'needsSecond',
      reserveRefusal: 'needsSecond',
    });
    const out = await exportCase(deps(), reserve, { ...(await on()), ...files });
    expect(out).toEqual({ kind: 'notAllowed', why: 'needsSecond' });
    reserves = [...reserves, createActor('reserve-three', 'reserve')];
    expect((await close(reserve)).kind).toBe('changed');
  });
});

describe('a closed case of the reserve', () => {
  it('is not taken from the last colleague who sees it', async () => {
    caseId = await saveCase(core, 'yes');
    await triaged(reserve);
    await close(reserve);
    expect(await exclude(reserveTwo, reserve)).toEqual({ kind: 'notAllowed', why: 'needsSecond' });
    await changeCaseStatus(deps(), reserveTwo, { ...(await on()), to: 'reopened' });
    expect((await exclude(reserveTwo, reserve)).kind).toBe('changed');
  });
});

describe('the whole of a case', () => {
  it('leaves only as the reserve is told', async () => {
    await assignCase(deps(), one, { ...(await on()), to: one.objectId });
    await releaseSeals(core.deps, caseId, two);
    const files = { what: 'whole', place: 'iopc', json: 'j', pdf: 'p', words: words() } as const;
    await exportCase(deps(), one, { ...(await on()), ...files });
    expect((await readStoredCase(core, caseId)).events.at(-1)?.detail).toMatchObject({ what: 'whole', told: true });
    expect(await noticeOf()).toBeDefined();
  });
});
