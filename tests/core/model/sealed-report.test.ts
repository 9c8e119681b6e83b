import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Answers } from '../../../core/model/questions.ts';
import { deriveContentTag } from '../../../core/model/sealed-report.ts';
import { generateReturnCode } from '../../../core/model/return-code.ts';
import { questionIds } from '../../support/core/any-inputs.ts';
import { newReturnCode } from '../../support/core/open-core.ts';

const anyAnswers: fc.Arbitrary<Answers> = fc.record(
  Object.fromEntries(questionIds.map((id) => [id, fc.string({ minLength: 1, maxLength: 12 })])),
  { requiredKeys: [] },
);

describe('the tag of what a report says', () => {
  it('is the same for the same answers in whatever order, and by the same code only', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const code = newReturnCode();
        const turned = Object.fromEntries(Object.entries(answers).toReversed());
        expect(deriveContentTag(code, turned)).toBe(deriveContentTag(code, answers));
        expect(deriveContentTag(newReturnCode(), answers)).not.toBe(deriveContentTag(code, answers));
      }),
    );
  });

  it('is what it was before a question was added that nobody has answered', () => {
    const code = generateReturnCode((bytes) => new Uint8Array(bytes).fill(3));
    const answers = { mode: 'named', what: 'what happened', conflict: 'no', known: 'told', affected: 'yes' };
    expect(deriveContentTag(code, answers)).toBe('iXuDaqhNiNXMK1n5E7N9hl52L93L-VoFGJBDekxxTHI');
    expect(deriveContentTag(code, { ...answers, theirWords: 'words' })).not.toBe(deriveContentTag(code, answers));
  });

  it('is another once any answer is another, is gone or stands under another question', () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom(...questionIds), fc.string({ minLength: 1 }), (answers, id, text) => {
        const code = newReturnCode();
        const answer = answers[id];
        const without = { ...answers, [id]: undefined };
        const tag = deriveContentTag(code, { ...answers, [id]: `${answer ?? ''}${text}` });
        expect(tag).not.toBe(deriveContentTag(code, answers));
        expect(tag).not.toBe(deriveContentTag(code, without));
        const next = questionIds[(questionIds.indexOf(id) + 1) % questionIds.length] ?? id;
        const alone = { ...without, [next]: undefined };
        expect(deriveContentTag(code, { ...alone, [id]: text })).not.toBe(
          deriveContentTag(code, { ...alone, [next]: text }),
        );
      }),
    );
  });
});
