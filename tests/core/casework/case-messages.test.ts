import { beforeEach, describe, expect, it } from '@jest/globals';
import { acknowledgeCase } from '../../../core/casework/acknowledge-case.ts';
import { maxDailyMessagesPerPerson, maxMessagesToReporter } from '../../../core/ports/case-limits.ts';
import {
  confirmUpdate,
  sendMessageToReporter,
  setAsideMessage,
  setMessagesStopped,
} from '../../../core/casework/case-messages.ts';
import { digestOfSeal } from '../../../core/model/digests.ts';
import type { CaseworkDependencies } from '../../../core/casework/case-action.ts';
import { releaseSeals } from '../../../core/casework/release-seals.ts';
import { triageCase } from '../../../core/casework/case-lifecycle.ts';
import type { CaseId } from '../../../core/model/case-id.ts';
import type { ReturnCode } from '../../../core/model/return-code.ts';
import { deriveCaseId } from '../../../core/model/return-code-keys.ts';
import { addFollowUp } from '../../../core/reporting/follow-up.ts';
import { submitReport } from '../../../core/reporting/submit-report.ts';
import { createSubmission, newReturnCode } from '../../support/core/open-core.ts';
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
import { setUpCore } from '../../support/core/set-up-core.ts';

const core = setUpCore();
let caseId: CaseId;
beforeEach(async () => {
  caseId = await saveCase(core);
});

const write = (number: number, by = one, differences: Partial<CaseworkDependencies> = {}) =>
  sendMessageToReporter(createCasework(core, differences), by, {
    caseId,
    request: newRequestId(),
    id: newRequestId(),
    number,
    sealed: by === two ? 'b3RoZXI=' : 'd29yZHM=',
  });
const stop = async (stopped: boolean) =>
  setMessagesStopped(createCasework(core), one, {
    ...(await createAskedChange(core, caseId)),
    stopped,
    words: words(),
  });

describe('a message to the reporter', () => {
  it('stands in the history, counts as an update and leaves the state of the case', async () => {
    core.pass(2 * 86_400_000);
    expect(await write(1)).toMatchObject({ kind: 'changed', isNew: true });
    const { record, events } = await readStoredCase(core, caseId);
    expect(record).toMatchObject({ status: 'received', updatedOn: '2026-11-27' });
    expect(events.at(-1)).toMatchObject({
      kind: 'messageToReporter',
      by: { objectId: 'handler-one' },
      message: { number: 1, sealed: 'd29yZHM=' },
    });
  });

  it('has the next number: of two written at once the second is told to be sealed anew', async () => {
    const both = await Promise.all([write(1, one), write(1, two)]);
    expect(both.filter(({ kind }) => kind === 'changed')).toHaveLength(1);
    expect(both).toContainEqual({ kind: 'notAllowed', why: 'number' });
    for (const number of [1, 3]) expect(await write(number)).toEqual({ kind: 'notAllowed', why: 'number' });
    expect(await write(2)).toMatchObject({ kind: 'changed' });
  });

  it('is written by one person so often on a day, and by a colleague after that', async () => {
    for (let number = 1; number <= maxDailyMessagesPerPerson; number += 1) {
      expect(await write(number)).toMatchObject({ kind: 'changed' });
    }
    const next = maxDailyMessagesPerPerson + 1;
    expect(await write(next)).toEqual({ kind: 'notAllowed', why: 'fullToday' });
    expect(await write(next, two)).toMatchObject({ kind: 'changed' });
    core.pass(86_400_000);
    expect(await write(next + 1)).toMatchObject({ kind: 'changed' });
  });

  it('does not end with junk that one person wrote day after day, once a colleague set it aside', async () => {
    for (let number = 1; number <= maxMessagesToReporter; number += 1) {
      if (number % maxDailyMessagesPerPerson === 1) core.pass(86_400_000);
      expect(await write(number)).toMatchObject({ kind: 'changed' });
    }
    core.pass(86_400_000);
    const next = maxMessagesToReporter + 1;
    expect(await write(next, two)).toEqual({ kind: 'notAllowed', why: 'full' });
    await releaseSeals(core.deps, caseId, two);
    const junk = { caseId, request: newRequestId(), of: digestOfSeal('d29yZHM='), words: words() };
    expect(await setAsideMessage(createCasework(core), two, junk)).toMatchObject({ kind: 'changed' });
    expect(await write(next, two)).toMatchObject({ kind: 'changed' });
  });

  it('is not written until the counsel of the force has agreed', async () => {
    expect(await write(1, one, { messages: false })).toEqual({ kind: 'notAllowed', why: 'notAgreed' });
  });

  it('is stopped where the reporter may be a covert source, until somebody says otherwise, with a reason each time', async () => {
    expect(await stop(false)).toEqual({ kind: 'notAllowed', why: 'state' });
    expect(await stop(true)).toMatchObject({ record: { possibleChis: true } });
    expect(await write(1)).toEqual({ kind: 'notAllowed', why: 'stopped' });
    expect(await stop(false)).toMatchObject({ kind: 'changed' });
    expect(await write(1)).toMatchObject({ kind: 'changed' });
    const { events } = await readStoredCase(core, caseId);
    expect(events.filter(({ kind }) => kind === 'messagesStopped').map(({ detail }) => detail)).toEqual([
      { stopped: true },
      { stopped: false },
    ]);
  });
});

