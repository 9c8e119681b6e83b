import type { CaseId } from '../terms/codes.ts';
import type { CaseRecord, Versioned } from '../records/case-record.ts';
import type { CaseReaders, CaseStore } from './case-store.ts';

/** Stands in for a case that is not there, so that the refusal takes as long. */
const nobodys: CaseReaders = { tenantId: '', handledBy: 'acu', excluded: [], mailboxRecipient: '' };

export type May = (readers: Omit<CaseReaders, 'tenantId'>) => boolean;

/**
 * Who may have something of a case; `undefined` if there is none, and equally if this person may not. Until then
 * nothing is read that a missing case would not cost as well, so that timing does not tell which it was.
 */
export async function allowedReaders(
  cases: Pick<CaseStore, 'readers'>,
  caseId: CaseId,
  may: May,
): Promise<CaseReaders | undefined> {
  const readers = await cases.readers(caseId);
  const isAllowed = may(readers ?? nobodys);
  return isAllowed ? readers : undefined;
}

/** As `allowedReaders`, for the case itself. */
export async function standingCase(
  cases: Pick<CaseStore, 'readers' | 'read'>,
  caseId: CaseId,
  may: May,
): Promise<Versioned<CaseRecord> | undefined> {
  if ((await allowedReaders(cases, caseId, may)) === undefined) return undefined;
  const found = await cases.read(caseId);
  return found && may(found.value) ? found : undefined;
}
