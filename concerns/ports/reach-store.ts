import type { Versioned } from '../records/case-record.ts';
import type { ReachRow } from '../records/reach-row.ts';

/**
 * Those who have the app, one row each. A version says nothing of how often a row was written. Throws StoreError.
 */
export interface ReachStore {
  /** Adds a row; `exists` where one has its id: nothing is written. */
  add(row: ReachRow): Promise<'added' | 'exists'>;
  /** The row with an id, `undefined` where there is none. Its `value` is missing where it cannot be read. */
  read(id: string): Promise<{ readonly value: ReachRow | undefined; readonly version: string } | undefined>;
  /**
   * The rows whose id comes after another, the first ones where it is missing: in the order of their ids, at most
   * `most`, and fewer only at the end. One that cannot be read is left out and keeps no other back.
   */
  page(after: string | undefined, most: number): Promise<readonly Versioned<ReachRow>[]>;
  /** Puts a row in the place of the one at a version; `false` when another stands there, or none: nothing is written. */
  write(row: ReachRow, over: string): Promise<boolean>;
  /** Removes a row. Silent where there is none. */
  remove(id: string): Promise<void>;
}
