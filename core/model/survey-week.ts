import { z } from 'zod';
import { type SurveyAnswers, surveyPhases, surveyQuestionIds } from './survey.ts';
import { campaignIdSchema } from './campaign.ts';
import { weekSchema } from './case-record.ts';

const countsSchema = z.record(z.string(), z.record(z.string(), z.int().min(0)));
export type SurveyCounts = z.infer<typeof countsSchema>;

/** Figures of the whole force and nothing smaller. No single answer has a row. */
export const surveyWeekSchema = z.object({
  campaign: campaignIdSchema,
  phase: z.enum(surveyPhases),
  week: weekSchema,
  counts: countsSchema,
});
export type SurveyWeek = z.infer<typeof surveyWeekSchema>;

const optionCounts = (counts: SurveyCounts, question: string): Readonly<Record<string, number>> =>
  counts[question] ?? {};

export function mergeSurveyCounts(one: SurveyCounts, other: SurveyCounts): SurveyCounts {
  const questions = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return Object.fromEntries(
    questions.map((question) => {
      const [mine, its] = [optionCounts(one, question), optionCounts(other, question)];
      const options = [...new Set([...Object.keys(mine), ...Object.keys(its)])];
      return [question, Object.fromEntries(options.map((id) => [id, (mine[id] ?? 0) + (its[id] ?? 0)]))];
    }),
  );
}

export const responseCountKey = 'answered';

export const toSurveyCounts = (answers: SurveyAnswers): SurveyCounts => ({
  [responseCountKey]: { all: 1 },
  ...Object.fromEntries(
    surveyQuestionIds.flatMap((id) => {
      const option = answers[id];
      return option === undefined ? [] : [[id, { [option]: 1 }]];
    }),
  ),
});
