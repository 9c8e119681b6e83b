import type { Actor } from '../records/permissions.ts';
import {
  type AskedAddition,
  type CaseOutcome,
  type CaseworkDependencies,
  changeCase,
  type SealedWords,
} from './change-case.ts';
import { shutOut } from './shut-out.ts';

export interface AskedConflict extends AskedAddition {
  readonly words?: SealedWords | undefined;
}

/** `out`: the case is gone for whoever asked, and nothing of it comes back. */
export type ExclusionOutcome = CaseOutcome | { readonly kind: 'out' };

/** Somebody says that they cannot handle a case, since they know who it is about: out at once. Throws StoreError. */
export async function declareConflict(
  deps: CaseworkDependencies,
  by: Actor,
  asked: AskedConflict,
): Promise<ExclusionOutcome> {
  const outcome = await changeCase(
    deps,
    by,
    asked,
    ['conflictDeclared'],
    (standing) => shutOut(deps, standing, standing.by, asked.words),
    {
      evenErased: true,
    },
  );
  return outcome.kind === 'changed' ? { kind: 'out' } : outcome;
}
