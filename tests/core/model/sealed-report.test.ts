import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Answers } from '../../../core/model/questions.ts';
import { contentTagOf } from '../../../core/model/sealed-report.ts';
import { drawReturnCode } from '../../../core/model/codes.ts';
import { questionIds } from '../../support/core/any-inputs.ts';
import { freshCode } from '../../support/core/open-core.ts';

const anyAnswers: fc.Arbitrary<Answers> = fc.record(
  Object.fromEntries(questionIds.map((id) => [id, fc.string({ minLength: 1, maxLength: 12 })])),
  { requiredKeys: [] },
);

describe('the tag of what a report says', () => {
  it('is the same for the same answers in whatever order, and by the same code only', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const code = freshCode();
        const turned = Object.fromEntries(Object.entries(answers).toReversed());
        expect(contentTagOf(code, turned)).toBe(contentTagOf(code, answers));
        expect(contentTagOf(freshCode(), answers)).not.toBe(contentTagOf(code, answers));
      }),
    );
  });

  it('is what it was before a question was added that nobody has answered', () => {
    const code = drawReturnCode((bytes) => new Uint8Array(bytes).fill(3));
    const answers = { mode: 'named', what: 'what happened', conflict: 'no', known: 'told', affected: 'yes' };
    expect(contentTagOf(code, answers)).toBe('iXuDaqhNiNXMK1n5E7N9hl52L93L-VoFGJBDekxxTHI');
    expect(contentTagOf(code, { ...answers, theirWords: 'words' })).not.toBe(contentTagOf(code, answers));
  });

  it('is another once any answer is another, is gone or stands under another question', () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom(...questionIds), fc.string({ minLength: 1 }), (answers, id, text) => {
        const code = freshCode();
        const answer = answers[id];
        const without = { ...answers, [id]: undefined };
        const tag = contentTagOf(code, { ...answers, [id]: `${answer ?? ''}${text}` });
        expect(tag).not.toBe(contentTagOf(code, answers));
        expect(tag).not.toBe(contentTagOf(code, without));
        const next = questionIds[(questionIds.indexOf(id) + 1) % questionIds.length] ?? id;
        const alone = { ...without, [next]: undefined };
        expect(contentTagOf(code, { ...alone, [id]: text })).not.toBe(contentTagOf(code, { ...alone, [next]: text }));
      }),
    );
  });
});
