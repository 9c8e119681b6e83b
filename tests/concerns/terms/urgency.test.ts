import { describe, expect, it } from '@jest/globals';
import { handledByOf, urgencyOf } from '../../../concerns/terms/urgency.ts';

describe('what answers decide', () => {
  it('somebody at risk now makes a report urgent, a doubt does not', () => {
    expect(['yes', 'no', 'unsure'].map((risk) => urgencyOf({ risk }))).toEqual(['urgent', 'standard', 'standard']);
    expect(urgencyOf({})).toBe('standard');
  });

  it('anything but a clear no goes to the reserve, a missing or odd answer as well', () => {
    expect(handledByOf({ conflict: 'no' })).toBe('acu');
    for (const conflict of ['yes', 'chief', 'unsure', 'No', '']) expect(handledByOf({ conflict })).toBe('reserve');
    expect(handledByOf({})).toBe('reserve');
  });
});
