import { expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { sameTag } from '../../../core/model/digests.ts';

it('two tags are the same only where every character is, whatever they are made of', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
      expect(sameTag(a, b)).toBe(a === b);
      expect(sameTag(a, a)).toBe(true);
    }),
  );
  expect(sameTag('ŵ', 'ab')).toBe(false);
});
