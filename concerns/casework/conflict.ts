import { afterExclusion, type AlertRecord, forReserve } from '../records/alert-record.ts';
import type { CaseRecord } from '../records/case-record.ts';
import { requestWithout } from '../records/identity-request.ts';
import type { Actor } from '../records/permissions.ts';
import type { PersonId } from '../terms/directory.ts';
import {
  type AskedEntry,
  type Asking,
  type CaseOutcome,
  type CaseworkDependencies,
  type Done,
  handlers,
  need,
  noteOf,
  type SealedWords,
  type Standing,
} from './act.ts';
import { makeUseCase } from './change-case.ts';
import { tasksWithout } from './decision-log.ts';
import { handlersLeft, holdersLeft } from './second-person.ts';

/** An excluded person keeps no part in pending decisions. The history keeps what they did. */
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
 * The reason for an identity request was sealed to the former handlers, so the reserve asks anew, and its alert waits
 * as a new one.
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

export function alertOfReserve(
  alert: AlertRecord,
  { excluded }: Pick<CaseRecord, 'excluded'>,
  known: readonly PersonId[],
  now: Date,
): AlertRecord {
  const due = forReserve(alert, now);
  return known.some((one) => excluded.includes(one)) ? afterExclusion(due) : due;
}

/** A case never stays with no one. */
export const somebodyIsLeft = (standing: Standing, person: PersonId): boolean => {
  const without = withoutPartOf(standing.record, person);
  return (
    handlersLeft(standing.holders, without, person).length > 0 || holdersLeft(standing, without, 'reserve').length > 0
  );
};

/** Someone leaves a case. If no one of the unit is left it goes to the reserve, whose alert is due. */
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

export type ExclusionOutcome = CaseOutcome | { readonly kind: 'out' };

/**
 * The person is excluded at once. Without a known handler left the case goes to the reserve; the last who could see it
 * cannot leave. From then on no alert that an excluded person reads names it.
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

export async function declareConflict(
  deps: CaseworkDependencies,
  by: Actor,
  asked: AskedConflict,
): Promise<ExclusionOutcome> {
  const outcome = await conflictDeclaring(deps, by, asked);
  return outcome.kind === 'changed' ? { kind: 'out' } : outcome;
}
