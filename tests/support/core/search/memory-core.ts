import {
  type CaseChange,
  type CaseStore,
  filterHistoryEntries,
  type CaseHistory,
} from '../../../../core/ports/case-store.ts';
import type { DraftStore, Store } from '../../../../core/ports/store.ts';
import type { TextSealer } from '../../../../core/ports/seal.ts';
import type { AlertRecord } from '../../../../core/model/alert-record.ts';
import type { CaseRecord } from '../../../../core/model/case-record.ts';
import type { EventRecord } from '../../../../core/model/event-record.ts';
import type { CaseId } from '../../../../core/model/case-id.ts';
import { sortUniqueEvents, stripSeals } from '../../../../storage/case-records.ts';
import { isCaseVisible } from '../../../../storage/case-lists.ts';
import { type Core, random, start, withIntake } from '../open-core.ts';

/** As much of a core as one person after another works with. */
export type MemoryCore = {
  readonly store: Pick<Store, 'cases' | 'history' | 'outbox' | 'list'>;
  readonly deps: Omit<Core['deps'], 'drafts'>;
};

interface Kept {
  record: CaseRecord;
  version: number;
  alert: AlertRecord | undefined;
  alertVersion: number;
  events: readonly EventRecord[];
}

const isOfReporter = ({ kind }: EventRecord): boolean => kind === 'messageFromReporter';
const withoutSeal = (event: EventRecord): EventRecord => stripSeals(event);

/** A seal that hides nothing: what is searched for here is who may do what, a thousand times a second. */
const openSeal: TextSealer = {
  fingerprints: () => ['everybody'],
  seal: async (text) => Buffer.from(text).toString('base64'),
  sealToMailbox: async (text) => Buffer.from(text).toString('base64'),
  mailboxRecipient: async (seed) => `age1pq1${Buffer.from(seed).toString('hex')}`,
};

function historyIn(kept: ReadonlyMap<CaseId, Kept>): CaseHistory {
  const eventsOf = (caseId: CaseId): readonly EventRecord[] => kept.get(caseId)?.events ?? [];
  return {
    readAll: async (caseId) => eventsOf(caseId),
    entries: async (caseId, asked) => filterHistoryEntries(eventsOf(caseId), asked).map(withoutSeal),
    sealedEntries: async (caseId, asked) => filterHistoryEntries(eventsOf(caseId), asked),
    count: async (caseId, kind) => eventsOf(caseId).filter((event) => event.kind === kind).length,
    async writtenVolume(caseId, by, since) {
      const sizes = eventsOf(caseId)
        .filter((event) => isOfReporter(event) === (by === 'reporter'))
        .filter(({ at }) => since === undefined || (at >= since.from && at < since.to))
        .map(({ message, note }) => (message?.sealed?.length ?? 0) + (note?.sealed?.length ?? 0))
        .filter((size) => size > 0);
      return { count: sizes.length, size: sizes.reduce((sum, size) => sum + size, 0) };
    },
  };
}

const noDrafts: DraftStore = {
  save: async () => {},
  read: async () => undefined,
  remove: async () => {},
  removeExpired: async () => {},
};

/** A core whose store is in memory, for searches that begin many thousands of times; it answers as the others do. */
export function createMemoryCore(): MemoryCore {
  const kept = new Map<CaseId, Kept>();
  const history = historyIn(kept);
  const versioned = (one: Kept) => ({ value: one.record, version: String(one.version) });
  function change({ case: changed, alert, events }: CaseChange): 'changed' | 'conflict' {
    const standing = kept.get(changed.value.caseId);
    if (standing === undefined || String(standing.version) !== changed.version) return 'conflict';
    if (events.some(({ sequence }) => sequence <= standing.events.length)) return 'conflict';
    if (alert && String(standing.alertVersion) !== alert.version) return 'conflict';
    standing.record = changed.value;
    standing.version += 1;
    if (alert) standing.alert = alert.value;
    if (alert) standing.alertVersion += 1;
    standing.events = [...standing.events, ...events];
    return 'changed';
  }
  const cases: CaseStore = {
    async create(record, alert, events) {
      if (kept.has(record.caseId)) return 'exists';
      kept.set(record.caseId, { record, version: 1, alert, alertVersion: 1, events });
      return 'created';
    },
    readAccess: async (caseId) => kept.get(caseId)?.record,
    async read(caseId) {
      const standing = kept.get(caseId);
      return standing && versioned(standing);
    },
    async readSnapshot(caseId, asked) {
      const standing = kept.get(caseId);
      if (standing === undefined) return undefined;
      const entries = await Promise.all(asked.entries.map((one) => history.entries(caseId, one)));
      return {
        case: versioned(standing),
        alert: standing.alert && { value: standing.alert, version: String(standing.alertVersion) },
        entries: sortUniqueEvents(entries.flat()),
        counts: await Promise.all(asked.counts.map((kind) => history.count(caseId, kind))),
        written: await Promise.all(asked.written.map(({ by, since }) => history.writtenVolume(caseId, by, since))),
      };
    },
    change: async (changed) => change(changed),
    async erase(erased) {
      const outcome = change(erased);
      const standing = kept.get(erased.case.value.caseId);
      if (outcome === 'changed' && standing) standing.events = standing.events.map(withoutSeal);
      return outcome;
    },
    assertErased: async () => undefined,
  };
  const store: MemoryCore['store'] = {
    cases,
    history,
    outbox: {
      due: async () => ({ alerts: [], unreadable: 0 }),
      async read(caseId) {
        const standing = kept.get(caseId);
        return standing?.alert && { value: standing.alert, version: String(standing.alertVersion) };
      },
      async write({ value, version }) {
        const standing = kept.get(value.caseId);
        if (standing === undefined || String(standing.alertVersion) !== version) return undefined;
        standing.alert = value;
        standing.alertVersion += 1;
        return { value, version: String(standing.alertVersion) };
      },
      health: async () => ({ waiting: 0, failing: 0 }),
    },
    list: {
      async page(filter, _after, limit) {
        const records = [...kept.values()].map(({ record }) => record);
        const found = records.filter((record) => filter.overseen !== true || record.oversight !== undefined);
        return found.filter((record) => isCaseVisible(filter, record)).slice(0, limit);
      },
      count: async () => kept.size,
    },
  };
  return {
    store,
    deps: withIntake({
      ...store,
      drafts: noDrafts,
      seal: openSeal,
      random,
      clock: () => start,
      timeZone: 'Europe/London',
      alertTiming: 'fullHour',
      alertNamesKind: false,
      reviewYears: 6,
      timeLimits: {},
    }),
  };
}
