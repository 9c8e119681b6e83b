import type { ContentEntry, KeptContent } from '../records/content-record.ts';
import type { Day } from '../terms/calendar.ts';

/** How far the entries of a topic go. */
interface ContentMark {
  readonly topic: string;
  readonly number: number;
}

/** The history of each topic of the guidance: its words, and who wrote, approved and withdrew them. Entries stand for ever. Throws StoreError. */
export interface ContentStore {
  /** The entries of a topic in their order, those that cannot be read among them; empty where there are none. */
  of(topic: string): Promise<readonly KeptContent[]>;
  /** The last entry of each topic, in no order: of those that were written to on a day or later, in UTC, or of all. */
  marks(since?: Day): Promise<readonly ContentMark[]>;
  /** Adds an entry after the one before it; `exists` where one stands in its place, or none before it: nothing is written. */
  add(entry: ContentEntry): Promise<'added' | 'exists'>;
}
