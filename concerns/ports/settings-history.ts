import type { SettingEntry } from '../records/setting-record.ts';

export interface SettingsHistory {
  all(): Promise<readonly SettingEntry[]>;
  add(entry: SettingEntry): Promise<'added' | 'exists'>;
}
