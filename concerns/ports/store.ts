import type { AlertOutbox } from './alert-outbox.ts';
import type { AlertTargets } from './alert-targets.ts';
import type { CaseQueries } from './case-queries.ts';
import type { CaseStore } from './case-store.ts';
import type { DayKeys } from './day-keys.ts';
import type { DraftStore } from './draft-store.ts';
import type { History } from './history.ts';
import type { WeekStore } from './week-store.ts';

/** Everything that one database keeps, as the ports that the core asks for. */
export interface Store {
  readonly cases: CaseStore;
  readonly queries: CaseQueries;
  readonly history: History;
  readonly outbox: AlertOutbox;
  readonly targets: AlertTargets;
  readonly drafts: DraftStore;
  readonly weeks: WeekStore;
  readonly dayKeys: DayKeys;
  /** Settles when the store can be written to; rejects with StoreError when it cannot. Says no more. */
  readonly check: () => Promise<void>;
  close(): Promise<void>;
}
