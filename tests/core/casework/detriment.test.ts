import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { CaseworkDependencies } from '../../../core/casework/case-action.ts';
import { releaseSeals } from '../../../core/casework/release-seals.ts';
import { requestErasure, eraseCase } from '../../../core/casework/erasure.ts';
import {
  sendDetrimentQuestion,
  skipDetrimentQuestion,
  sendMessageToReporter,
  setMessagesStopped,
} from '../../../core/casework/case-messages.ts';
import { changeCaseStatus } from '../../../core/casework/case-lifecycle.ts';
import { runningDeadlines } from '../../../core/model/deadlines.ts';
import { type DetrimentMonths, detrimentMonths } from '../../../core/model/base-schemas.ts';
import { nextDetrimentCheck } from '../../../core/model/detriment-check.ts';
import { addFollowUp } from '../../../core/reporting/follow-up.ts';
import { deriveCaseId } from '../../../core/model/return-code-keys.ts';
import { addDays, addMonths } from '../../../core/model/calendar.ts';
import type { IdentityMode } from '../../../core/model/questions.ts';
import type { ReturnCode } from '../../../core/model/return-code.ts';
import {
  createAskedChange,
  createCasework,
  newRequestId,
  one,
  readStoredCase,
  two,
  words,
} from '../../support/core/casework.ts';
import { parseTestDay } from '../../support/summary/figures.ts';
import { setUpCore } from '../../support/core/set-up-core.ts';
import { createCaseInState } from '../../support/core/case-states.ts';

const days = 86_400_000;
const core = setUpCore();

/** A case that was reported in a mode and is closed, on 25 November 2026. */
const closedCase = async (mode: IdentityMode, closing: Partial<CaseworkDependencies> = {}): Promise<ReturnCode> =>
  (await createCaseInState(core, 'closed', { mode, answer: 'kept', closing })).code;
const recordOf = async (code: ReturnCode) => (await readStoredCase(core, deriveCaseId(code))).record;

async function ask(
  code: ReturnCode,
  months: DetrimentMonths,
  number = 1,
  differences: Partial<CaseworkDependencies> = {},
) {
  const its = await createAskedChange(core, deriveCaseId(code));
  return sendDetrimentQuestion(createCasework(core, differences), one, {
    ...its,
    months,
    id: newRequestId(),
    number,
    sealed: 'd29yZHM=',
  });
}
const leave = async (code: ReturnCode, months: DetrimentMonths) =>
  skipDetrimentQuestion(createCasework(core), one, {
    ...(await createAskedChange(core, deriveCaseId(code))),
    months,
    words: words(),
  });

