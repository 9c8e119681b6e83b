import { beforeEach, describe, expect, it } from '@jest/globals';
import { acknowledgeCase } from '../../../core/casework/acknowledge-case.ts';
import { closeCase, triageCase } from '../../../core/casework/case-lifecycle.ts';
import { excludePerson } from '../../../core/casework/exclusion.ts';
import { recordSafety } from '../../../core/casework/first-day.ts';
import { overseeCase } from '../../../core/casework/oversight.ts';
import { releaseSeals } from '../../../core/casework/release-seals.ts';
import { agreeLoweringAsReserve, askLowering, lowerUrgency, raiseUrgency } from '../../../core/casework/urgency.ts';
import { deriveCaseId } from '../../../core/model/return-code-keys.ts';
import type { CaseId } from '../../../core/model/case-id.ts';
import type { Actor } from '../../../core/model/permissions.ts';
import type { ReturnCode } from '../../../core/model/return-code.ts';
import { addFollowUp } from '../../../core/reporting/follow-up.ts';
import { submitReport } from '../../../core/reporting/submit-report.ts';
import {
  createAskedChange,
  createCasework,
  newRequestId,
  one,
  readStoredCase,
  reserve,
  three,
  two,
  viewCase,
  why,
  words,
} from '../../support/core/casework.ts';
import { createSubmission, newReturnCode } from '../../support/core/open-core.ts';
import { setUpCore } from '../../support/core/set-up-core.ts';

const core = setUpCore();
let code: ReturnCode;
let caseId: CaseId;
const report = async (risk: 'yes' | 'no'): Promise<void> => {
  code = newReturnCode();
  caseId = deriveCaseId(code);
  await submitReport(
    core.deps,
    createSubmission({ code, answers: { mode: 'notKept', what: 'it', conflict: 'no', risk } }),
  );
};
beforeEach(() => report('yes'));

const deps = () => createCasework(core);
const entry = () => ({ caseId, request: newRequestId() });
const change = () => createAskedChange(core, caseId);
const read = (by: Actor) => releaseSeals(core.deps, caseId, by);
const acknowledge = (by: Actor) => acknowledgeCase(deps(), caseId, by);
const seen = async (by: Actor) => {
  await acknowledge(by);
  await read(by);
};
const raise = (by: Actor) => raiseUrgency(deps(), by, { ...entry(), words: words() });
const ask = async (by: Actor, reader: 'handlers' | 'oversight' = 'handlers') =>
  askLowering(deps(), by, { ...(await change()), words: words('d2h5', reader) });
const lower = async (by: Actor) => lowerUrgency(deps(), by, { ...(await change()), words: words() });
const write = (urgency: 'urgent' | 'standard' = 'standard') =>
  addFollowUp(core.deps, { code, id: newRequestId(), text: 'more', urgency });
const record = async () => (await readStoredCase(core, caseId)).record;
const alert = async () => (await core.store.outbox.read(caseId))?.value;
const changed = { kind: 'changed' };

