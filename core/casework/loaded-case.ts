import type { AlertRecord } from '../model/alert-record.ts';
import { canonicalJson } from '../model/digests.ts';
import type { CaseId } from '../model/codes.ts';
import type { CaseRecord, Versioned } from '../model/case-record.ts';
import type { EventRecord } from '../model/event-record.ts';
import {
  allowedReaders,
  type AskedOfCase,
  type CaseReaders,
  type CaseStore,
  entriesAmong,
  type EntriesAsked,
  type GatheredCase,
  type History,
  type May,
  type Writer,
  type WrittenSince,
} from '../ports/case-store.ts';

export type AskedHistory = Pick<History, 'entries' | 'count' | 'written'>;

/** A case within one request: questions gathered with it are answered from memory, others by the store. */
export interface CaseInHand {
  readonly record: CaseRecord;
  readonly version: string;
  readonly alert: GatheredCase['alert'];
  readonly history: AskedHistory;
  after(record: CaseRecord, events: readonly EventRecord[], alert?: AlertRecord): CaseInHand;
}

const isOfSame = (one: AskedOfCase['written'][number], by: Writer, since: WrittenSince | undefined): boolean =>
  one.by === by && one.since?.from === since?.from && one.since?.to === since?.to;

const keyOf = ({ last: _last, ...asked }: EntriesAsked): string => canonicalJson(asked);

function answered(asked: readonly EntriesAsked[]): ReadonlyMap<string, number> {
  const most = new Map<string, number>();
  for (const one of asked) {
    const key = keyOf(one);
    most.set(key, Math.max(most.get(key) ?? 0, one.last ?? Infinity));
  }
  return most;
}

function inHand(
  store: AskedHistory,
  asked: AskedOfCase,
  found: GatheredCase,
  known = answered(asked.entries),
): CaseInHand {
  const { value: record, version } = found.case;
  const holds = (which: EntriesAsked): boolean => (which.last ?? Infinity) <= (known.get(keyOf(which)) ?? 0);
  const isIts = (caseId: CaseId): boolean => caseId === record.caseId;
  return {
    record,
    version,
    alert: found.alert,
    history: {
      entries: async (caseId, which) =>
        isIts(caseId) && holds(which) ? entriesAmong(found.entries, which) : store.entries(caseId, which),
      count: async (caseId, kind) =>
        (isIts(caseId) ? found.counts[asked.counts.indexOf(kind)] : undefined) ?? store.count(caseId, kind),
      written: async (caseId, by, since) =>
        (isIts(caseId) ? found.written[asked.written.findIndex((one) => isOfSame(one, by, since))] : undefined) ??
        store.written(caseId, by, since),
    },
    after: (next, events, alert) =>
      inHand(
        store,
        { ...asked, written: [] },
        {
          // Not the stored version: a writer has to read the case again.
          case: { value: next, version: '' },
          alert: alert ? { value: alert, version: '' } : found.alert,
          entries: [...found.entries, ...events],
          counts: asked.counts.map(
            (kind, place) => (found.counts[place] ?? 0) + events.filter((event) => event.kind === kind).length,
          ),
          written: [],
        },
        known,
      ),
  };
}

export const versionOf = ({ record, version }: CaseInHand): Versioned<CaseRecord> => ({ value: record, version });

/**
 * A case that someone may have, with its history's answers, in two trips. `undefined` if there is none, and equally,
 * after the first trip, if they may not. Throws StoreError.
 */
export async function caseInHand(
  { cases, history }: { readonly cases: Pick<CaseStore, 'readers' | 'gather'>; readonly history: AskedHistory },
  caseId: CaseId,
  may: May,
  asked: (readers: CaseReaders) => AskedOfCase | Promise<AskedOfCase>,
): Promise<CaseInHand | undefined> {
  const readers = await allowedReaders(cases, caseId, may);
  if (readers === undefined) return undefined;
  const questions = await asked(readers);
  const found = await cases.gather(caseId, questions);
  return found && may(found.case.value) ? inHand(history, questions, found) : undefined;
}
