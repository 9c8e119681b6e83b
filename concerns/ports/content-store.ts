import type { ContentEntry, KeptContent } from '../records/content-record.ts';
import type { Day } from '../terms/calendar.ts';

interface ContentMark {
  readonly topic: string;
  readonly number: number;
}

/** The history of each topic of the guidance. Entries are never removed. */
export interface ContentStore {
  of(topic: string): Promise<readonly KeptContent[]>;
  /** The last entry of each topic: of those written to since a day, in UTC, or of all. */
  marks(since?: Day): Promise<readonly ContentMark[]>;
  add(entry: ContentEntry): Promise<'added' | 'exists'>;
}
