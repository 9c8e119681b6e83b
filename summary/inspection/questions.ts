import type { WordKey } from '../../words/cards/translate.ts';
import { figures } from '../figures/figure-lookup.ts';
import type { InspectedSetting } from './inspection-settings.ts';
import { z } from 'zod';
import { bothSchema, lineSchema } from '../returns/read-mapping.ts';
import { type Mistake, mistakesOf, readJson } from '../returns/validation.ts';

export const questionIds = [
  'ways',
  'readers',
  'speed',
  'conflicts',
  'feedback',
  'awareness',
  'protection',
  'categories',
  'referral',
  'repeats',
  'retention',
  'audit',
] as const;
export type QuestionId = (typeof questionIds)[number];

export interface InspectorQuestion {
  readonly id: QuestionId;
  readonly words: WordKey;
  readonly figures: readonly string[];
  readonly settings: readonly InspectedSetting[];
  readonly command?: string;
}

const rowsOf = (...tables: readonly string[]): readonly string[] =>
  figures.filter(({ table }) => tables.includes(table)).map(({ id }) => id);

export const inspectorQuestions: readonly InspectorQuestion[] = [
  {
    id: 'ways',
    words: 'inspection.ways',
    figures: rowsOf('received', 'route', 'mode', 'language'),
    settings: [],
  },
  {
    id: 'readers',
    words: 'inspection.readers',
    figures: [],
    settings: ['handlers', 'reserve', 'custodians'],
  },
  {
    id: 'speed',
    words: 'inspection.speed',
    figures: rowsOf('acknowledgement', 'acknowledgedDays', 'triagedDays', 'closedDays', 'open'),
    settings: ['acknowledgeDays', 'triageDays'],
  },
  { id: 'conflicts', words: 'inspection.conflicts', figures: [], settings: ['reserve'] },
  {
    id: 'feedback',
    words: 'inspection.feedback',
    figures: rowsOf('answeredDays', 'cameBack'),
    settings: ['updateDays', 'writesToReporters'],
  },
  { id: 'awareness', words: 'inspection.awareness', figures: rowsOf('received'), settings: [] },
  {
    id: 'protection',
    words: 'inspection.protection',
    figures: rowsOf('mode'),
    settings: ['custodiansNeeded', 'opensWithoutRequest'],
  },
  {
    id: 'categories',
    words: 'inspection.categories',
    figures: rowsOf('category', 'flags', 'notTriaged', 'outcome'),
    settings: [],
  },
  {
    id: 'referral',
    words: 'inspection.referral',
    figures: rowsOf('referral', 'referralDays', 'referralOverdue'),
    settings: ['referralDays'],
  },
  { id: 'repeats', words: 'inspection.repeats', figures: rowsOf('repeatSubjects'), settings: [] },
  { id: 'retention', words: 'inspection.retention', figures: [], settings: ['reviewYears'] },
  { id: 'audit', words: 'inspection.audit', figures: [], settings: [], command: 'npm run audit -- verify' },
];

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

const answersSchema = z.strictObject({
  $schema: z.string().max(300).optional(),
  v: z.literal(1),
  answers: z.strictObject(answersShape).describe(`Answers to the questions ${questionIds.join(', ')}.`),
});
export type ForceAnswers = z.infer<typeof answersSchema>['answers'];

export const answersJsonSchema = (): string =>
  `${JSON.stringify({ title: 'Answers for the inspector’s sheet', ...z.toJSONSchema(answersSchema) }, undefined, 2)}\n`;

type ReadAnswers =
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
