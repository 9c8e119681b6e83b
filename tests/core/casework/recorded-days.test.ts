import { beforeEach, describe, expect, it } from '@jest/globals';
import { releaseSeals } from '../../../core/casework/release-seals.ts';
import { linkCase } from '../../../core/casework/link-case.ts';
import { sendMessageToReporter } from '../../../core/casework/case-messages.ts';
import { closeCase, changeCaseStatus, triageCase } from '../../../core/casework/case-lifecycle.ts';
import type { CaseRecord } from '../../../core/model/case-record.ts';
import { addFollowUp } from '../../../core/reporting/follow-up.ts';
import type { CaseId } from '../../../core/model/case-id.ts';
import type { ReturnCode } from '../../../core/model/return-code.ts';
import {
  createAskedChange,
  createCasework,
  newRequestId,
  one,
  saveCase,
  readStoredCase,
  two,
  words,
} from '../../support/core/casework.ts';
import { createCaseInState } from '../../support/core/case-states.ts';
import { writeToReporter } from '../../support/core/write-to-reporter.ts';
import { setUpCore } from '../../support/core/set-up-core.ts';

const dayMs = 86_400_000;
const core = setUpCore();
let caseId: CaseId;
let code: ReturnCode;
beforeEach(async () => {
  ({ caseId, code } = await createCaseInState(core, 'graded'));
});

const standing = async (): Promise<CaseRecord> => (await readStoredCase(core, caseId)).record;
const message = (number: number) =>
  sendMessageToReporter(createCasework(core), one, {
    caseId,
    request: newRequestId(),
    id: newRequestId(),
    number,
    sealed: 'd29yZHM=',
  });
async function close(): Promise<void> {
  for (const by of [one, two]) await releaseSeals(core.deps, caseId, by);
  const end = { outcome: 'misconduct', answer: 'acted', words: words() } as const;
  expect(
    await closeCase(createCasework(core), one, { ...(await createAskedChange(core, caseId)), ...end }),
  ).toMatchObject({
    kind: 'changed',
  });
}
const add = (text = 'more') => addFollowUp(core.deps, { code, id: newRequestId(), text });
const reopen = async () =>
  changeCaseStatus(createCasework(core), one, { ...(await createAskedChange(core, caseId)), to: 'reopened' });

/** Writes a case as a version left it that kept no day of the first answer. */
async function asOfBefore(): Promise<void> {
  const found = await core.store.cases.read(caseId);
  if (!found) throw new Error('no such case');
  const { answeredOn: _answered, ...value } = found.value;
  await core.store.cases.change({ case: { ...found, value }, events: [] });
}

describe('the day of the first answer', () => {
  it('is that of the first message, whatever follows', async () => {
    expect((await standing()).answeredOn).toBeUndefined();
    core.pass(dayMs);
    await message(1);
    expect((await standing()).answeredOn).toBe('2026-11-26');
    core.pass(dayMs);
    await message(2);
    await close();
    expect((await standing()).answeredOn).toBe('2026-11-26');
  });

  it('is that of the close where nobody had written, and stays it once the case is opened again', async () => {
    core.pass(2 * dayMs);
    await close();
    expect((await standing()).answeredOn).toBe('2026-11-27');
    core.pass(dayMs);
    await reopen();
    await message(1);
    await close();
    expect((await standing()).answeredOn).toBe('2026-11-27');
  });

  it('is not known where a message was left before it was kept', async () => {
    await writeToReporter({ store: core.store, now: core.deps.clock() }, code, 'before');
    core.pass(dayMs);
    await message(2);
    expect((await standing()).answeredOn).toBeUndefined();
    await close();
    expect((await standing()).answeredOn).toBeUndefined();
  });

  it('is not known where the case was closed before it was kept, also after it was opened again', async () => {
    await close();
    await asOfBefore();
    core.pass(dayMs);
    await message(1);
    expect((await standing()).answeredOn).toBeUndefined();
    await reopen();
    await close();
    expect((await standing()).answeredOn).toBeUndefined();
  });

  it('is known of a case that was opened and worked on before, and had no answer yet', async () => {
    await changeCaseStatus(createCasework(core), one, { ...(await createAskedChange(core, caseId)), to: 'inProgress' });
    core.pass(dayMs);
    await message(1);
    expect((await standing()).answeredOn).toBe('2026-11-26');
  });
});

describe('the day on which whoever reported came back', () => {
  it('is that of the first thing that they added', async () => {
    expect((await standing()).cameBackOn).toBeUndefined();
    core.pass(dayMs);
    await add();
    core.pass(dayMs);
    await add('and more');
    expect((await standing()).cameBackOn).toBe('2026-11-26');
  });
});

describe('the day of the first link', () => {
  it('stands in the later one of two cases, from whichever the link was made, and stays', async () => {
    core.pass(dayMs);
    const later = await saveCase(core);
    core.pass(dayMs);
    const last = await saveCase(core);
    const link = (from: CaseId, other: CaseId) =>
      linkCase(createCasework(core), one, { caseId: from, other, request: newRequestId() });
    await link(caseId, later);
    core.pass(dayMs);
    await link(later, last);
    await link(caseId, last);
    const days = await Promise.all(
      [caseId, later, last].map(async (id) => (await readStoredCase(core, id)).record.repeatOn),
    );
    expect(days).toEqual([undefined, '2026-11-27', '2026-11-28']);
  });

  it('of two cases of one day stands in one of them', async () => {
    const other = await saveCase(core);
    await linkCase(createCasework(core), one, { caseId, other, request: newRequestId() });
    const days = await Promise.all([caseId, other].map(async (id) => (await readStoredCase(core, id)).record.repeatOn));
    expect(days.filter((day) => day !== undefined)).toEqual(['2026-11-25']);
  });
});

describe('towards whom it was done', () => {
  const triage = async (towards?: 'public' | 'both') =>
    triageCase(createCasework(core), one, {
      ...(await createAskedChange(core, caseId)),
      category: 'other',
      grading: { source: '2', assessment: 'C', handling: 'P' },
      flags: [],
      regime: 'general',
      towards,
    });

  it('stands in clear only once a handler recorded it, with its entry, and stays where a later triage says nothing', async () => {
    expect(await standing()).not.toHaveProperty('towards');
    await triage('public');
    expect((await standing()).towards).toBe('public');
    await triage();
    expect((await standing()).towards).toBe('public');
    await triage('both');
    const { record, events } = await readStoredCase(core, caseId);
    expect(record.towards).toBe('both');
    expect(events.filter(({ kind }) => kind === 'triaged').map(({ detail }) => detail?.towards)).toEqual([
      undefined,
      'public',
      'public',
      'both',
    ]);
  });
});
