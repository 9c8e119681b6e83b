import * as fc from 'fast-check';
import { isQuestionId, type Question, type QuestionId, questions } from '../../../core/model/questions.ts';
import { nextStepInputId } from './next-step-input.ts';

/** Every question, in the order they stand. */
export const questionIds: readonly QuestionId[] = Object.keys(questions).filter(isQuestionId);

const anyText = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });

/** An answer that stands. */
export function arbitraryValidAnswer(id: QuestionId): fc.Arbitrary<string> {
  const question: Question = questions[id];
  if (question.kind === 'text') return anyText.filter((text) => text.trim() !== '');
  if (question.kind === 'choice') return fc.constantFrom(...question.options);
  const alone = question.exclusive ?? [];
  const together = question.options.filter((option) => !alone.includes(option));
  const several = fc.subarray(together, { minLength: 1 }).map((chosen) => chosen.join(','));
  return alone.length === 0 ? several : fc.oneof({ weight: 6, arbitrary: several }, fc.constantFrom(...alone));
}

/** What a client may send for a question: an answer, one that is none, something long, something that is no text. */
const anyInput = (id: QuestionId): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 8, arbitrary: arbitraryValidAnswer(id) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('', '   ', 'not an option', 'yes,no', 'x'.repeat(8_001), 'y'.repeat(13_000)),
    },
    { weight: 1, arbitrary: fc.constantFrom(null, 7, true, ['yes'], { yes: 'yes' }) },
  );

/** The inputs of a card, and of cards that it is not. */
export const arbitraryInputs: fc.Arbitrary<Readonly<Record<string, unknown>>> = fc.record(
  {
    ...Object.fromEntries(questionIds.map((id) => [id, anyInput(id)])),
    [nextStepInputId]: fc.constantFrom('send', 'detail', 'later', 'file', '', 'else'),
    go: fc.constantFrom(
      'limits',
      'account',
      'about',
      'signs',
      'knowledge',
      'disclosure',
      'code',
      'page:2',
      'page:0',
      'later',
      'file',
      '',
      'else',
    ),
    unknown: fc.anything(),
  },
  { requiredKeys: [] },
);
