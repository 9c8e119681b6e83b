import type { AlertRecord } from '../records/alert-record.ts';
import { canonicalJson } from '../terms/canonical-json.ts';
import type { CaseId } from '../terms/case-id.ts';
import type { CaseRecord, Versioned } from '../records/case-record.ts';
import type { EventRecord } from '../records/event-record.ts';
import type { AskedOfCase, CaseReaders, CaseStore, GatheredCase } from '../ports/case-store.ts';
import { entriesAmong, type EntriesAsked, type History } from '../ports/history.ts';
import { allowedReaders, type May } from '../ports/standing-case.ts';

/** The part of a history that a step asks for: nothing sealed. */
export type AskedHistory = Pick<History, 'entries' | 'count' | 'written'>;

/**
 * A case as one request has it. What was gathered with the case is answered from memory, anything else by the store:
 * whoever asks need not know which it is, and gets the same.
 */
export interface CaseInHand {
  readonly record: CaseRecord;
  readonly version: string;
  readonly alert: GatheredCase['alert'];
  readonly history: AskedHistory;
  /** The same after a write that left this record, added these entries and changed the alert where one is given. */
  after(record: CaseRecord, events: readonly EventRecord[], alert?: AlertRecord): CaseInHand;
}

const isSame = (one: unknown, other: unknown): boolean => canonicalJson([one]) === canonicalJson([other]);

/** Whether what one question was answered with holds the answer to another one: the same, or fewer of the last. */
function holds({ last: most, ...gathered }: EntriesAsked, { last, ...asked }: EntriesAsked): boolean {
  return isSame(gathered, asked) && (most === undefined || (last !== undefined && last <= most));
}

function inHand(store: AskedHistory, asked: AskedOfCase, found: GatheredCase): CaseInHand {
  const { value: record, version } = found.case;
  const isIts = (caseId: CaseId): boolean => caseId === record.caseId;
  return {
    record,
    version,
    alert: found.alert,
    history: {
      entries: async (caseId, which) =>
        isIts(caseId) && asked.entries.some((one) => holds(one, which))
          ? entriesAmong(found.entries, which)
          : store.entries(caseId, which),
      count: async (caseId, kind) =>
        (isIts(caseId) ? found.counts[asked.counts.indexOf(kind)] : undefined) ?? store.count(caseId, kind),
      written: async (caseId, by, since) =>
        (isIts(caseId) ? found.written[asked.written.findIndex((one) => isSame(one, { by, since }))] : undefined) ??
        store.written(caseId, by, since),
    },
    after: (next, events, alert) =>
      inHand(
        store,
        { ...asked, written: [] },
        {
          // Nothing is written at this version: whoever would has to read the case again.
          case: { value: next, version: '' },
          alert: alert ? { value: alert, version: '' } : found.alert,
          entries: [...found.entries, ...events],
          counts: asked.counts.map(
            (kind, place) => (found.counts[place] ?? 0) + events.filter((event) => event.kind === kind).length,
          ),
          written: [],
        },
      ),
  };
}

/** A case with its version, as it is written. */
export const versionOf = ({ record, version }: CaseInHand): Versioned<CaseRecord> => ({ value: record, version });

/**
 * A case that somebody may have, with what is asked of its history: two questions to the store. `undefined` where there
 * is none as where they may not, after the first. Throws StoreError.
 */
export async function caseInHand(
  { cases, history }: { readonly cases: Pick<CaseStore, 'readers' | 'gather'>; readonly history: AskedHistory },
  caseId: CaseId,
  may: May,
  asked: (readers: CaseReaders) => Promise<AskedOfCase>,
): Promise<CaseInHand | undefined> {
  const readers = await allowedReaders(cases, caseId, may);
  if (readers === undefined) return undefined;
  const questions = await asked(readers);
  const found = await cases.gather(caseId, questions);
  return found && may(found.case.value) ? inHand(history, questions, found) : undefined;
}
