import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { addDays } from '../../../core/model/calendar.ts';
import { caseStatuses } from '../../../core/model/case-record.ts';
import { dueCutoffs, runningDeadlines, type TimeLimits } from '../../../core/model/deadlines.ts';
import { isDue } from '../../support/core/is-due.ts';
import { referralDecisions } from '../../../core/model/case-terms.ts';
import { createCase, today } from '../../support/contracts/records.ts';

const days = fc.integer({ min: -60, max: 20 }).map((offset) => addDays(today, offset));
const optional = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
const cases = fc
  .record({
    status: fc.constantFrom(...caseStatuses),
    receivedOn: days,
    triagedOn: optional(days),
    updatedOn: optional(days),
    referral: optional(fc.record({ decision: fc.constantFrom(...referralDecisions), on: days, dueOn: optional(days) })),
  })
  .map(createCase);
const target = optional(fc.nat({ max: 40 }));
const targets = fc
  .record({ acknowledge: target, triage: target, update: target })
  .map((all): TimeLimits => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)));

describe('the tasks of a case', () => {
  it('run by the first day that one is due, beside all else and on a closed case as well', () => {
    const tasks = [9, 2, 5].map((number) => ({ id: `task ${number}`, dueOn: addDays(today, number) }));
    for (const status of caseStatuses) {
      const without = runningDeadlines(createCase({ status }), { acknowledge: 1, triage: 1, update: 1 });
      const running = runningDeadlines(createCase({ status, tasks }), { acknowledge: 1, triage: 1, update: 1 });
      const task = { deadline: 'task', dueOn: addDays(today, 2) };
      expect(running).toEqual(expect.arrayContaining([...without, task]));
      expect(running).toHaveLength(without.length + 1);
    }
  });
});

describe('the deadlines of a case', () => {
  it('are found by a list where, and only where, one of them is over or soon will be', () => {
    fc.assert(
      fc.property(cases, targets, fc.nat({ max: 10 }), (record, within, soonDays) => {
        const before = addDays(today, soonDays);
        const due = runningDeadlines(record, within).some(({ dueOn }) => dueOn < before);
        expect(isDue(record, dueCutoffs(within, today, soonDays))).toBe(due);
      }),
      { numRuns: 2_000 },
    );
  });

  it('say which is due first', () => {
    fc.assert(
      fc.property(cases, targets, (record, within) => {
        const dues = runningDeadlines(record, within).map(({ dueOn }) => dueOn);
        expect(dues).toEqual(dues.toSorted());
      }),
    );
  });

  it('run one at a time, from the day that each counts from', () => {
    const within = { acknowledge: 2, triage: 5, update: 14 };
    const record = createCase({ receivedOn: addDays(today, -30), triagedOn: addDays(today, -20) });
    const deadlineOf = (differences: Parameters<typeof createCase>[0]) =>
      runningDeadlines({ ...record, ...differences }, within);
    expect(deadlineOf({ status: 'received' })).toEqual([{ deadline: 'acknowledge', dueOn: addDays(today, -28) }]);
    expect(deadlineOf({ status: 'acknowledged' })).toEqual([{ deadline: 'triage', dueOn: addDays(today, -25) }]);
    expect(deadlineOf({ status: 'triaged' })).toEqual([{ deadline: 'update', dueOn: addDays(today, -6) }]);
    expect(deadlineOf({ status: 'reopened', updatedOn: today })).toEqual([
      { deadline: 'update', dueOn: addDays(today, 14) },
    ]);
    expect(deadlineOf({ status: 'closed' })).toEqual([]);
    expect(runningDeadlines(record, {})).toEqual([]);
  });

  it('of a referral runs until it is made, beside the others', () => {
    const record = createCase({ status: 'triaged', triagedOn: today });
    const referral = { decision: 'refer', on: today, dueOn: addDays(today, 3) } as const;
    const refers = runningDeadlines({ ...record, referral }, { update: 14 });
    expect(refers.map(({ deadline }) => deadline)).toEqual(['referral', 'update']);
    expect(runningDeadlines({ ...record, referral: { ...referral, decision: 'referred' } }, {})).toEqual([]);
  });
});
