import { beforeEach, describe, expect, it } from '@jest/globals';
import { acknowledgeCase } from '../../../core/casework/acknowledge-case.ts';
import { verifyCase } from '../../../core/casework/integrity-verification.ts';
import { releaseSeals } from '../../../core/casework/release-seals.ts';
import { requestErasure, eraseCase, refuseErasure } from '../../../core/casework/erasure.ts';
import { excludePerson } from '../../../core/casework/exclusion.ts';
import { decideReferral, addCaseNote, setReview } from '../../../core/casework/case-management.ts';
import { closeCase, changeCaseStatus, triageCase } from '../../../core/casework/case-lifecycle.ts';
import { addFollowUp } from '../../../core/reporting/follow-up.ts';
import { addDays } from '../../../core/model/calendar.ts';
import type { CaseId } from '../../../core/model/case-id.ts';
import type { ReturnCode } from '../../../core/model/return-code.ts';
import { deriveCaseId } from '../../../core/model/return-code-keys.ts';
import { submitReport } from '../../../core/reporting/submit-report.ts';
import { digestOfMailbox } from '../../../core/model/sealed-report.ts';
import { today } from '../../support/contracts/records.ts';
import { assertAbsentOnDisk } from '../../support/journeys/canary.ts';
import { createSubmission, newReturnCode } from '../../support/core/open-core.ts';
import {
  createAskedChange,
  createCasework,
  newRequestId,
  one,
  reserve,
  readStoredCase,
  three,
  two,
  words,
  why,
} from '../../support/core/casework.ts';
import { everyOperation, operationNames } from '../../support/core/every-operation.ts';
import { setUpCore } from '../../support/core/set-up-core.ts';

const core = setUpCore();
let code: ReturnCode;
let caseId: CaseId;
beforeEach(async () => {
  code = newReturnCode();
  caseId = deriveCaseId(code);
  const answers = { mode: 'confidential', what: 'what happened', conflict: 'no', kind: 'bribery' };
  await submitReport(core.deps, createSubmission({ code, answers }));
});

const on = () => createAskedChange(core, caseId);
const ask = async (by = one) =>
  requestErasure(createCasework(core), by, { ...(await on()), reason: 'notNeeded', words: words() });
const open = (by = two) => releaseSeals(core.deps, caseId, by);
/** Erases it as somebody does who has opened the reason, where they may. */
async function erase(by = two) {
  await open(by);
  return eraseCase(createCasework(core), by, await on());
}
const kindsOf = async () => (await readStoredCase(core, caseId)).events.map(({ kind }) => kind);

async function close(by = one) {
  await open(by);
  const closing = { outcome: 'adviceOrLearning', answer: 'acted', words: words() } as const;
  return closeCase(createCasework(core), by, { ...(await on()), ...closing });
}

/** A case that was worked on and is closed, with something in it of everybody. */
async function worked(): Promise<void> {
  await acknowledgeCase(core.deps, caseId, one);
  const grading = { source: '2', assessment: 'C', handling: 'P' } as const;
  const triage = { category: 'other', grading, flags: ['domesticAbuse'], regime: 'general', words: words() } as const;
  await triageCase(createCasework(core), one, { ...(await on()), ...triage });
  await addCaseNote(createCasework(core), one, { caseId, request: newRequestId(), words: words('Y2FuYXJ5IG5vdGU=') });
  await addFollowUp(core.deps, { code, id: 'one', text: 'more' });
  await decideReferral(createCasework(core), one, { ...(await on()), decision: 'referred', words: words() });
  await close();
}
beforeEach(worked);

