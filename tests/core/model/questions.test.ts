import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { findAnswerProblem, type Question, type QuestionId, questions } from '../../../core/model/questions.ts';
import { arbitraryValidAnswer, questionIds } from '../../support/core/any-inputs.ts';

const required: readonly QuestionId[] = ['mode', 'what', 'conflict', 'consent'];
const ofKind = (...kinds: readonly Question['kind'][]): readonly QuestionId[] =>
  questionIds.filter((id) => kinds.includes(questions[id].kind));

describe('what is wrong with an answer', () => {
  it('is nothing with any answer that is offered', () => {
    const anyAnswer = fc
      .constantFrom(...questionIds)
      .chain((id) => arbitraryValidAnswer(id).map((answer) => ({ id, answer })));
    fc.assert(fc.property(anyAnswer, ({ id, answer }) => expect(findAnswerProblem(id, answer)).toBeUndefined()));
  });

  it('is that it is missing, only where one is needed', () => {
    for (const id of questionIds) {
      const expected = required.includes(id) ? { question: id, code: 'missing' } : undefined;
      for (const blank of [undefined, '', ' \n\t ']) expect(findAnswerProblem(id, blank)).toEqual(expected);
    }
  });

  it('is by how much it is too long, spaces around it not counted', () => {
    for (const id of ofKind('text')) {
      const question: Question = questions[id];
      const max = question.kind === 'text' ? question.max : 0;
      expect(findAnswerProblem(id, 'x'.repeat(max))).toBeUndefined();
      expect(findAnswerProblem(id, `  ${'x'.repeat(max)}\n`)).toBeUndefined();
      expect(findAnswerProblem(id, 'x'.repeat(max + 7))).toEqual({ question: id, code: 'long', by: 7 });
    }
    // As a client counts them: two UTF-16 units for one character.
    expect(findAnswerProblem('where', '\u{1f600}'.repeat(201))).toEqual({ question: 'where', code: 'long', by: 2 });
  });

  it('is that it is not one of those offered', () => {
    for (const id of ofKind('choice', 'choices')) {
      for (const odd of ['else', 'toString', '__proto__', ',']) {
        expect(findAnswerProblem(id, odd)).toEqual({ question: id, code: 'odd' });
      }
    }
    expect(findAnswerProblem('risk', 'yes,no')).toEqual({ question: 'risk', code: 'odd' });
    expect(findAnswerProblem('signs', 'gifts,messages')).toBeUndefined();
    expect(findAnswerProblem('signs', 'gifts,else')).toEqual({ question: 'signs', code: 'odd' });
    expect(findAnswerProblem('signs', 'gifts,')).toEqual({ question: 'signs', code: 'odd' });
  });

  it('never repeats what somebody wrote', () => {
    fc.assert(
      fc.property(fc.constantFrom(...questionIds), fc.string({ minLength: 9, maxLength: 500 }), (id, text) => {
        fc.pre(text.trim().length > 8);
        expect(JSON.stringify(findAnswerProblem(id, text) ?? null)).not.toContain(text);
      }),
    );
  });
});
