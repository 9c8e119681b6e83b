import type { AlertRecord } from '../model/alert-record.ts';
import { canonicalJson } from '../model/digests.ts';
import type { CaseId } from '../model/case-id.ts';
import type { CaseRecord, Versioned } from '../model/case-record.ts';
import type { EventRecord } from '../model/event-record.ts';
import {
  readAccessIfAllowed,
  type SnapshotRequest,
  type CaseAccess,
  type CaseStore,
  filterHistoryEntries,
  type HistoryEntryQuery,
  type CaseSnapshot,
  type CaseHistory,
  type AccessCheck,
  type Writer,
  type WrittenPeriod,
} from '../ports/case-store.ts';

export type HistoryReader = Pick<CaseHistory, 'entries' | 'count' | 'writtenVolume'>;

/** Questions gathered with it are answered from memory, others by the store. */
export interface LoadedCase {
  readonly record: CaseRecord;
  readonly version: string;
  readonly alert: CaseSnapshot['alert'];
  readonly history: HistoryReader;
  after(record: CaseRecord, events: readonly EventRecord[], alert?: AlertRecord): LoadedCase;
}

const isSameWrittenQuery = (
  one: SnapshotRequest['written'][number],
  by: Writer,
  since: WrittenPeriod | undefined,
): boolean => one.by === by && one.since?.from === since?.from && one.since?.to === since?.to;

const queryKey = ({ last: _last, ...query }: HistoryEntryQuery): string => canonicalJson(query);

function loadedLimits(queries: readonly HistoryEntryQuery[]): ReadonlyMap<string, number> {
  const limits = new Map<string, number>();
  for (const one of queries) {
    const key = queryKey(one);
    limits.set(key, Math.max(limits.get(key) ?? 0, one.last ?? Infinity));
  }
  return limits;
}

function createLoadedCase(
  store: HistoryReader,
  request: SnapshotRequest,
  found: CaseSnapshot,
  limits = loadedLimits(request.entries),
): LoadedCase {
  const { value: record, version } = found.case;
  const isLoaded = (which: HistoryEntryQuery): boolean =>
    (which.last ?? Infinity) <= (limits.get(queryKey(which)) ?? 0);
  const isThisCase = (caseId: CaseId): boolean => caseId === record.caseId;
  return {
    record,
    version,
    alert: found.alert,
    history: {
      entries: async (caseId, which) =>
        isThisCase(caseId) && isLoaded(which)
          ? filterHistoryEntries(found.entries, which)
          : store.entries(caseId, which),
      count: async (caseId, kind) =>
        (isThisCase(caseId) ? found.counts[request.counts.indexOf(kind)] : undefined) ?? store.count(caseId, kind),
      writtenVolume: async (caseId, by, since) =>
        (isThisCase(caseId)
          ? found.written[request.written.findIndex((one) => isSameWrittenQuery(one, by, since))]
          : undefined) ?? store.writtenVolume(caseId, by, since),
    },
    after: (next, events, alert) =>
      createLoadedCase(
        store,
        { ...request, written: [] },
        {
          // Without the stored version, a writer has to read the case again.
          case: { value: next, version: '' },
          alert: alert ? { value: alert, version: '' } : found.alert,
          entries: [...found.entries, ...events],
          counts: request.counts.map(
            (kind, place) => (found.counts[place] ?? 0) + events.filter((event) => event.kind === kind).length,
          ),
          written: [],
        },
        limits,
      ),
  };
}

export const toVersioned = ({ record, version }: LoadedCase): Versioned<CaseRecord> => ({ value: record, version });

/**
 * In two trips. `undefined` if there is none, and equally, after the first trip, if they may not see it. Throws
 * StoreError.
 */
export async function loadCase(
  {
    cases,
    history,
  }: { readonly cases: Pick<CaseStore, 'readAccess' | 'readSnapshot'>; readonly history: HistoryReader },
  caseId: CaseId,
  may: AccessCheck,
  createRequest: (readers: CaseAccess) => SnapshotRequest | Promise<SnapshotRequest>,
): Promise<LoadedCase | undefined> {
  const readers = await readAccessIfAllowed(cases, caseId, may);
  if (readers === undefined) return undefined;
  const request = await createRequest(readers);
  const found = await cases.readSnapshot(caseId, request);
  return found && may(found.case.value) ? createLoadedCase(history, request, found) : undefined;
}
