import type { Versioned } from '../records/case-record.ts';

/** The name says nothing without the day's salt. */
interface WorkCount {
  readonly name: string;
  readonly day: string;
  readonly record: string;
}

/** Work beyond the ordinary, shared by all servers, and each day's random salt for the names. No backup has either. */
export interface WorkCounts {
  salt(day: string, drawn: string): Promise<string>;
  read(name: string): Promise<Versioned<string> | undefined>;
  write(count: WorkCount, over: string | undefined): Promise<boolean>;
  ofDay(day: string): Promise<readonly string[]>;
  removeBefore(day: string): Promise<void>;
}
