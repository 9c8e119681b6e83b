import { allowedReaders, type CaseStore } from '../ports/case-store.ts';
import type { AskedHistory } from './case-in-hand.ts';
import { type Actor, maySee } from '../records/permissions.ts';
import type { CaseId } from '../terms/codes.ts';
import { entriesShown } from '../records/event-record.ts';

export interface ShownUntil {
  readonly caseId: CaseId;
  readonly sequence: number;
}

export type SinceShown = 'same' | 'changed' | 'gone';

/**
 * Whether something was done to a case since a page showed it; views do not count. It leaves no entry, since nothing of
 * the case is handed out. Throws StoreError.
 */
export async function changedSince(
  deps: { readonly cases: Pick<CaseStore, 'readers'>; readonly history: Pick<AskedHistory, 'entries'> },
  by: Actor,
  { caseId, sequence }: ShownUntil,
): Promise<SinceShown> {
  const readers = await allowedReaders(deps.cases, caseId, (these) => maySee(by, these));
  if (readers === undefined) return 'gone';
  // No more than a page shows, however long ago that was.
  const since = await deps.history.entries(caseId, { after: sequence, last: entriesShown });
  return since.some(({ kind }) => kind !== 'viewed') ? 'changed' : 'same';
}
