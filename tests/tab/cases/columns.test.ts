import { describe, expect, it } from '@jest/globals';
import { columns, withColumn } from '../../../tab/cases/columns.ts';
import { orderOf } from '../../../tab/cases/list-filter.ts';

describe('the columns of the list', () => {
  it('are left out and shown again in their own order', () => {
    const fewer = withColumn(columns, 'status', false);
    expect(fewer).toEqual(columns.filter((column) => column !== 'status'));
    expect(withColumn(fewer, 'status', true)).toEqual(columns);
  });
});

describe('the order of the list', () => {
  it('is the longest overdue first where that is asked for, the newest else, and always the one that was chosen', () => {
    expect(orderOf({ attention: 'overdue' }, undefined)).toBe('dueFirst');
    expect(orderOf({ attention: 'dueSoon' }, undefined)).toBe('newest');
    expect(orderOf({ attention: 'overdue' }, 'newest')).toBe('newest');
  });
});
