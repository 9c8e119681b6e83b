import type { Versioned } from '../records/case-record.ts';

/** The work that somebody handed in on a day beyond the ordinary, under a name that says nothing without the day's salt. */
interface WorkCount {
  readonly name: string;
  /** As `2026-11-25`, in UTC. */
  readonly day: string;
  /** Their counts, as JSON that only servers read. */
  readonly record: string;
}

/**
 * The work of those who hand in more than the ordinary, as all servers know it, and the random salt of each day that its
 * names are made with. No backup has either. Throws StoreError.
 */
export interface WorkCounts {
  /** Keeps a salt unless that day has one; returns the one that stands. */
  salt(day: string, drawn: string): Promise<string>;
  /** The record under a name, `undefined` where there is none. */
  read(name: string): Promise<Versioned<string> | undefined>;
  /** Puts it in the place of what stands at a version, or of nothing; `false` when another stands there: nothing is written. */
  write(count: WorkCount, over: string | undefined): Promise<boolean>;
  /** The records of a day, in no order. */
  ofDay(day: string): Promise<readonly string[]>;
  /** Destroys the records and the salts of days before this one. */
  removeBefore(day: string): Promise<void>;
}
