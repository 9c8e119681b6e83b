import { verifyCase } from '../../../core/casework/integrity-verification.ts';
import { appendEvent } from '../../../core/model/event-record.ts';
import type { Store } from '../../../core/ports/store.ts';
import type { CaseId } from '../../../core/model/case-id.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { formatVersions } from '../../../storage/record-codec.ts';
import type { RecordLocation, StoredRecords } from '../contracts/stored-records.ts';

/** The shape of a case that a server of the next version writes. */
export const newerFormatVersion = formatVersions.case + 1;

/** Where a case stands in either store. */
export const getCaseLocation = (caseId: CaseId): RecordLocation => ({
  cosmos: { container: 'cases', id: caseId, partition: caseId },
  sqlite: { table: 'cases', where: { case_id: caseId } },
});

/** The fields that servers of a later version write into a case, at two levels. */
export const newerFields = {
  laterStage: 'handedOver',
  laterParts: [{ laterName: 'one', of: { more: [1, 2] } }],
} as const;

/**
 * A step of a server of a later version: its cases have fields that this version does not know, digests that take them
 * in, and a mark that says which version wrote them and which may change them.
 */
export async function writeAsNewerServer(
  store: Store,
  standing: StoredRecords,
  caseId: CaseId,
  { oldestWriter }: { readonly oldestWriter?: number } = {},
): Promise<void> {
  const found = await store.cases.read(caseId);
  if (found === undefined) throw new Error('there is no such case');
  const [last] = await store.history.entries(caseId, { last: 1 });
  const by = { objectId: toPersonId('00000000-0000-0000-0000-00000000002a') };
  const acted = { kind: 'updateConfirmed', by, at: new Date().toISOString() } as const;
  const { record, event } = appendEvent({ ...found.value, ...newerFields }, acted, { record: found.value, last });
  await store.cases.change({ case: { value: record, version: found.version }, events: [event] });
  const stood = await standing.read(getCaseLocation(caseId));
  await standing.write(getCaseLocation(caseId), {
    ...stood,
    shape: newerFormatVersion,
    ...(oldestWriter && { oldestWriter }),
  });
}

/** The verdict of the audit on a case as it stands. */
export async function verifyStoredCase(store: Store, caseId: CaseId): Promise<unknown> {
  const found = await store.cases.read(caseId);
  return found && verifyCase(found.value, await store.history.readAll(caseId));
}
