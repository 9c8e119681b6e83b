import { isBlank } from '../../core/model/invisible-characters.ts';
import { type CaseId, parseCaseId } from '../../core/model/case-id.ts';
import type { HandledBy } from '../../core/model/handled-by.ts';

export interface IdentityReasonDraft {
  readonly reference: string;
  readonly reason: string;
  /** The reason's readers: a custodian does not know who handles a case. */
  readonly askedBy: HandledBy | undefined;
}

export const emptyIdentityReasonDraft: IdentityReasonDraft = { reference: '', reason: '', askedBy: undefined };

/** In characters: sealed, it must fit into the server's limit. */
export const maxIdentityReasonLength = 4000;

export type IdentityReasonDraftProblem = 'reference' | 'askedBy' | 'reason' | 'reasonLong';

export function checkIdentityReasonDraft({
  reference,
  reason,
  askedBy,
}: IdentityReasonDraft):
  | { readonly ok: true; readonly caseId: CaseId; readonly reason: string; readonly askedBy: HandledBy }
  | { readonly ok: false; readonly problems: readonly IdentityReasonDraftProblem[] } {
  const caseId = parseCaseId(reference);
  const words = reason.trim();
  const problems: IdentityReasonDraftProblem[] = [
    ...(caseId === undefined ? (['reference'] as const) : []),
    ...(askedBy === undefined ? (['askedBy'] as const) : []),
    ...(isBlank(words) ? (['reason'] as const) : []),
    ...(words.length > maxIdentityReasonLength ? (['reasonLong'] as const) : []),
  ];
  if (caseId === undefined || askedBy === undefined || problems.length > 0) return { ok: false, problems };
  return { ok: true, caseId, reason: words, askedBy };
}
