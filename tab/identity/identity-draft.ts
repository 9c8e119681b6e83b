import { isBlank } from '../../core/model/visible-text.ts';
import { type CaseId, parseCaseId } from '../../core/model/codes.ts';
import type { HandledBy } from '../../core/model/urgency.ts';

export interface IdentityDraft {
  readonly reference: string;
  readonly reason: string;
  /** The reason's readers: a custodian does not know who handles a case. */
  readonly askedBy: HandledBy | undefined;
}

export const emptyIdentityDraft: IdentityDraft = { reference: '', reason: '', askedBy: undefined };

/** In characters: sealed, it must fit into the server's limit. */
export const maxReasonLength = 4000;

export type IdentityDraftProblem = 'reference' | 'askedBy' | 'reason' | 'reasonLong';

export function checkIdentityDraft({
  reference,
  reason,
  askedBy,
}: IdentityDraft):
  | { readonly ok: true; readonly caseId: CaseId; readonly reason: string; readonly askedBy: HandledBy }
  | { readonly ok: false; readonly problems: readonly IdentityDraftProblem[] } {
  const caseId = parseCaseId(reference);
  const words = reason.trim();
  const problems: IdentityDraftProblem[] = [
    ...(caseId === undefined ? (['reference'] as const) : []),
    ...(askedBy === undefined ? (['askedBy'] as const) : []),
    ...(isBlank(words) ? (['reason'] as const) : []),
    ...(words.length > maxReasonLength ? (['reasonLong'] as const) : []),
  ];
  if (caseId === undefined || askedBy === undefined || problems.length > 0) return { ok: false, problems };
  return { ok: true, caseId, reason: words, askedBy };
}
