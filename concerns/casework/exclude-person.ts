import { type Actor, maySee } from '../records/permissions.ts';
import { type AskedAddition, type CaseworkDependencies, changeCase, type SealedWords } from './change-case.ts';
import type { ExclusionOutcome } from './declare-conflict.ts';
import type { PersonId } from '../terms/person-id.ts';
import { shutOut } from './shut-out.ts';

export interface AskedExclusion extends AskedAddition {
  readonly person: PersonId;
  readonly words?: SealedWords | undefined;
}

/**
 * Shuts somebody out of a case at once, with a reason, whether or not they are known to handle such cases. The reserve
 * is told. Throws StoreError.
 */
export async function excludePerson(
  deps: CaseworkDependencies,
  by: Actor,
  asked: AskedExclusion,
): Promise<ExclusionOutcome> {
  const outcome = await changeCase(
    deps,
    by,
    asked,
    ['excluded', 'conflictDeclared'],
    (standing) => shutOut(deps, standing, asked.person, asked.words),
    {
      evenErased: true,
    },
  );
  return outcome.kind === 'changed' && !maySee(by, outcome.record) ? { kind: 'out' } : outcome;
}
