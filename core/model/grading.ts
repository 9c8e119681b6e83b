import { z } from 'zod';
import type { Answers } from './questions.ts';

/**
 * The 3x5x2 grading: source (1 reliable, 2 untested, 3 not reliable), assessment (A known directly, B indirectly but
 * corroborated, C indirectly, D not known, E suspected false), handling (P lawful sharing permitted, C with
 * conditions). Only C has an action code (A1 combine or corroborate only, A2 covert, A3 overt) and a sanitisation code
 * (S1 unsupervised, S2 consult first).
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

export const suggestGrading = (known: Answers['known']): Pick<Grading, 'source' | 'assessment'> => ({
  source: '2',
  assessment: known === 'saw' ? 'A' : known === 'told' ? 'C' : 'D',
});
