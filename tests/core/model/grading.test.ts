import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { gradingSchema, suggestGrading } from '../../../core/model/grading.ts';
import { questions } from '../../../core/model/questions.ts';

const optional = <T>(...values: readonly T[]) => fc.constantFrom(undefined, ...values);
const anything = fc.record({
  source: fc.constantFrom('1', '2', '3'),
  assessment: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
  handling: fc.constantFrom('P', 'C'),
  action: optional('A1', 'A2', 'A3'),
  sanitisation: optional('S1', 'S2'),
});

describe('the 3x5x2 grading', () => {
  it('has an action and a sanitisation code where sharing has conditions, and only there', () => {
    fc.assert(
      fc.property(anything, (grading) => {
        const codes = [grading.action, grading.sanitisation].filter((code) => code !== undefined).length;
        expect(gradingSchema.safeParse(grading).success).toBe(codes === (grading.handling === 'C' ? 2 : 0));
      }),
    );
  });

  it.each([
    ['source', '4'],
    ['source', 'A'],
    ['assessment', 'F'],
    ['handling', 'S'],
    ['action', 'A4'],
    ['sanitisation', 'S3'],
  ])('knows no %s %s', (field, code) => {
    const grading = { source: '2', assessment: 'C', handling: 'C', action: 'A1', sanitisation: 'S1' };
    expect(gradingSchema.safeParse(grading).success).toBe(true);
    expect(gradingSchema.safeParse({ ...grading, [field]: code }).success).toBe(false);
  });

  it('is proposed from how it was known, as untested, and never as more than that', () => {
    const proposed = [...questions.known.options, undefined].map((known) => [known, suggestGrading(known)]);
    expect(proposed).toEqual([
      ['saw', { source: '2', assessment: 'A' }],
      ['told', { source: '2', assessment: 'C' }],
      ['other', { source: '2', assessment: 'D' }],
      [undefined, { source: '2', assessment: 'D' }],
    ]);
  });
});
