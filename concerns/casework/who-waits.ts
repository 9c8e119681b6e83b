import type { CaseRecord } from '../records/case-record.ts';
import { identityAwaits } from '../records/identity-request.ts';
import type { Day } from '../terms/calendar.ts';
import type { PersonId } from '../terms/person-id.ts';
import type { CaseworkDependencies } from './casework.ts';
import { othersLeft } from './second-person.ts';

type Changed = Pick<CaseRecord, 'assignee' | 'handledBy' | 'excluded' | 'identityAsked' | 'erasedOn'>;

export type WaitsDependencies = Pick<CaseworkDependencies, 'handlersKnown' | 'custodiansKnown'>;

/** Whom a step leaves something to: the person a case was given to, or those who may be the second person. */
export type Waits = (
  deps: WaitsDependencies,
  changed: { readonly record: Changed; readonly by: PersonId; readonly today: Day },
) => Promise<readonly PersonId[]>;

/** Whoever a case was given to by somebody else. */
export const givenTo: Waits = async (_deps, { record: { assignee }, by }) =>
  assignee === undefined || assignee === by ? [] : [assignee];

/** Everybody else who sees a case: one of them is asked to agree. Whoever is shut out of it is none. Throws StoreError. */
export const askedToAgree: Waits = othersLeft;

/**
 * The custodians whom a request for an identity waits for: none who is shut out of the case, who made it, or whose part
 * is done. Throws StoreError.
 */
export const askedOfCustodians: Waits = async (deps, { record, by, today }) => {
  const awaits = identityAwaits(record, today);
  if (awaits === undefined) return [];
  const not = new Set([...awaits.notBy, by]);
  return (await deps.custodiansKnown()).filter((custodian) => !not.has(custodian));
};
