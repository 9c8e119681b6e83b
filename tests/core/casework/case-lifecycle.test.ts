import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { acknowledgeCase } from '../../../core/casework/acknowledge-case.ts';
import { mayTransition, allowedTransitions } from '../../../core/casework/status-transitions.ts';
import type { CaseOutcome } from '../../../core/casework/case-action.ts';
import { releaseSeals } from '../../../core/casework/release-seals.ts';
import { linkCase } from '../../../core/casework/link-case.ts';
import { closeCase, changeCaseStatus, triageCase } from '../../../core/casework/case-lifecycle.ts';
import { addFollowUp } from '../../../core/reporting/follow-up.ts';
import { toDay } from '../../../core/model/calendar.ts';
import { type CaseRecord, type CaseStatus, caseStatuses } from '../../../core/model/case-record.ts';
import { outcomes } from '../../../core/model/case-terms.ts';
import { deriveCaseId } from '../../../core/model/return-code-keys.ts';
import type { ReturnCode } from '../../../core/model/return-code.ts';
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

type Act = 'acknowledge' | 'triage' | 'inProgress' | 'awaitingReporter' | 'reopened' | 'close' | 'write';
interface Doing {
  readonly act: Act;
  readonly by: typeof one;
  /** Whether the page that it is done on shows an older case. */
  readonly stale: boolean;
  readonly hours: number;
}
const doings: fc.Arbitrary<readonly Doing[]> = fc.array(
  fc.record({
    act: fc.constantFrom<Act>(
      'acknowledge',
      'triage',
      'inProgress',
      'awaitingReporter',
      'reopened',
      'close',
      'close',
      'write',
    ),
    by: fc.constantFrom(one, two),
    stale: fc.integer({ min: 0, max: 5 }).map((one) => one === 0),
    hours: fc.integer({ min: 0, max: 60 }),
  }),
  { minLength: 4, maxLength: 24 },
);

/** What each act makes of a state; what is not here is not allowed. `same`: it is done, and the state stays. */
const model: Readonly<Record<Act, Readonly<Partial<Record<CaseStatus, CaseStatus | 'same'>>>>> = {
  acknowledge: { received: 'acknowledged' },
  triage: {
    acknowledged: 'triaged',
    triaged: 'same',
    inProgress: 'same',
    awaitingReporter: 'same',
    reopened: 'same',
  },
  inProgress: { triaged: 'inProgress', awaitingReporter: 'inProgress', reopened: 'inProgress' },
  awaitingReporter: { triaged: 'awaitingReporter', inProgress: 'awaitingReporter', reopened: 'awaitingReporter' },
  reopened: { closed: 'reopened' },
  close: { triaged: 'closed', inProgress: 'closed', awaitingReporter: 'closed', reopened: 'closed' },
  write: {
    received: 'same',
    acknowledged: 'same',
    triaged: 'same',
    inProgress: 'same',
    awaitingReporter: 'inProgress',
    closed: 'reopened',
    reopened: 'same',
  },
};

const grading = { source: '2', assessment: 'C', handling: 'P' } as const;

async function change(code: ReturnCode, { act, by, stale }: Doing): Promise<CaseOutcome> {
  const caseId = deriveCaseId(code);
  const now = await createAskedChange(core, caseId);
  const how = stale ? { ...now, revision: now.revision + 1 } : now;
  const deps = createCasework(core);
  if (act === 'triage') {
    return triageCase(deps, by, { ...how, category: 'other', grading, flags: ['domesticAbuse'], regime: 'general' });
  }
  if (act === 'close') return closeCase(deps, by, { ...how, outcome: 'misconduct', answer: 'acted', words: words() });
  if (act === 'acknowledge' || act === 'write') throw new Error('this is no change of a handler');
  return changeCaseStatus(deps, by, { ...how, to: act });
}

/** What is true of a case in a state, whatever led there. */
function expectSound(record: CaseRecord): void {
  expect(record.closedOn !== undefined).toBe(record.status === 'closed');
  expect(record.outcome !== undefined).toBe(record.status === 'closed');
  expect(record.answer !== undefined).toBe(record.status === 'closed');
  expect(record.detrimentCheck !== undefined).toBe(record.status === 'closed' && record.mode !== 'notKept');
  expect(record.acknowledgedOn === undefined).toBe(record.status === 'received');
  expect(record.triagedOn === undefined).toBe(record.status === 'received' || record.status === 'acknowledged');
  expect(record.grading === undefined).toBe(record.triagedOn === undefined);
}

