import { describe, expect, it } from '@jest/globals';
import { caseColumns, setColumnShown } from '../../../tab/cases/case-columns.ts';
import { effectiveOrder } from '../../../tab/cases/case-list-filter.ts';

describe('the columns of the list', () => {
  it('are left out and shown again in their own order', () => {
    const fewer = setColumnShown(caseColumns, 'status', false);
    expect(fewer).toEqual(caseColumns.filter((column) => column !== 'status'));
    expect(setColumnShown(fewer, 'status', true)).toEqual(caseColumns);
  });
});

describe('the order of the list', () => {
  it('is the longest overdue first where that is asked for, the newest else, and always the one that was chosen', () => {
    expect(effectiveOrder({ attention: 'overdue' }, undefined)).toBe('dueFirst');
    expect(effectiveOrder({ attention: 'dueSoon' }, undefined)).toBe('newest');
    expect(effectiveOrder({ attention: 'overdue' }, 'newest')).toBe('newest');
  });
});
