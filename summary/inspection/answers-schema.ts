import { z } from 'zod';
import { bothSchema, lineSchema } from '../returns/mapping-schema.ts';
import { type QuestionId, questionIds } from './questions.ts';

const paragraphs = z.array(lineSchema(2_000)).min(1).max(20);

const answerSchema = z.strictObject({
  answer: z.strictObject({ en: paragraphs, cy: paragraphs }).describe('The answer, as paragraphs, in both languages.'),
  owner: bothSchema(200).describe('Who answers for it, by office, in both languages.'),
  answeredOn: z.iso.date().describe('The day on which it was last looked at, such as 2026-11-02.'),
  reviewBy: z.iso.date().describe('The day by which it is looked at again.'),
});
export type ForceAnswer = z.infer<typeof answerSchema>;

const optional = answerSchema.optional();
const answersShape: Readonly<Record<QuestionId, typeof optional>> = {
  ways: optional,
  readers: optional,
  speed: optional,
  conflicts: optional,
  feedback: optional,
  awareness: optional,
  protection: optional,
  categories: optional,
  referral: optional,
  repeats: optional,
  retention: optional,
  audit: optional,
};

export const answersSchema = z.strictObject({
  $schema: z.string().max(300).optional(),
  v: z.literal(1),
  answers: z.strictObject(answersShape).describe(`Answers to the questions ${questionIds.join(', ')}.`),
});
export type ForceAnswers = z.infer<typeof answersSchema>['answers'];

export const answersJsonSchema = (): string =>
  `${JSON.stringify({ title: 'Answers for the inspector’s sheet', ...z.toJSONSchema(answersSchema) }, undefined, 2)}\n`;