describe('the states of a case', () => {
  it('follow each other as they may and no other way, each with who and when', async () => {
    await fc.assert(
      fc.asyncProperty(doings, async (list) => {
        const code = newReturnCode();
        await submitReport(core.deps, createSubmission({ code }));
        for (const doing of list) {
          core.pass(doing.hours * 3_600_000);
          // What whoever reported wrote last is read before it is closed.
          if (doing.act === 'close') await releaseSeals(core.deps, deriveCaseId(code), doing.by);
          const before = await readStoredCase(core, deriveCaseId(code));
          const becomes = model[doing.act][before.record.status];
          if (doing.act === 'acknowledge') await acknowledgeCase(core.deps, deriveCaseId(code), doing.by);
          else if (doing.act === 'write') await addFollowUp(core.deps, { code, id: newRequestId(), text: 'more' });
          else {
            const outcome = await change(code, doing);
            expect(outcome.kind).toBe(doing.stale ? 'moved' : becomes === undefined ? 'notAllowed' : 'changed');
          }
          const after = await readStoredCase(core, deriveCaseId(code));
          const own = doing.act === 'acknowledge' || doing.act === 'write';
          // An acknowledgement of something that was added says nothing of the state.
          const done = becomes !== undefined && (own || !doing.stale);
          const status = done && becomes !== 'same' ? becomes : before.record.status;
          expect(after.record.status).toBe(status);
          expectSound(after.record);
          if (!done && doing.act !== 'acknowledge') expect(after).toEqual(before);
          if (!done) continue;
          expect(after.events).toHaveLength(before.events.length + 1);
          const last = after.events.at(-1);
          const today = toDay(core.deps.clock(), core.deps.timeZone);
          expect(last).toMatchObject(
            doing.act === 'write'
              ? { by: 'reporter', at: today }
              : { by: { objectId: doing.by.objectId }, at: core.deps.clock().toISOString() },
          );
          if (becomes !== 'same') expect(after.record.updatedOn).toBe(today);
          if (!own && becomes !== 'same') {
            expect(last?.detail).toMatchObject({ from: before.record.status, to: becomes });
            expect(after.record.revision).toBe(before.record.revision + 1);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are said in one place: the table of moves and what may be done agree', () => {
    for (const from of caseStatuses) {
      const byHand = (['acknowledge', 'triage', 'inProgress', 'awaitingReporter', 'reopened', 'close'] as const)
        .map((act) => model[act][from])
        .filter((to) => to !== undefined && to !== 'same');
      expect([...allowedTransitions(from)].toSorted()).toEqual([...new Set(byHand)].toSorted());
      for (const to of caseStatuses) expect(mayTransition(from, to)).toBe(allowedTransitions(from).includes(to));
    }
  });

  it('end with each of the outcomes, and lose it when they are reopened', async () => {
    for (const outcome of outcomes) {
      const code = newReturnCode();
      const caseId = deriveCaseId(code);
      await submitReport(core.deps, createSubmission({ code }));
      await acknowledgeCase(core.deps, caseId, one);
      await change(code, { act: 'triage', by: one, stale: false, hours: 0 });
      await releaseSeals(core.deps, caseId, one);
      const other = await saveCase(core);
      if (outcome === 'duplicate')
        await linkCase(createCasework(core), one, { caseId, request: newRequestId(), other });
      const closing = { outcome, answer: 'kept', words: words() } as const;
      await closeCase(createCasework(core), one, { ...(await createAskedChange(core, caseId)), ...closing });
      const { record, events } = await readStoredCase(core, caseId);
      expect(record).toMatchObject({ status: 'closed', outcome, answer: 'kept', closedOn: '2026-11-25' });
      expect(events.at(-1)).toMatchObject({
        kind: 'closed',
        detail: { from: 'triaged', to: 'closed', outcome, answer: 'kept' },
      });
      await changeCaseStatus(createCasework(core), two, { ...(await createAskedChange(core, caseId)), to: 'reopened' });
      const after = await readStoredCase(core, caseId);
      expect(after.record).not.toHaveProperty('outcome');
      expect(after.events.at(-1)).toMatchObject({ kind: 'reopened', by: { objectId: two.objectId } });
    }
  });
});
