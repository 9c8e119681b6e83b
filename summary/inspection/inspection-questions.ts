import type { WordKey } from '../../words/cards/translate.ts';
import { allFigures } from '../figures/figure-lookup.ts';
import type { InspectionSetting } from './inspection-settings.ts';
import { z } from 'zod';
import { bilingualSchema, singleLineSchema } from '../returns/return-mapping.ts';
import { type ValidationProblem, toValidationProblems, parseJsonFile } from '../validation-problems.ts';

export const inspectionQuestionIds = [
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
export type InspectionQuestionId = (typeof inspectionQuestionIds)[number];

export interface InspectionQuestion {
  readonly id: InspectionQuestionId;
  readonly words: WordKey;
  readonly figures: readonly string[];
  readonly settings: readonly InspectionSetting[];
  readonly command?: string;
}

const getTableFigureIds = (...tables: readonly string[]): readonly string[] =>
  allFigures.filter(({ table }) => tables.includes(table)).map(({ id }) => id);

export const inspectionQuestions: readonly InspectionQuestion[] = [
  {
    id: 'ways',
    words: 'inspection.ways',
    figures: getTableFigureIds('received', 'route', 'mode', 'language'),
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
    figures: getTableFigureIds('acknowledgement', 'acknowledgedDays', 'triagedDays', 'closedDays', 'open'),
    settings: ['acknowledgeDays', 'triageDays'],
  },
  { id: 'conflicts', words: 'inspection.conflicts', figures: [], settings: ['reserve'] },
  {
    id: 'feedback',
    words: 'inspection.feedback',
    figures: getTableFigureIds('answeredDays', 'cameBack'),
    settings: ['updateDays', 'writesToReporters'],
  },
  { id: 'awareness', words: 'inspection.awareness', figures: getTableFigureIds('received'), settings: [] },
  {
    id: 'protection',
    words: 'inspection.protection',
    figures: getTableFigureIds('mode'),
    settings: ['custodiansNeeded', 'opensWithoutRequest'],
  },
  {
    id: 'categories',
    words: 'inspection.categories',
    figures: getTableFigureIds('category', 'flags', 'notTriaged', 'outcome'),
    settings: [],
  },
  {
    id: 'referral',
    words: 'inspection.referral',
    figures: getTableFigureIds('referral', 'referralDays', 'referralOverdue'),
    settings: ['referralDays'],
  },
  { id: 'repeats', words: 'inspection.repeats', figures: getTableFigureIds('repeatSubjects'), settings: [] },
  { id: 'retention', words: 'inspection.retention', figures: [], settings: ['reviewYears'] },
  { id: 'audit', words: 'inspection.audit', figures: [], settings: [], command: 'npm run audit -- verify' },
];

const paragraphsSchema = z.array(singleLineSchema(2_000)).min(1).max(20);

const answerSchema = z.strictObject({
  answer: z
    .strictObject({ en: paragraphsSchema, cy: paragraphsSchema })
    .describe('The answer, as paragraphs, in both languages.'),
  owner: bilingualSchema(200).describe('Who answers for it, by office, in both languages.'),
  answeredOn: z.iso.date().describe('The day on which it was last looked at, such as 2026-11-02.'),
  reviewBy: z.iso.date().describe('The day by which it is looked at again.'),
});
export type ForceAnswer = z.infer<typeof answerSchema>;

const optionalAnswerSchema = answerSchema.optional();
const answersShape: Readonly<Record<InspectionQuestionId, typeof optionalAnswerSchema>> = {
  ways: optionalAnswerSchema,
  readers: optionalAnswerSchema,
  speed: optionalAnswerSchema,
  conflicts: optionalAnswerSchema,
  feedback: optionalAnswerSchema,
  awareness: optionalAnswerSchema,
  protection: optionalAnswerSchema,
  categories: optionalAnswerSchema,
  referral: optionalAnswerSchema,
  repeats: optionalAnswerSchema,
  retention: optionalAnswerSchema,
  audit: optionalAnswerSchema,
};

const answersSchema = z.strictObject({
  $schema: z.string().max(300).optional(),
  v: z.literal(1),
  answers: z.strictObject(answersShape).describe(`Answers to the questions ${inspectionQuestionIds.join(', ')}.`),
});
export type ForceAnswers = z.infer<typeof answersSchema>['answers'];

export const formatForceAnswersJsonSchema = (): string =>
  `${JSON.stringify({ title: 'Answers for the inspector’s sheet', ...z.toJSONSchema(answersSchema) }, undefined, 2)}\n`;

type AnswersResult =
  | { readonly kind: 'answers'; readonly answers: ForceAnswers }
  | { readonly kind: 'wrong'; readonly problems: readonly ValidationProblem[] };

export function parseForceAnswers(text: string): AnswersResult {
  const read = parseJsonFile(text);
  if (read.kind === 'wrong') return read;
  const parsed = answersSchema.safeParse(read.json, { reportInput: true });
  if (!parsed.success) return { kind: 'wrong', problems: toValidationProblems(parsed.error) };
  const { answers } = parsed.data;
  const problems = inspectionQuestionIds.flatMap((id): readonly ValidationProblem[] => {
    const answer = answers[id];
    if (answer === undefined || answer.reviewBy > answer.answeredOn) return [];
    return [{ path: `answers.${id}.reviewBy`, message: 'It is not after the day of the answer.' }];
  });
  return problems.length > 0 ? { kind: 'wrong', problems } : { kind: 'answers', answers };
}
