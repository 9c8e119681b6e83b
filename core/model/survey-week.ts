import { z } from 'zod';
import { type PulseAnswers, pulsePhases, pulseQuestionIds } from './survey.ts';
import { campaignIdSchema } from './campaign.ts';
import { weekSchema } from './case-record.ts';

const countsSchema = z.record(z.string(), z.record(z.string(), z.int().min(0)));
export type PulseCounts = z.infer<typeof countsSchema>;

/** One phase in one week, of the whole force and nothing smaller. No single answer has a row. */
export const pulseWeekSchema = z.object({
  campaign: campaignIdSchema,
  phase: z.enum(pulsePhases),
  week: weekSchema,
  counts: countsSchema,
});
export type PulseWeek = z.infer<typeof pulseWeekSchema>;

const optionsIn = (counts: PulseCounts, question: string): Readonly<Record<string, number>> => counts[question] ?? {};

export function countedTogether(one: PulseCounts, other: PulseCounts): PulseCounts {
  const questions = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return Object.fromEntries(
    questions.map((question) => {
      const [mine, its] = [optionsIn(one, question), optionsIn(other, question)];
      const options = [...new Set([...Object.keys(mine), ...Object.keys(its)])];
      return [question, Object.fromEntries(options.map((id) => [id, (mine[id] ?? 0) + (its[id] ?? 0)]))];
    }),
  );
}

export const timesAnswered = 'answered';

export const countsOf = (answers: PulseAnswers): PulseCounts => ({
  [timesAnswered]: { all: 1 },
  ...Object.fromEntries(
    pulseQuestionIds.flatMap((id) => {
      const option = answers[id];
      return option === undefined ? [] : [[id, { [option]: 1 }]];
    }),
  ),
});
