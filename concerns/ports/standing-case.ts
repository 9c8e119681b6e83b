import type { CaseId } from '../terms/case-id.ts';
import type { CaseRecord, Versioned } from '../records/case-record.ts';
import type { CaseReaders, CaseStore } from './case-store.ts';

/** Looked at in the place of a case that is not there, so that looking takes as long. */
const nobodys: CaseReaders = { tenantId: '', handledBy: 'acu', excluded: [], mailboxRecipient: '' };

/** Whether somebody may have something of a case. */
export type May = (readers: Omit<CaseReaders, 'tenantId'>) => boolean;

/**
 * Who may have something of a case, `undefined` where there is none as where this person may not. Until that is known
 * nothing is read that a case which is not there would not cost as well: how long a refusal takes does not tell which it
 * was. Throws StoreError.
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

/** A case that somebody may have, `undefined` where there is none as where they may not. Throws StoreError. */
export async function standingCase(
  cases: Pick<CaseStore, 'readers' | 'read'>,
  caseId: CaseId,
  may: May,
): Promise<Versioned<CaseRecord> | undefined> {
  if ((await allowedReaders(cases, caseId, may)) === undefined) return undefined;
  const found = await cases.read(caseId);
  return found && may(found.value) ? found : undefined;
}
