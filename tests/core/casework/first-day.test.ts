import { beforeEach, describe, expect, it } from '@jest/globals';
import { changeCaseStatus } from '../../../core/casework/case-lifecycle.ts';
import { excludePerson } from '../../../core/casework/exclusion.ts';
import { recordDuty, recordSafety } from '../../../core/casework/first-day.ts';
import { releaseSeals } from '../../../core/casework/release-seals.ts';
import { runningDeadlines } from '../../../core/model/deadlines.ts';
import { addDays } from '../../../core/model/calendar.ts';
import type { CaseId } from '../../../core/model/case-id.ts';
import type { Actor } from '../../../core/model/permissions.ts';
import type { ReturnCode } from '../../../core/model/return-code.ts';
import type { Danger } from '../../../core/model/case-terms.ts';
import { addFollowUp } from '../../../core/reporting/follow-up.ts';
import { findByReturnCode } from '../../../core/reporting/find-by-return-code.ts';
import { createMailboxDecrypter } from '../../../crypto/decrypt-seal.ts';
import {
  createAskedChange,
  createCasework,
  newRequestId,
  one,
  readStoredCase,
  reserve,
  two,
  why,
  words,
} from '../../support/core/casework.ts';
import { createCaseInState } from '../../support/core/case-states.ts';
import { today } from '../../support/contracts/records.ts';
import { setUpCore } from '../../support/core/set-up-core.ts';

const core = setUpCore();
let code: ReturnCode;
let caseId: CaseId;
beforeEach(async () => {
  ({ code, caseId } = await createCaseInState(core, 'acknowledged'));
});

const firstDayLimits = { safety: 0, crime: 1, conduct: 2 };
const deps = () => createCasework(core, { firstDayLimits });
const entry = () => ({ caseId, request: newRequestId() });
const read = (by: Actor = one, limits = firstDayLimits) =>
  releaseSeals({ ...core.deps, firstDayLimits: limits }, caseId, by);
const safety = (by: Actor = one, danger: Danger = 'none') =>
  recordSafety(deps(), by, { ...entry(), danger, words: words() });
const duty = (which: 'crime' | 'conduct', isRecorded = true) =>
  recordDuty(deps(), one, { ...entry(), duty: which, isRecorded, words: words() });
const record = async () => (await readStoredCase(core, caseId)).record;
const missing = (viewer = two) =>
  core.store.list.count({ handledBy: 'acu', viewer: viewer.objectId, safetyMissing: true }, 9);
const dated = async () => runningDeadlines(await record(), {}).map(({ deadline, dueOn }) => [deadline, dueOn] as const);

describe('what is known about danger', () => {
  it('is asked once somebody has opened the report, until it is recorded with its author and the day', async () => {
    expect(await missing()).toBe(0);
    await read();
    expect(await missing()).toBe(1);
    expect(await safety(two)).toMatchObject({ why: 'reportNotOpened' });
    await safety();
    expect(await missing()).toBe(0);
    const { record: its, events } = await readStoredCase(core, caseId);
    expect(its.safety).toEqual({ danger: 'none', on: today, by: one.objectId });
    expect(events.at(-1)).toMatchObject({
      kind: 'safetyRecorded',
      by: { objectId: one.objectId },
      detail: { danger: 'none' },
      note: words(),
    });
  });

  it('is added to by a further entry, and the earlier one stays', async () => {
    await read();
    await read(two);
    await safety();
    await safety(two, 'later');
    const { events } = await readStoredCase(core, caseId);
    expect(events.filter(({ kind }) => kind === 'safetyRecorded').map(({ detail }) => detail?.danger)).toEqual([
      'none',
      'later',
    ]);
  });

  it('is asked again after an urgent addition and after a reopening, and not after any other message', async () => {
    await read();
    await safety();
    await addFollowUp(core.deps, { code, id: newRequestId(), text: 'thanks' });
    await read();
    expect(await missing()).toBe(0);
    await addFollowUp(core.deps, { code, id: newRequestId(), text: 'help', urgency: 'urgent' });
    await read();
    expect(await missing()).toBe(1);
    ({ code, caseId } = await createCaseInState(core, 'closed'));
    expect(await missing()).toBe(1);
    await changeCaseStatus(deps(), one, { ...(await createAskedChange(core, caseId)), to: 'reopened' });
    expect(await missing()).toBe(2);
  });

  it('is asked again if the person who recorded it is shut out of the case', async () => {
    await read();
    await safety();
    expect(await missing()).toBe(0);
    await excludePerson(deps(), two, { ...entry(), person: one.objectId, words: why });
    expect((await record()).excluded).toEqual([one.objectId]);
    expect((await record()).safety).toBeUndefined();
    expect(await missing()).toBe(1);
  });

  it('is in no list or count of somebody who is excluded, nor of those who do not handle the case', async () => {
    await read();
    await excludePerson(deps(), one, { ...entry(), person: two.objectId, words: why });
    expect([await missing(), await missing(one)]).toEqual([0, 1]);
    expect(await safety(two)).toMatchObject({ kind: 'refused' });
    expect(await safety(reserve)).toMatchObject({ kind: 'refused' });
  });
});

describe('the limits of the first day', () => {
  it('run from the opening, or from receipt, once somebody has opened the report', async () => {
    expect(await dated()).toEqual([]);
    await read();
    expect(await dated()).toEqual([
      ['safety', today],
      ['crime', addDays(today, 1)],
      ['conduct', addDays(today, 2)],
    ]);
    // The first opening counts.
    await read(two, { safety: 9, crime: 9, conduct: 9 });
    expect((await dated()).map(([, day]) => day)).toEqual([today, addDays(today, 1), addDays(today, 2)]);
  });

  it('end once it is recorded, or said why not', async () => {
    await read();
    await safety();
    expect((await dated()).map(([name]) => name)).toEqual(['crime', 'conduct']);
    await duty('crime', false);
    expect((await dated()).map(([name]) => name)).toEqual(['conduct']);
    await duty('conduct');
    expect(await dated()).toEqual([]);
    expect(await record()).toMatchObject({
      crime: { isRecorded: false, by: one.objectId },
      conduct: { isRecorded: true },
    });
  });

  it('do not run where the force has set none', async () => {
    await releaseSeals(core.deps, caseId, one);
    expect(await dated()).toEqual([]);
    expect(await missing()).toBe(1);
  });

  it('are found by lists of what is overdue', async () => {
    await read();
    const overdue = (day: typeof today) =>
      core.store.list.count({ handledBy: 'acu', viewer: two.objectId, due: { referral: day } }, 9);
    expect([await overdue(today), await overdue(addDays(today, 1))]).toEqual([0, 1]);
    await safety();
    expect([await overdue(addDays(today, 1)), await overdue(addDays(today, 2))]).toEqual([0, 1]);
  });

  it('are no part of what the reporter sees', async () => {
    const before = await findByReturnCode({ ...core.deps, mailbox: createMailboxDecrypter() }, code);
    await read();
    expect(await findByReturnCode({ ...core.deps, mailbox: createMailboxDecrypter() }, code)).toEqual(before);
  });
});
