import type { AlertRecord } from '../records/alert-record.ts';
import { afterExclusion, forReserve } from '../records/alert-schedule.ts';
import type { CaseRecord } from '../records/case-record.ts';
import { requestWithout } from '../records/identity-request.ts';
import type { Actor } from '../records/permissions.ts';
import type { PersonId } from '../terms/person-id.ts';
import {
  type AskedEntry,
  type CaseOutcome,
  type CaseworkDependencies,
  type Decision,
  noteOf,
  type SealedWords,
  type Standing,
} from './casework.ts';
import { changeCase } from './change-case.ts';
import { tasksWithout } from './decision-log.ts';
import { handlersLeft, told } from './second-person.ts';

/** Nobody who is shut out keeps a part in what is to be decided. What they did stays in the history. */
const withoutPartOf = (record: CaseRecord, person: PersonId): CaseRecord => ({
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

/** Those of the reserve who are known and not shut out of a case. Throws StoreError. */
async function reserveLeft(deps: CaseworkDependencies, { excluded }: CaseRecord): Promise<readonly PersonId[]> {
  const known = await deps.handlersKnown('reserve');
  return known.filter((one) => !excluded.includes(one));
}

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

/** Somebody leaves a case of their own accord: it never stays with nobody. */
async function left(
  deps: CaseworkDependencies,
  { by, now }: Standing,
  without: CaseRecord,
  words: SealedWords | undefined,
): Promise<Decision> {
  const event = { kind: 'conflictDeclared', ...noteOf(words) } as const;
  if ((await handlersLeft(deps, without, by)).length > 0) {
    return { steps: [{ record: without, event }], alert: afterExclusion };
  }
  const reserve = await reserveLeft(deps, without);
  if (reserve.length === 0) return { why: 'lastOne' };

  const known = await deps.handlersKnown('reserve');
  return {
    steps: [
      { record: without, event },
      { record: withReserve(without), event: { kind: 'movedToReserve', by: 'system' } },
    ],
    alert: (alert: AlertRecord) => alertOfReserve(alert, without, known, now),
  };
}

/**
 * Shuts a person out of a case. Where they leave by themselves and no known handler of the unit is left it goes to the
 * reserve, whose alert is due at once; the last who could see a case cannot leave it. Who shuts out somebody else says
 * why, and the reserve is told at once, where it has somebody whom that would reach. From then on no alert names the
 * case where somebody who is shut out reads it. Throws StoreError.
 */
export async function shutOut(
  deps: CaseworkDependencies,
  standing: Standing,
  person: PersonId,
  words: SealedWords | undefined,
): Promise<Decision> {
  const { record, by } = standing;
  if (record.excluded.includes(person)) return 'already';
  const without = withoutPartOf(record, person);
  if (person === by) return left(deps, standing, without, words);

  if (words?.for !== 'oversight') return { why: 'noReason' };
  if (record.handledBy === 'acu' && (await reserveLeft(deps, without)).length === 0) return { why: 'noReserve' };
  // Of the reserve's own cases nobody else is told: one that is over stays where a second person sees it.
  const isOver = record.handledBy === 'reserve' && record.status === 'closed';
  if (isOver && (await handlersLeft(deps, without, by)).every((one) => one === by)) {
    return { why: 'needsSecond' };
  }
  const telling = told({ record: without, event: { kind: 'excluded', detail: { person }, note: words } }, standing);
  return { ...telling, alert: (alert) => telling.alert(afterExclusion(alert)) };
}

export interface AskedConflict extends AskedEntry {
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
