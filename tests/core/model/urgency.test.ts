import { describe, expect, it } from '@jest/globals';
import { handledByFromAnswers } from '../../../core/model/handled-by.ts';
import { urgencyFromAnswers } from '../../../core/model/urgency.ts';

describe('what answers decide', () => {
  it('somebody at risk now makes a report urgent, a doubt does not', () => {
    expect(['yes', 'no', 'unsure'].map((risk) => urgencyFromAnswers({ risk }))).toEqual([
      'urgent',
      'standard',
      'standard',
    ]);
    expect(urgencyFromAnswers({})).toBe('standard');
  });

  it('a child at risk makes it urgent whatever else is said, an adult at risk unless nobody is at risk now', () => {
    for (const risk of ['yes', 'no', 'unsure', ''])
      expect([risk, urgencyFromAnswers({ risk, childAtRisk: 'yes' })]).toEqual([risk, 'urgent']);
    const adult = ['yes', 'no', 'unsure', ''].map((risk) => urgencyFromAnswers({ risk, adultAtRisk: 'yes' }));
    expect(adult).toEqual(['urgent', 'standard', 'urgent', 'urgent']);
    for (const doubt of ['no', 'unsure', ''])
      expect(urgencyFromAnswers({ risk: 'unsure', childAtRisk: doubt, adultAtRisk: doubt })).toBe('standard');
  });

  it('anything but a clear no goes to the reserve, a missing or odd answer as well', () => {
    expect(handledByFromAnswers({ conflict: 'no' })).toBe('acu');
    for (const conflict of ['yes', 'chief', 'unsure', 'No', ''])
      expect(handledByFromAnswers({ conflict })).toBe('reserve');
    expect(handledByFromAnswers({})).toBe('reserve');
  });
});
