import { describe, expect, it } from '@jest/globals';
import { recipientSettingsText } from '../../../tab/keys/key-rotation.ts';

const recipients = { acu: ['age1pq1now'], recovery: ['age1pq1rec'], reserve: ['age1pq1res'], custodians: [] };

describe('the settings of a new key', () => {
  it('name the new key, and every one before it once', () => {
    expect(recipientSettingsText('acu', 'age1pq1new', { recipients, retired: ['age1pq1old', 'age1pq1now'] })).toEqual({
      now: 'RECIPIENTS_ACU=age1pq1new',
      before: 'RECIPIENTS_RETIRED=age1pq1old,age1pq1now',
    });
    expect(recipientSettingsText('reserve', 'age1pq1new', { recipients, retired: [] })).toEqual({
      now: 'RECIPIENTS_RESERVE=age1pq1new',
      before: 'RECIPIENTS_RETIRED=age1pq1res',
    });
  });

  it('never name the new key as an earlier one, also where the operators were quicker', () => {
    const changed = { recipients: { ...recipients, acu: ['age1pq1new'] }, retired: ['age1pq1now'] };
    expect(recipientSettingsText('acu', 'age1pq1new', changed)).toEqual({
      now: 'RECIPIENTS_ACU=age1pq1new',
      before: 'RECIPIENTS_RETIRED=age1pq1now',
    });
  });
});
