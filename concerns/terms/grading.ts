import { z } from 'zod';
import type { Answers } from './questions.ts';

/**
 * The 3x5x2 grading of a report: source (1 reliable, 2 untested, 3 not reliable), assessment (A known directly,
 * B known indirectly but corroborated, C known indirectly, D not known, E suspected false) and handling (P lawful
 * sharing permitted, C with conditions). Only under C there is an action code (A1 combine or corroborate only, A2
 * covert action, A3 overt action permitted) and a sanitisation code (S1 unsupervised, S2 consult first).
 */
export const gradingSchema = z
  .object({
    source: z.enum(['1', '2', '3']),
    assessment: z.enum(['A', 'B', 'C', 'D', 'E']),
    handling: z.enum(['P', 'C']),
    action: z.enum(['A1', 'A2', 'A3']).optional(),
    sanitisation: z.enum(['S1', 'S2']).optional(),
  })
  .refine(
    (grading) => (grading.handling === 'C') === (grading.action !== undefined && grading.sanitisation !== undefined),
  )
  .refine(
    (grading) => grading.handling === 'C' || (grading.action === undefined && grading.sanitisation === undefined),
  );
export type Grading = z.infer<typeof gradingSchema>;

/**
 * The grading that the product proposes from "saw", "was told" and "other"; police grade, so a person confirms or
 * changes it.
 */
export const proposedGrading = (known: Answers['known']): Pick<Grading, 'source' | 'assessment'> => ({
  source: '2',
  assessment: known === 'saw' ? 'A' : known === 'told' ? 'C' : 'D',
});
