import type { Versioned } from '../records/case-record.ts';
import type { ReachRow } from '../records/reach-row.ts';

/** Those who have the app. A version does not tell how often a row was written. */
export interface ReachStore {
  add(row: ReachRow): Promise<'added' | 'exists'>;
  read(id: string): Promise<{ readonly value: ReachRow | undefined; readonly version: string } | undefined>;
  /** At most `most` rows after an id, in the order of ids, fewer only at the end. */
  page(after: string | undefined, most: number): Promise<readonly Versioned<ReachRow>[]>;
  write(row: ReachRow, over: string): Promise<boolean>;
  remove(id: string): Promise<void>;
}
