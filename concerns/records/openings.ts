import { z } from 'zod';
import type { CaseId } from '../terms/case-id.ts';
import { mostOpenings } from '../terms/most-openings.ts';
import { caseIdSchema } from './case-terms.ts';

/** Reports that someone opened and that were not with them, each once, with the instant of the first opening. */
export const openingsSchema = z
  .array(z.object({ caseId: caseIdSchema, at: z.iso.datetime() }))
  .readonly()
  .optional();
type Openings = z.infer<typeof openingsSchema>;

/** For how long an opening counts, in milliseconds: a day. */
const countsMs = 86_400_000;

/**
 * The openings of someone who opens a case that is not with them. `isMany` if there are as many as the reserve is told
 * of: then the count begins anew. A case that was opened within the day counts once.
 */
export function withOpening(
  openings: Openings = [],
  caseId: CaseId,
  now: Date,
): { readonly openings: NonNullable<Openings>; readonly isMany: boolean } {
  // A clock that was put back does not make an opening count for longer.
  const standing = openings.filter(({ at }) => Math.abs(now.getTime() - Date.parse(at)) < countsMs);
  if (standing.some((one) => one.caseId === caseId)) return { openings: standing, isMany: false };
  const next = [...standing, { caseId, at: now.toISOString() }];
  return next.length >= mostOpenings ? { openings: [], isMany: true } : { openings: next, isMany: false };
}