describe('erasing a case', () => {
  it('takes two people: one asks with a reason, another carries it out', async () => {
    expect(await erase()).toEqual({ kind: 'notAllowed', why: 'notAsked' });
    const erasure = { askedBy: 'handler-one', on: today, reason: 'notNeeded' };
    expect(await ask()).toMatchObject({ record: { erasure } });
    expect(await ask(two)).toEqual({ kind: 'notAllowed', why: 'state' });
    expect(await erase(one)).toEqual({ kind: 'notAllowed', why: 'ownWork' });
    expect(await erase(reserve)).toEqual({ kind: 'refused' });
    expect(await erase(two)).toMatchObject({ kind: 'changed', isNew: true });
    const kinds = (await kindsOf()).filter((kind) => kind !== 'consulted');
    expect(kinds.slice(-2)).toEqual(['erasureAsked', 'erased']);
  });

  it('leaves a tombstone that verifies, and nothing of what was reported or written, on the disk either', async () => {
    const before = await readStoredCase(core, caseId);
    await ask();
    core.pass(86_400_000);
    await erase();
    const { record, events } = await readStoredCase(core, caseId);
    expect(record).toEqual({
      revision: before.record.revision + 2,
      caseId,
      tenantId: 'tenant',
      receivedOn: today,
      week: before.record.week,
      route: 'staff',
      urgency: 'standard',
      mode: 'confidential',
      language: 'en',
      handledBy: 'acu',
      status: 'closed',
      flags: [],
      acknowledgedOn: today,
      triagedOn: today,
      answeredOn: today,
      cameBackOn: today,
      updatedOn: today,
      outcome: 'adviceOrLearning',
      closedOn: today,
      erasedOn: addDays(today, 1),
      erasedFor: 'notNeeded',
      excluded: [],
      oversight: { toldOn: today },
      possibleChis: false,
      hold: false,
      contentTag: '',
      mailboxRecipient: digestOfMailbox(before.record.mailboxRecipient),
      sealedReport: '',
      chain: record.chain,
    });
    expect(verifyCase(record, events)).toBe('whole');
    expect(events.some(({ message, note }) => message?.sealed !== undefined || note?.sealed !== undefined)).toBe(false);
    const seals = before.events.flatMap(({ message, note }) => [message?.sealed, note?.sealed]);
    const gone = [...seals, before.record.sealedReport, before.record.sealedIdentity].filter(
      (seal) => seal !== undefined,
    );
    expect(gone.length).toBeGreaterThan(4);
    assertAbsentOnDisk(
      core.folder,
      gone.map((seal) => seal.slice(0, 200)),
    );
    const alert = (await core.store.outbox.read(caseId))?.value;
    expect(alert).toMatchObject({ state: 'acknowledged', posts: [] });
    expect(alert).not.toHaveProperty('dueAt');
  });

  it('allows nothing of the case after that but to look, to doubt, and to be shut out or let in', async () => {
    await ask();
    await erase();
    const outcomes = new Map<string, string>();
    for (const name of operationNames.filter((operation) => operation !== 'declareConflict')) {
      const isCustodians = /^(?:consider|agree|refuse|open|share)Identity$/u.test(name);
      const by = isCustodians ? { ...one, roles: new Set(['custodian' as const]) } : one;
      const occasion = { deps: createCasework(core), by, on: await on(), other: caseId, person: three.objectId };
      const outcome = await everyOperation[name]({ ...occasion, text: '', number: 1, choice: 1 });
      outcomes.set(name, 'why' in outcome ? outcome.why : outcome.kind);
    }
    const allowed = {
      view: 'viewed',
      consult: 'consulted',
      // Its files are gone: as if they had never been there.
      openFile: 'refused',
      personGroup: 'refused',
      acknowledge: 'already',
      doubt: 'changed',
      excludePerson: 'changed',
      // Whom they shut out themselves a moment ago.
      readmitPerson: 'ownWork',
      readmitPersonAsReserve: 'refused',
      agreeClosingAsReserve: 'refused',
      agreeLoweringAsReserve: 'refused',
      overseeCase: 'refused',
      takeOverCase: 'refused',
    };
    const expected = Object.fromEntries(
      [...outcomes.keys()].map((name) => [name, name === 'link' || name === 'notSame' ? 'sameCase' : 'erased']),
    );
    expect(Object.fromEntries(outcomes)).toEqual({ ...expected, ...allowed });
  });

  it('hands out nothing sealed any more, and takes nothing from the reporter', async () => {
    await ask();
    await erase();
    const consulted = await releaseSeals(core.deps, caseId, one);
    expect(consulted).toMatchObject({ record: { sealedReport: '' } });
    expect(await addFollowUp(core.deps, { code, id: 'late', text: 'more' })).toMatchObject({
      kind: 'erased',
      stood: false,
    });
  });

  it('keeps out whoever was shut out', async () => {
    await excludePerson(createCasework(core), one, {
      caseId,
      request: newRequestId(),
      person: three.objectId,
      words: why,
    });
    await ask();
    await erase();
    expect(await releaseSeals(core.deps, caseId, three)).toEqual({ kind: 'refused' });
  });

  it('waits for as long as the case is held', async () => {
    await ask();
    const review = { reviewOn: addDays(today, 30), hold: true };
    await setReview(createCasework(core), one, { ...(await on()), ...review });
    expect(await erase()).toEqual({ kind: 'notAllowed', why: 'onHold', gates: ['onHold'] });
    await setReview(createCasework(core), one, { ...(await on()), ...review, hold: false });
    expect(await erase()).toMatchObject({ kind: 'changed' });
  });

  it('is refused by a colleague, or taken back, and may then be asked for again', async () => {
    expect(await refuseErasure(createCasework(core), two, await on())).toEqual({ kind: 'notAllowed', why: 'notAsked' });
    for (const by of [two, one]) {
      await ask();
      expect(await refuseErasure(createCasework(core), by, await on())).toMatchObject({ kind: 'changed', isNew: true });
      expect(await erase()).toEqual({ kind: 'notAllowed', why: 'notAsked' });
    }
  });

  it('is no longer asked for once the reporter has written, or the one who asked is shut out', async () => {
    await ask();
    await addFollowUp(core.deps, { code, id: 'two', text: 'more' });
    expect(await erase()).toEqual({ kind: 'notAllowed', why: 'notAsked' });
    await close();
    await ask();
    await excludePerson(createCasework(core), two, {
      caseId,
      request: newRequestId(),
      person: one.objectId,
      words: why,
    });
    expect(await erase()).toEqual({ kind: 'notAllowed', why: 'notAsked' });
  });

  it('is no longer asked for once a handler works on the case again', async () => {
    await ask();
    await changeCaseStatus(createCasework(core), three, { ...(await on()), to: 'reopened' });
    expect((await readStoredCase(core, caseId)).record).not.toHaveProperty('erasure');
    expect(await erase()).toEqual({ kind: 'notAllowed', why: 'notAsked' });
  });

  it('is carried out once by two who do it at once', async () => {
    await ask();
    await open(two);
    await open(three);
    const change = await on();
    const both = await Promise.all(
      [two, three].map((by) => eraseCase(createCasework(core), by, { ...change, request: newRequestId() })),
    );
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['changed', 'moved']);
    expect((await kindsOf()).filter((kind) => kind === 'erased')).toHaveLength(1);
  });

  it('keeps the day on which the case was closed, with its outcome', async () => {
    core.pass(10 * 86_400_000);
    await ask();
    await erase();
    expect((await readStoredCase(core, caseId)).record).toMatchObject({ closedOn: today, outcome: 'adviceOrLearning' });
  });
});
