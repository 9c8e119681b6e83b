import { standingCase } from '../ports/standing-case.ts';
import { type Actor, mayBeTold, maySee } from '../records/permissions.ts';
import type { PersonId } from '../terms/person-id.ts';
import type { AskedEntry, CaseOutcome, CaseworkDependencies, SealedWords } from './casework.ts';
import { changeCase } from './change-case.ts';
import { type ExclusionOutcome, shutOut } from './conflict.ts';
import { lastShutOut, shuttingOut, told } from './second-person.ts';

export interface AskedExclusion extends AskedEntry {
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

export interface AskedReadmission extends AskedEntry {
  readonly person: PersonId;
  readonly words: SealedWords;
}

/**
 * Lets somebody in again whom a colleague shut out, with a reason: another person who handles the case than the one who
 * shut them out. Who declared a conflict stays out. The reserve is told. Throws StoreError.
 */
export const readmitPerson = (deps: CaseworkDependencies, by: Actor, asked: AskedReadmission): Promise<CaseOutcome> =>
  readmitted(deps, by, asked, maySee);

/** The same by the reserve, in a case of the unit of which it was told something. Throws StoreError. */
export async function readmitPersonAsReserve(
  deps: CaseworkDependencies,
  by: Actor,
  asked: AskedReadmission,
): Promise<CaseOutcome> {
  const found = await standingCase(deps.cases, asked.caseId, (readers) => mayBeTold(by, readers));
  if (found?.value.oversight === undefined) return { kind: 'refused' };
  return readmitted(deps, by, asked, mayBeTold);
}

const readmitted = (
  deps: CaseworkDependencies,
  by: Actor,
  asked: AskedReadmission,
  visible: typeof maySee,
): Promise<CaseOutcome> =>
  changeCase(
    deps,
    by,
    asked,
    ['readmitted'],
    async (standing) => {
      const { record, entries, by: actor } = standing;
      const { person } = asked;
      if (asked.words.for !== 'oversight') return { why: 'noReason' };
      if (!record.excluded.includes(person)) return { why: 'noSuchPerson' };
      const last = lastShutOut(await entries({ kinds: shuttingOut }), person);
      if (last?.kind !== 'excluded') return { why: 'ownConflict' };
      if (typeof last.by === 'object' && last.by.objectId === actor) return { why: 'ownWork' };
      const excluded = record.excluded.filter((out) => out !== person);
      const step = {
        record: { ...record, excluded },
        event: { kind: 'readmitted', detail: { person }, note: asked.words },
      } as const;
      return told(step, standing);
    },
    { visible, evenErased: true },
  );
