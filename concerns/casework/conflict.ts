import type { AlertRecord } from '../records/alert-record.ts';
import { afterExclusion, forReserve } from '../records/alert-schedule.ts';
import type { CaseRecord } from '../records/case-record.ts';
import { requestWithout } from '../records/identity-request.ts';
import type { Actor } from '../records/permissions.ts';
import type { PersonId } from '../terms/person-id.ts';
import { type Asking, type Done, handlers, need, noteOf, type Standing } from './act.ts';
import type { AskedEntry, CaseOutcome, CaseworkDependencies, SealedWords } from './casework.ts';
import { makeUseCase } from './use-case.ts';
import { tasksWithout } from './decision-log.ts';
import { handlersLeft, holdersLeft } from './second-person.ts';

/** Nobody who is shut out keeps a part in what is to be decided. What they did stays in the history. */
export const withoutPartOf = (record: CaseRecord, person: PersonId): CaseRecord => ({
  ...record,
  excluded: [...record.excluded, person],
  assignee: record.assignee === person ? undefined : record.assignee,
  erasure: record.erasure?.askedBy === person ? undefined : record.erasure,
  closing: record.closing?.by === person ? undefined : record.closing,
  takeover: record.takeover?.by === person ? undefined : record.takeover,
  cardWithdrawal: record.cardWithdrawal?.by === person ? undefined : record.cardWithdrawal,
  identityAsked: record.identityAsked && requestWithout(record.identityAsked, person),
  tasks: tasksWithout(record.tasks, person),
});

/**
 * A case that goes to the reserve. Who asked for an identity gave a reason to those who handle the case no more: the
 * reserve asks anew. Nobody there has acknowledged it: their alert waits as a new one does.
 */
export const withReserve = (record: CaseRecord): CaseRecord => ({
  ...record,
  handledBy: 'reserve',
  assignee: undefined,
  identityAsked: undefined,
  closing: undefined,
  cardWithdrawal: undefined,
  takeover: undefined,
  tasks: tasksWithout(record.tasks),
  toAcknowledge: true,
  opened: false,
});

/** Its alert: due at once, and without the reference if one of those who hold the role now is shut out. */
export function alertOfReserve(
  alert: AlertRecord,
  { excluded }: Pick<CaseRecord, 'excluded'>,
  known: readonly PersonId[],
  now: Date,
): AlertRecord {
  const due = forReserve(alert, now);
  return known.some((one) => excluded.includes(one)) ? afterExclusion(due) : due;
}

/** Whether somebody is left if a person leaves a case of their own accord: it never stays with nobody. */
export const somebodyIsLeft = (standing: Standing, person: PersonId): boolean => {
  const without = withoutPartOf(standing.record, person);
  return (
    handlersLeft(standing.holders, without, person).length > 0 || holdersLeft(standing, without, 'reserve').length > 0
  );
};

/** Somebody leaves a case of their own accord. If nobody of the unit is left it goes to the reserve, whose alert is due. */
export function left({ record, holders, by, now, asked }: Asking<{ readonly words?: SealedWords | undefined }>): Done {
  const without = withoutPartOf(record, by);
  const step = { record: without, event: { kind: 'conflictDeclared', ...noteOf(asked.words) } } as const;
  if (handlersLeft(holders, without, by).length > 0) return { steps: [step], alert: afterExclusion };
  return {
    steps: [step, { record: withReserve(without), event: { kind: 'movedToReserve', by: 'system' } }],
    alert: (alert) => alertOfReserve(alert, without, holders.reserve, now),
  };
}

export interface AskedConflict extends AskedEntry {
  readonly words?: SealedWords | undefined;
}

/** `out`: the case is gone for whoever asked, and nothing of it comes back. */
export type ExclusionOutcome = CaseOutcome | { readonly kind: 'out' };

/**
 * Somebody says that they cannot handle a case, since they know who it is about: out at once. If no known handler of the
 * unit is left it goes to the reserve; the last who could see a case cannot leave it. From then on no alert names the case
 * where somebody who is shut out reads it.
 */
export const conflictDeclaring = makeUseCase<AskedConflict>({
  says: 'Leave a case because of a conflict of interest',
  who: handlers,
  needs: [
    need('the person is not out of it already', 'already', ({ record, by }) => !record.excluded.includes(by)),
    need('somebody else is left who can see it, of the reserve if nobody of the unit', 'lastOne', (standing) =>
      somebodyIsLeft(standing, standing.by),
    ),
  ],
  leaves: ['conflictDeclared'],
  evenErased: true,
  does: left,
});

/** The same, with what is told to the person who is out then. Throws StoreError. */
export async function declareConflict(
  deps: CaseworkDependencies,
  by: Actor,
  asked: AskedConflict,
): Promise<ExclusionOutcome> {
  const outcome = await conflictDeclaring(deps, by, asked);
  return outcome.kind === 'changed' ? { kind: 'out' } : outcome;
}
