import { expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { timingSafeEqualText } from '../../../core/model/digests.ts';

it('two tags are the same only where every character is, whatever they are made of', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
      expect(timingSafeEqualText(a, b)).toBe(a === b);
      expect(timingSafeEqualText(a, a)).toBe(true);
    }),
  );
  expect(timingSafeEqualText('ŵ', 'ab')).toBe(false);
});