describe('a message on a case of the hub', () => {
  let code: ReturnCode;
  let ofHub: CaseId;
  beforeEach(async () => {
    code = newReturnCode();
    await submitReport(core.deps, createSubmission({ code, route: 'hub' }));
    ofHub = deriveCaseId(code);
  });
  const writeHub = (number: number, confirmedContact?: true, by = one) =>
    sendMessageToReporter(createCasework(core), by, {
      caseId: ofHub,
      request: newRequestId(),
      id: newRequestId(),
      number,
      sealed: 'd29yZHM=',
      confirmedContact,
    });
  const read = (by = one) => releaseSeals(core.deps, ofHub, by);
  const refused = { kind: 'notAllowed', why: 'contact' };

  it('is written by whoever opened the report and confirmed how the person may be contacted, which its entry says', async () => {
    await read();
    expect(await writeHub(1, true)).toMatchObject({ kind: 'changed', isNew: true });
    const { events } = await readStoredCase(core, ofHub);
    expect(events.at(-1)).toMatchObject({ kind: 'messageToReporter', detail: { confirmedContact: true } });
  });

  it('is not written without that, whoever confirmed an earlier one', async () => {
    await read();
    expect(await writeHub(1)).toEqual(refused);
    await writeHub(1, true);
    expect(await writeHub(2)).toEqual(refused);
    expect(await writeHub(2, true, two)).toEqual(refused);
    await read(two);
    expect(await writeHub(2, true, two)).toMatchObject({ kind: 'changed' });
  });

  it('waits until what was added since is read: it may take the consent back', async () => {
    await read();
    await addFollowUp(core.deps, { code, id: 'one', text: 'They do not agree any more.' });
    expect(await writeHub(1, true)).toEqual(refused);
    await read();
    expect(await writeHub(1, true)).toMatchObject({ kind: 'changed' });
  });

  it('is confirmed on no case of the staff, which has nothing to confirm', async () => {
    const { record } = await readStoredCase(core, caseId);
    expect(record.route).toBe('staff');
    expect(
      await sendMessageToReporter(createCasework(core), one, {
        caseId,
        request: newRequestId(),
        id: newRequestId(),
        number: 1,
        sealed: 'd29yZHM=',
        confirmedContact: true,
      }),
    ).toEqual(refused);
    expect(await write(1)).toMatchObject({ kind: 'changed' });
  });
});

describe('an update without news', () => {
  const confirm = async () => confirmUpdate(createCasework(core), one, await createAskedChange(core, caseId));

  it('counts from the day on which somebody looked, once a case is triaged', async () => {
    expect(await confirm()).toEqual({ kind: 'notAllowed', why: 'state' });
    await acknowledgeCase(core.deps, caseId, one);
    expect(await confirm()).toEqual({ kind: 'notAllowed', why: 'state' });
    const grading = { source: '2', assessment: 'C', handling: 'P' } as const;
    const triage = { category: 'other', grading, flags: [], regime: 'general' } as const;
    await triageCase(createCasework(core), one, { ...(await createAskedChange(core, caseId)), ...triage });
    core.pass(5 * 86_400_000);
    expect(await confirm()).toMatchObject({ record: { status: 'triaged', updatedOn: '2026-11-30' } });
  });
});
