import { afterExclusion, forReserve } from '../alert-schedule.ts';
import type { CaseRecord } from '../case-record.ts';
import { type CaseworkDependencies, type Decision, noteOf, type SealedWords, type Standing } from './change-case.ts';
import { handlersLeft } from './handlers-left.ts';
import { isSamePerson, personId } from './person-id.ts';

/** Nobody who is shut out keeps a part in what is to be decided. What they did stays in the history. */
const withoutPartOf = (record: CaseRecord, person: string): CaseRecord => ({
  ...record,
  excluded: [...record.excluded, person],
  assignee: record.assignee === person ? undefined : record.assignee,
  erasure: record.erasure?.askedBy === person ? undefined : record.erasure,
});

/**
 * Shuts a person out of a case. Where no known handler of the unit is left it goes to the reserve, whose alert is due
 * at once. From then on no alert names the case where somebody who is shut out reads it. Throws StoreError.
 */
export async function shutOut(
  deps: CaseworkDependencies,
  { record, by, now }: Standing,
  who: string,
  words: SealedWords | undefined,
): Promise<Decision> {
  const person = personId(who);
  if (record.excluded.includes(person)) return 'already';
  const without = withoutPartOf(record, person);
  const own = person === by;
  const event = own
    ? ({ kind: 'conflictDeclared', ...noteOf(words) } as const)
    : ({ kind: 'excluded', detail: { person }, ...noteOf(words) } as const);
  const left = await handlersLeft(deps, without, by);
  if (left.length > 0 || record.handledBy === 'reserve') {
    return { steps: [{ record: without, event }], alert: afterExclusion };
  }

  const reserved: CaseRecord = { ...without, handledBy: 'reserve', assignee: undefined };
  const known = await deps.handlersKnown('reserve');
  const readsReserve = reserved.excluded.some((out) => known.some((one) => isSamePerson(one, out)));
  return {
    steps: [
      { record: without, event },
      { record: reserved, event: { kind: 'movedToReserve', by: 'system' } },
    ],
    alert: (alert) => {
      const due = forReserve(alert, now);
      return readsReserve ? afterExclusion(due) : due;
    },
  };
}
