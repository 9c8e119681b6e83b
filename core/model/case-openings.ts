import { z } from 'zod';
import type { CaseId } from './case-id.ts';
import { maxOpeningsPerDay } from './max-openings.ts';
import { caseIdSchema } from './base-schemas.ts';

/** Each once, with the instant of the first opening. */
export const openingsSchema = z
  .array(z.object({ caseId: caseIdSchema, at: z.iso.datetime() }))
  .readonly()
  .optional();
type Openings = z.infer<typeof openingsSchema>;

const openingCountWindowMs = 86_400_000;

/** For a case that is not assigned to them. `isMany`: notify the reserve, and count anew. */
export function withOpening(
  openings: Openings = [],
  caseId: CaseId,
  now: Date,
): { readonly openings: NonNullable<Openings>; readonly isMany: boolean } {
  const recent = openings.filter(({ at }) => Math.abs(now.getTime() - Date.parse(at)) < openingCountWindowMs);
  if (recent.some((one) => one.caseId === caseId)) return { openings: recent, isMany: false };
  const next = [...recent, { caseId, at: now.toISOString() }];
  return next.length >= maxOpeningsPerDay ? { openings: [], isMany: true } : { openings: next, isMany: false };
}
