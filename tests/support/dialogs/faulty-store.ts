import { StoreError } from '../../../core/ports/store-error.ts';
import type { Store } from '../../../core/ports/store.ts';

/** `refuse`: nothing is done. `lose`: what is written stands and its answer is lost. `hang`: nothing is done, no answer comes. */
export type StoreFault = 'none' | 'refuse' | 'lose' | 'hang';
type Operation = 'create' | 'change' | 'save' | 'remove' | 'look up';

export interface FaultyStore {
  readonly store: Store;
  /** What happens from now on to what reports and drafts ask of it, or to one operation of it. */
  set(trouble: StoreFault, only?: Operation): void;
  /** Whether whoever asks now waits for ever. */
  hangs(): boolean;
  /** How often the store was asked for anything. */
  asked(): number;
}

/** A store before which trouble stands. The keys of carried state are spared: without them no card comes at all. */
export function createFaultyStore(real: Store): FaultyStore {
  let trouble: StoreFault = 'none';
  let struck: Operation | undefined;
  let asked = 0;
  async function through<T>(operation: Operation, work: () => Promise<T>): Promise<T> {
    asked += 1;
    if (trouble === 'none' || (struck ?? operation) !== operation) return work();
    if (trouble === 'hang') return new Promise<never>(() => {});
    if (trouble === 'refuse') throw new StoreError('unavailable');
    const done = await work();
    const isWritten = operation !== 'look up' && done !== 'exists' && done !== 'conflict';
    if (isWritten) throw new StoreError('unknown');
    return done;
  }
  return {
    set(next, only) {
      trouble = next;
      struck = only;
    },
    hangs: () => trouble === 'hang',
    asked: () => asked,
    store: {
      ...real,
      cases: {
        create: (record, alert, events) => through('create', () => real.cases.create(record, alert, events)),
        readAccess: (caseId) => through('look up', () => real.cases.readAccess(caseId)),
        read: (caseId) => through('look up', () => real.cases.read(caseId)),
        readSnapshot: (caseId, asking) => through('look up', () => real.cases.readSnapshot(caseId, asking)),
        change: (change) => through('change', () => real.cases.change(change)),
        erase: (change) => through('change', () => real.cases.erase(change)),
        assertErased: () => through('change', () => real.cases.assertErased()),
      },
      history: {
        readAll: (caseId) => through('look up', () => real.history.readAll(caseId)),
        entries: (caseId, asking) => through('look up', () => real.history.entries(caseId, asking)),
        sealedEntries: (caseId, asking) => through('look up', () => real.history.sealedEntries(caseId, asking)),
        count: (caseId, kind) => through('look up', () => real.history.count(caseId, kind)),
        writtenVolume: (caseId, by, since) => through('look up', () => real.history.writtenVolume(caseId, by, since)),
      },
      drafts: {
        save: (draft) => through('save', () => real.drafts.save(draft)),
        read: (id, now) => through('look up', () => real.drafts.read(id, now)),
        remove: (id) => through('remove', () => real.drafts.remove(id)),
        removeExpired: (now) => through('remove', () => real.drafts.removeExpired(now)),
      },
    },
  };
}
