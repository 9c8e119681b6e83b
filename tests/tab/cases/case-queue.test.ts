import { describe, expect, it } from '@jest/globals';
import { laterInQueue, nextInQueue, passInQueue } from '../../../tab/cases/case-queue.ts';
import type { CaseQueue } from '../../../tab/ui/tab-context.ts';

const queueOf = (...ids: readonly string[]): CaseQueue => ({
  cases: ids.map((caseId) => ({ caseId, assignee: undefined })),
  at: 0,
  isMore: false,
  passed: [],
});
const shown = (queue: CaseQueue | undefined) => queue && queue.cases[queue.at]?.caseId;

describe('a queue of cases', () => {
  it('shows each case once, in the order of the list, and ends', () => {
    let queue: CaseQueue | undefined = queueOf('a', 'b', 'c');
    const seen: (string | undefined)[] = [];
    for (; queue !== undefined; queue = nextInQueue(queue)) seen.push(shown(queue));
    expect(seen).toEqual(['a', 'b', 'c']);
  });

  it('comes back at its end to those that were left for later', () => {
    const later = laterInQueue(queueOf('a', 'b', 'c'));
    expect([shown(later), later.cases.map(({ caseId }) => caseId)]).toEqual(['b', ['b', 'c', 'a']]);
  });

  it('passes over a case, counts it no more and says which, also at its end', () => {
    const passed = passInQueue(queueOf('a', 'b', 'c'), 'taken');
    expect(passed).toMatchObject({ at: 0, cases: [{ caseId: 'b' }, { caseId: 'c' }] });
    expect(passed?.passed).toEqual([{ caseId: 'a', why: 'taken' }]);
    const both = passed && passInQueue(passed, 'gone');
    expect(both?.passed.map(({ caseId }) => caseId)).toEqual(['a', 'b']);
    expect(both && passInQueue(both, 'gone')).toBeUndefined();
  });
});
