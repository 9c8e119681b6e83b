import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { maxFollowUpLength, findAnswerProblem, questions } from '../../../core/model/questions.ts';
import { languages } from '../../../core/model/language.ts';
import { maxFieldLength, remainingLength } from '../../../tab/report/remaining-length.ts';
import { translate } from '../../../words/tab/translate.ts';
import { questionIds } from '../../support/core/any-inputs.ts';

describe('the room in a field of the page', () => {
  it('is what the server takes, for each field that is for words and for no other', () => {
    for (const id of questionIds) {
      const question = questions[id];
      expect(maxFieldLength(id)).toBe(question.kind === 'text' ? question.max : undefined);
    }
    expect(maxFieldLength('addition')).toBe(maxFollowUpLength);
    for (const id of ['code', 'then', 'constructor', '']) expect(maxFieldLength(id)).toBeUndefined();
  });

  it('is said from three quarters on, and how much too long a text is as the server says it', () => {
    fc.assert(
      fc.property(fc.nat({ max: 12_000 }), fc.nat({ max: 3 }), (length, blanks) => {
        const text = `${'x'.repeat(length)}${' '.repeat(blanks)}`;
        const room = remainingLength(text, questions.what.max);
        const problem = length === 0 ? undefined : findAnswerProblem('what', text);
        if (problem) expect(room).toEqual({ kind: 'over', by: problem.by });
        else expect(room).toEqual(length >= 6_000 ? { kind: 'left', by: 8_000 - length } : undefined);
      }),
    );
  });

  it.each(languages)('is said in words that count, in %s', (language) => {
    for (const by of [0, 1, 2, 433]) {
      for (const key of ['report.roomLeft', 'report.roomOver'] as const)
        expect(translate(language, key, { by })).toContain(String(by));
    }
  });
});
