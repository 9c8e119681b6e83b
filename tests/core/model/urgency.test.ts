import { describe, expect, it } from '@jest/globals';
import { handledByOf, urgencyOf } from '../../../core/model/urgency.ts';

describe('what answers decide', () => {
  it('somebody at risk now makes a report urgent, a doubt does not', () => {
    expect(['yes', 'no', 'unsure'].map((risk) => urgencyOf({ risk }))).toEqual(['urgent', 'standard', 'standard']);
    expect(urgencyOf({})).toBe('standard');
  });

  it('a child at risk makes it urgent whatever else is said, an adult at risk unless nobody is at risk now', () => {
    for (const risk of ['yes', 'no', 'unsure', ''])
      expect([risk, urgencyOf({ risk, childAtRisk: 'yes' })]).toEqual([risk, 'urgent']);
    const adult = ['yes', 'no', 'unsure', ''].map((risk) => urgencyOf({ risk, adultAtRisk: 'yes' }));
    expect(adult).toEqual(['urgent', 'standard', 'urgent', 'urgent']);
    for (const doubt of ['no', 'unsure', ''])
      expect(urgencyOf({ risk: 'unsure', childAtRisk: doubt, adultAtRisk: doubt })).toBe('standard');
  });

  it('anything but a clear no goes to the reserve, a missing or odd answer as well', () => {
    expect(handledByOf({ conflict: 'no' })).toBe('acu');
    for (const conflict of ['yes', 'chief', 'unsure', 'No', '']) expect(handledByOf({ conflict })).toBe('reserve');
    expect(handledByOf({})).toBe('reserve');
  });
});
