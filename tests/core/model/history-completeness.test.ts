import { describe, expect, it } from '@jest/globals';
import { emptyChain, isHistoryIntact } from '../../../core/model/event-record.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { createNextEvent, firstEvent, newCaseId } from '../../support/contracts/records.ts';

const caseId = newCaseId();
const first = firstEvent(caseId);
const second = createNextEvent(first);
const third = createNextEvent(second, { kind: 'consulted' });

describe('a history', () => {
  it('is whole where its entries led to the head, also where there is none yet', () => {
    expect(isHistoryIntact(caseId, third, [first, second, third])).toBe(true);
    expect(isHistoryIntact(caseId, emptyChain, [])).toBe(true);
  });

  it.each([
    ['dropped', [first, third]],
    ['cut off', [first, second]],
    ['swapped', [second, first, third]],
    ['doubled', [first, second, second]],
    ['edited', [first, { ...second, by: { objectId: toPersonId('another') } }, third]],
    ['gone', []],
  ])('is not whole where entries were %s', (_, events) => {
    expect(isHistoryIntact(caseId, third, events)).toBe(false);
  });

  it('is not whole under the reference of another case', () => {
    expect(isHistoryIntact(newCaseId(), third, [first, second, third])).toBe(false);
  });
});
