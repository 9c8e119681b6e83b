import { type Mistake, mistakesOf } from '../returns/mistakes.ts';
import { readJson } from '../returns/read-json.ts';
import { answersSchema, type ForceAnswers } from './answers-schema.ts';
import { questionIds } from './questions.ts';

export type ReadAnswers =
  | { readonly kind: 'answers'; readonly answers: ForceAnswers }
  | { readonly kind: 'wrong'; readonly mistakes: readonly Mistake[] };

export function readAnswers(text: string): ReadAnswers {
  const read = readJson(text);
  if (read.kind === 'wrong') return read;
  const parsed = answersSchema.safeParse(read.json, { reportInput: true });
  if (!parsed.success) return { kind: 'wrong', mistakes: mistakesOf(parsed.error) };
  const { answers } = parsed.data;
  const mistakes = questionIds.flatMap((id): readonly Mistake[] => {
    const answer = answers[id];
    if (answer === undefined || answer.reviewBy > answer.answeredOn) return [];
    return [{ where: `answers.${id}.reviewBy`, sentence: 'It is not after the day of the answer.' }];
  });
  return mistakes.length > 0 ? { kind: 'wrong', mistakes } : { kind: 'answers', answers };
}