describe('a case that its reporter called urgent', () => {
  it('is lowered by nobody alone, and by a second person who has read why', async () => {
    await seen(one);
    expect(await lower(one)).toMatchObject({ kind: 'notAllowed', why: 'needsTwo' });
    expect(await ask(one)).toMatchObject({ ...changed, peopleToNotify: [two.objectId, three.objectId] });
    expect(await lower(one)).toMatchObject({ kind: 'notAllowed', why: 'needsTwo' });
    expect(await lower(two)).toMatchObject({ gates: ['agreementUnread'] });
    expect(await core.store.list.count({ handledBy: 'acu', viewer: two.objectId, fourEyesFor: two.objectId }, 9)).toBe(
      1,
    );
    await read(two);
    expect(await lower(two)).toMatchObject(changed);
    expect(await record()).toMatchObject({ urgency: 'standard', wasUrgent: 'reported' });
    expect(await alert()).toMatchObject({ urgency: 'standard', state: 'acknowledged' });
    expect((await readStoredCase(core, caseId)).events.at(-1)).toMatchObject({ kind: 'urgencyLowered', note: words() });
  });

  it('is lowered only once its alert was acknowledged and it was opened', async () => {
    await read(one);
    expect(await ask(one)).toMatchObject({ kind: 'notAllowed', why: 'state' });
    await acknowledge(one);
    await ask(one);
    await write('urgent');
    await read(two);
    expect(await lower(two)).toMatchObject({ kind: 'notAllowed', why: 'state' });
    expect(await alert()).toMatchObject({ urgency: 'urgent', state: 'waiting' });
  });

  it('waits for a new request after anything new', async () => {
    await seen(one);
    await ask(one);
    await recordSafety(deps(), one, { ...entry(), danger: 'now', words: words() });
    expect((await record()).lowering).toBeUndefined();
    await read(two);
    expect(await lower(two)).toMatchObject({ why: 'needsTwo' });
    await ask(one);
    await write();
    await seen(two);
    expect(await lower(two)).toMatchObject({ why: 'needsTwo' });
  });

  it('counts no request of somebody who is out, or who holds the role no more', async () => {
    await seen(one);
    await ask(one);
    await read(two);
    const without = createCasework(core, { listHandlers: async () => [two.objectId] });
    expect(await lowerUrgency(without, two, { ...(await change()), words: words() })).toMatchObject({
      why: 'needsTwo',
    });
    await excludePerson(deps(), three, { ...entry(), person: one.objectId, words: why });
    expect(await lower(two)).toMatchObject({ why: 'needsTwo' });
  });

  it('is lowered by one of the reserve who was asked, with a reason that they can read', async () => {
    await seen(one);
    const agree = (reader: 'handlers' | 'oversight' = 'oversight') =>
      agreeLoweringAsReserve(deps(), reserve, { ...entry(), words: words('d2h5', reader) });
    await ask(one);
    expect(await agree()).toMatchObject({ kind: 'refused' });
    await ask(one, 'oversight');
    expect(await overseeCase(deps(), reserve, caseId)).toMatchObject({ toLower: { by: one.objectId } });
    expect((await alert())?.notice).toBeDefined();
    expect(await agree('handlers')).toMatchObject({ why: 'noReason' });
    expect(await agree()).toMatchObject(changed);
    expect(await record()).toMatchObject({ urgency: 'standard', wasUrgent: 'reported' });
    expect(await agree()).toMatchObject({ why: 'notAsked' });
    expect(await overseeCase(deps(), reserve, caseId)).not.toHaveProperty('toLower');
  });

  it('still needs a second person to be closed once it was lowered', async () => {
    await seen(one);
    await ask(one);
    await read(two);
    await lower(two);
    const grading = { source: '3', assessment: 'E', handling: 'P' } as const;
    await triageCase(deps(), one, { ...(await change()), category: 'other', grading, flags: [], regime: 'general' });
    await read(one);
    const close = { outcome: 'noFurtherAction', answer: 'withheld', words: words() } as const;
    expect(await closeCase(deps(), one, { ...(await change()), ...close })).toMatchObject({ gates: ['notAgreed'] });
    expect((await viewCase(core, caseId, one)).needsAgreement).toBe(true);
  });

  it('is urgent again with a new addition that says so, and then takes two again', async () => {
    await seen(one);
    await ask(one);
    await read(two);
    await lower(two);
    await raise(one);
    await seen(one);
    // The reporter said so once: whoever raises it again does not lower it alone.
    expect(await lower(one)).toMatchObject({ why: 'needsTwo' });
    await ask(one);
    await read(two);
    expect(await lower(two)).toMatchObject(changed);
    // Nor is it forgotten that the reporter did, though a colleague did so last.
    expect(await record()).toMatchObject({ urgency: 'standard', wasUrgent: 'reported' });
    await write('urgent');
    expect((await record()).urgencyRaised).toBeUndefined();
    expect(await alert()).toMatchObject({ urgency: 'urgent', state: 'waiting' });
  });
});

describe('a case that nobody reported as urgent', () => {
  beforeEach(() => report('no'));

  it('is raised by one person alone, and its alert leaves at once until somebody acknowledges it', async () => {
    await seen(one);
    expect(await lower(one)).toMatchObject({ why: 'state' });
    expect(await raise(one)).toMatchObject({ ...changed, peopleToNotify: [two.objectId, three.objectId] });
    expect(await raise(two)).toMatchObject({ why: 'state' });
    expect(await record()).toMatchObject({ urgency: 'urgent', toAcknowledge: true });
    const raised = await alert();
    expect(raised).toMatchObject({ urgency: 'urgent', state: 'waiting', dueAt: core.deps.clock().toISOString() });
    const atRisk = {
      ...({ handledBy: 'acu', viewer: two.objectId, unacknowledged: true, urgency: 'urgent' } as const),
      caseIdPrefix: caseId,
    };
    expect(await core.store.list.count(atRisk, 9)).toBe(1);
    expect(await lower(one)).toMatchObject({ why: 'state' });
    await acknowledge(two);
    expect(await core.store.list.count(atRisk, 9)).toBe(0);
  });

  it('has an alert that waits for its hour leave at once', async () => {
    await raise(one);
    expect(await alert()).toMatchObject({ urgency: 'urgent', dueAt: core.deps.clock().toISOString() });
    expect((await record()).toAcknowledge).toBeUndefined();
  });

  it('is lowered alone by the person who raised it, and by two if a colleague did', async () => {
    await seen(one);
    await raise(one);
    await seen(two);
    expect(await lower(two)).toMatchObject({ why: 'needsTwo' });
    await read(one);
    expect(await lower(one)).toMatchObject(changed);
    expect(await record()).toMatchObject({ urgency: 'standard', wasUrgent: 'raised' });
    expect((await viewCase(core, caseId, one)).needsAgreement).toBe(true);
  });

  it('is asked again what is known about danger, unless that says that somebody is in danger now', async () => {
    await seen(one);
    await recordSafety(deps(), one, { ...entry(), danger: 'none', words: words() });
    await raise(one);
    expect((await record()).safety).toBeUndefined();
    await seen(one);
    await recordSafety(deps(), one, { ...entry(), danger: 'now', words: words() });
    await lower(one);
    await raise(one);
    expect((await record()).safety).toMatchObject({ danger: 'now' });
  });

  it('takes a repeat of the request as the same', async () => {
    await seen(one);
    const same = { ...entry(), words: words() };
    expect(await raiseUrgency(deps(), one, same)).toMatchObject({ ...changed, isNew: true });
    expect(await raiseUrgency(deps(), one, same)).toMatchObject({ ...changed, isNew: false });
  });
});
