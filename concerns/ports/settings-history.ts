import type { SettingEntry } from '../records/setting-record.ts';

/** The history of channels, recipients and role lists. Entries are added and never changed. Throws StoreError. */
export interface SettingsHistory {
  /** The entries in their order; empty before the first start that kept any. */
  all(): Promise<readonly SettingEntry[]>;
  /** Adds an entry; `exists` where one stands in its place: nothing is written, read again. */
  add(entry: SettingEntry): Promise<'added' | 'exists'>;
}
