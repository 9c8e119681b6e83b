import type { CaseRecord } from '../records/case-record.ts';
import type { CaseworkDependencies } from './change-case.ts';
import type { PersonId } from '../terms/person-id.ts';

/**
 * Those who are known to handle a case and are not shut out of it. Whoever is at
 * work on it counts, also where no list names them. Throws StoreError.
 */
export async function handlersLeft(
  deps: Pick<CaseworkDependencies, 'handlersKnown'>,
  record: Pick<CaseRecord, 'handledBy' | 'excluded'>,
  atWork: PersonId,
): Promise<readonly PersonId[]> {
  const known = [...(await deps.handlersKnown(record.handledBy)), atWork];
  const out = new Set(record.excluded);
  return [...new Set(known)].filter((objectId) => !out.has(objectId));
}
