import { z } from 'zod';
import type { SettingsHistory } from '../../concerns/ports/settings-history.ts';
import { settingEntrySchema } from '../../concerns/records/setting-record.ts';
import { parsed, parsedJson } from '../parsed.ts';
import type { SqliteFile } from './sqlite-file.ts';

const rowSchema = z.object({ record: z.string() });

/** The history of the settings in SQLite. */
export const sqliteSettingsHistory = (file: SqliteFile): SettingsHistory => ({
  all: async () =>
    file
      .rows('SELECT record FROM settings_history ORDER BY sequence')
      .map((row) => parsedJson(settingEntrySchema, parsed(rowSchema, row).record)),

  add: async (entry) => {
    const added = await file.transaction(() =>
      file.write(
        'INSERT INTO settings_history (sequence, record) VALUES (?, ?) ON CONFLICT (sequence) DO NOTHING',
        entry.sequence,
        JSON.stringify(entry),
      ),
    );
    return added === 1 ? 'added' : 'exists';
  },
});
