import { describe, expect, it } from '@jest/globals';
import { emptyChain, isWholeHistory } from '../../../core/model/event-record.ts';
import { personId } from '../../../core/model/directory.ts';
import { eventAfter, firstEvent, freshCaseId } from '../../support/contracts/records.ts';

const caseId = freshCaseId();
const first = firstEvent(caseId);
const second = eventAfter(first);
const third = eventAfter(second, { kind: 'consulted' });

describe('a history', () => {
  it('is whole where its entries led to the head, also where there is none yet', () => {
    expect(isWholeHistory(caseId, third, [first, second, third])).toBe(true);
    expect(isWholeHistory(caseId, emptyChain, [])).toBe(true);
  });

  it.each([
    ['dropped', [first, third]],
    ['cut off', [first, second]],
    ['swapped', [second, first, third]],
    ['doubled', [first, second, second]],
    ['edited', [first, { ...second, by: { objectId: personId('another') } }, third]],
    ['gone', []],
  ])('is not whole where entries were %s', (_, events) => {
    expect(isWholeHistory(caseId, third, events)).toBe(false);
  });

  it('is not whole under the reference of another case', () => {
    expect(isWholeHistory(freshCaseId(), third, [first, second, third])).toBe(false);
  });
});