describe('whether somebody was treated worse because they reported', () => {
  it.each(['named', 'confidential'] as const)(
    'is asked three times after a case of mode %s is closed',
    async (mode) => {
      const code = await closedCase(mode);
      expect(await recordOf(code)).toMatchObject({ detrimentCheck: { months: 1, dueOn: '2026-12-25' } });
      expect(await ask(code, 1)).toEqual({ kind: 'notAllowed', why: 'state' });
      core.pass(30 * days);
      expect(await ask(code, 3)).toEqual({ kind: 'notAllowed', why: 'state' });
      expect(await ask(code, 1)).toMatchObject({
        kind: 'changed',
        record: { status: 'closed', detrimentCheck: { months: 3, dueOn: '2027-02-25' } },
      });
      const { events } = await readStoredCase(core, deriveCaseId(code));
      expect(events.at(-1)).toMatchObject({ kind: 'messageToReporter', detail: { months: 1 }, message: { number: 1 } });
      core.pass(62 * days);
      expect(await leave(code, 3)).toMatchObject({ record: { detrimentCheck: { months: 6, dueOn: '2027-05-25' } } });
      expect((await readStoredCase(core, deriveCaseId(code))).events.at(-1)).toMatchObject({
        kind: 'detrimentNotAsked',
        detail: { months: 3 },
        note: { for: 'handlers' },
      });
      core.pass(90 * days);
      expect(await ask(code, 6, 2)).toMatchObject({ kind: 'changed' });
      expect(await recordOf(code)).not.toHaveProperty('detrimentCheck');
      expect(await ask(code, 6, 3)).toEqual({ kind: 'notAllowed', why: 'state' });
    },
  );

  it('is asked of nobody who let nothing be kept, nor before the counsel of the force has agreed to messages', async () => {
    expect(await recordOf(await closedCase('notKept'))).not.toHaveProperty('detrimentCheck');
    expect(await recordOf(await closedCase('named', { messages: false }))).not.toHaveProperty('detrimentCheck');
  });

  it('is asked through the gate of every message, also where that was shut since', async () => {
    const code = await closedCase('named');
    core.pass(30 * days);
    expect(await ask(code, 1, 1, { messages: false })).toEqual({ kind: 'notAllowed', why: 'notAgreed' });
    expect(await ask(code, 1, 2)).toEqual({ kind: 'notAllowed', why: 'number' });
    // Nothing keeps it from being left out, with a reason.
    expect(await leave(code, 1)).toMatchObject({ kind: 'changed' });
  });

  it('is asked once where two ask at once, and a repeat asks nothing more', async () => {
    const code = await closedCase('named');
    core.pass(30 * days);
    const its = await createAskedChange(core, deriveCaseId(code));
    const request = { ...its, months: 1, id: newRequestId(), number: 1, sealed: 'd29yZHM=' } as const;
    const outcomes = await Promise.all([
      sendDetrimentQuestion(createCasework(core), one, request),
      sendDetrimentQuestion(createCasework(core), two, { ...request, request: newRequestId(), id: newRequestId() }),
    ]);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['changed', 'moved']);
    const first = outcomes[0]?.kind === 'changed' ? one : two;
    if (first === one) {
      expect(await sendDetrimentQuestion(createCasework(core), one, request)).toMatchObject({
        kind: 'changed',
        isNew: false,
      });
    }
    const { events } = await readStoredCase(core, deriveCaseId(code));
    expect(events.filter(({ kind }) => kind === 'messageToReporter')).toHaveLength(1);
  });

  it('stops with the messages to a possible source, and goes on with the next that is to come', async () => {
    const code = await closedCase('confidential');
    const stop = async (stopped: boolean) =>
      setMessagesStopped(createCasework(core), one, {
        ...(await createAskedChange(core, deriveCaseId(code))),
        stopped,
        words: words(),
      });
    await stop(true);
    expect(await recordOf(code)).not.toHaveProperty('detrimentCheck');
    core.pass(45 * days);
    expect(await ask(code, 1)).toEqual({ kind: 'notAllowed', why: 'state' });
    await stop(false);
    expect(await recordOf(code)).toMatchObject({ detrimentCheck: { months: 3, dueOn: '2027-02-25' } });
  });

  it('waits no longer once a case is opened again or erased', async () => {
    const code = await closedCase('named');
    await changeCaseStatus(createCasework(core), two, {
      ...(await createAskedChange(core, deriveCaseId(code))),
      to: 'reopened',
    });
    expect(await recordOf(code)).not.toHaveProperty('detrimentCheck');
    expect(await recordOf(code)).not.toHaveProperty('answer');
    const other = await closedCase('named');
    const asking = {
      ...(await createAskedChange(core, deriveCaseId(other))),
      reason: 'inError',
      words: words(),
    } as const;
    await requestErasure(createCasework(core), one, asking);
    await releaseSeals(core.deps, deriveCaseId(other), two);
    await eraseCase(createCasework(core), two, await createAskedChange(core, deriveCaseId(other)));
    expect(await recordOf(other)).not.toHaveProperty('detrimentCheck');
    expect(await recordOf(other)).not.toHaveProperty('answer');
  });

  it('is due like anything else that is waited for, and is found by lists', async () => {
    const code = await closedCase('named');
    const record = await recordOf(code);
    expect(runningDeadlines(record, {})).toEqual([{ deadline: 'detriment', dueOn: '2026-12-25' }]);
    const due = (before: string) =>
      core.store.list.count({ handledBy: 'acu', viewer: one.objectId, due: { detriment: parseTestDay(before) } }, 9);
    expect(await due('2026-12-25')).toBe(0);
    expect(await due('2026-12-26')).toBe(1);
  });

  it('answered with no leaves a case closed, with what it waits for; any other words open it again', async () => {
    const code = await closedCase('named');
    await addFollowUp(core.deps, { code, id: newRequestId(), text: 'No.', staysClosed: true });
    expect(await recordOf(code)).toMatchObject({ status: 'closed', answer: 'kept', detrimentCheck: { months: 1 } });
    await addFollowUp(core.deps, { code, id: newRequestId(), text: 'Yes.' });
    const record = await recordOf(code);
    expect(record.status).toBe('reopened');
    expect(record).not.toHaveProperty('answer');
    expect(record).not.toHaveProperty('detrimentCheck');
  });

  it('is no message like another: whoever writes otherwise leaves the check as it is', async () => {
    const code = await closedCase('named');
    core.pass(30 * days);
    const message = {
      caseId: deriveCaseId(code),
      request: newRequestId(),
      id: newRequestId(),
      number: 1,
      sealed: 'eA==',
    };
    await sendMessageToReporter(createCasework(core), one, message);
    expect(await recordOf(code)).toMatchObject({ detrimentCheck: { months: 1 } });
  });
});

describe('the next check', () => {
  const anyDay = fc.integer({ min: 0, max: 3_000 }).map((from) => addDays(parseTestDay('2026-01-01'), from));

  it('is always to come, in the order of its months, and ends', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 0, max: 400 }),
        fc.constantFrom(0, ...detrimentMonths),
        (closedOn, wait, after) => {
          const today = addDays(closedOn, wait);
          const next = nextDetrimentCheck(
            { status: 'closed', closedOn, mode: 'named', possibleChis: false },
            today,
            after,
          );
          if (next === undefined) {
            expect(after === 6 || addMonths(closedOn, 6) <= today).toBe(true);
          } else {
            expect(next.months).toBeGreaterThan(after);
            expect(next.dueOn > today).toBe(true);
            expect(next.dueOn).toBe(addMonths(closedOn, next.months));
          }
        },
      ),
    );
  });

  it('falls on the last day of a month that has no such day', () => {
    expect(addMonths(parseTestDay('2026-08-31'), 6)).toBe('2027-02-28');
    expect(addMonths(parseTestDay('2027-08-31'), 6)).toBe('2028-02-29');
    expect(addMonths(parseTestDay('2026-12-31'), 1)).toBe('2027-01-31');
    expect(addMonths(parseTestDay('2026-11-30'), 3)).toBe('2027-02-28');
  });
});
