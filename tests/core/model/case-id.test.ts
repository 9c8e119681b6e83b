import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { caseIdFromBytes, parseCaseId, formatCaseId } from '../../../core/model/case-id.ts';

describe('a case reference', () => {
  it('has groups of three, three and four and comes back from how it is shown', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 6, maxLength: 8 }), (bytes) => {
        const caseId = caseIdFromBytes(bytes);
        expect(formatCaseId(caseId)).toMatch(/^.{3}-.{3}-.{4}$/u);
        expect(parseCaseId(formatCaseId(caseId))).toBe(caseId);
      }),
    );
  });

  it('is not a text whose check does not fit', () => {
    expect(parseCaseId('000-000-0000')).toBe('0000000000');
    expect(parseCaseId('000-000-0001')).toBeUndefined();
    expect(parseCaseId('')).toBeUndefined();
  });
});
