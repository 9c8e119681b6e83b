import { isBlank } from '../../concerns/terms/blank.ts';
import { type CaseId, parseCaseId } from '../../concerns/terms/case-id.ts';
import type { HandledBy } from '../../concerns/terms/urgency.ts';

/** The fields that a custodian fills in before an identity is opened. */
export interface IdentityDraft {
  readonly reference: string;
  readonly reason: string;
  /** Those who asked, and who read the reason: a custodian does not know who handles a case. */
  readonly askedBy: HandledBy | undefined;
}

export const emptyDraft: IdentityDraft = { reference: '', reason: '', askedBy: undefined };

/** The longest reason, in characters: what is sealed in the page must fit into what the server takes. */
export const longestReason = 4000;

export type DraftProblem = 'reference' | 'askedBy' | 'reason' | 'reasonLong';

/** A draft that can be sent, or what is wrong with it, in the order of the fields. */
export function checkedDraft({
  reference,
  reason,
  askedBy,
}: IdentityDraft):
  | { readonly ok: true; readonly caseId: CaseId; readonly reason: string; readonly askedBy: HandledBy }
  | { readonly ok: false; readonly problems: readonly DraftProblem[] } {
  const caseId = parseCaseId(reference);
  const words = reason.trim();
  const problems: DraftProblem[] = [
    ...(caseId === undefined ? (['reference'] as const) : []),
    ...(askedBy === undefined ? (['askedBy'] as const) : []),
    ...(isBlank(words) ? (['reason'] as const) : []),
    ...(words.length > longestReason ? (['reasonLong'] as const) : []),
  ];
  if (caseId === undefined || askedBy === undefined || problems.length > 0) return { ok: false, problems };
  return { ok: true, caseId, reason: words, askedBy };
}
