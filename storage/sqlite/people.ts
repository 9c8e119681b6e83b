import { z } from 'zod';
import { type People, personRecordSchema } from '../../concerns/ports/people.ts';
import { parsed, parsedJson } from '../parsed.ts';
import type { SqliteFile } from './sqlite-file.ts';

const rowSchema = z.object({ record: z.string(), version: z.int() });

/** Those who have come to the tab, in SQLite. */
export const sqlitePeople = (file: SqliteFile): People => ({
  read: async (objectId) => {
    const row = file.row('SELECT record, version FROM people WHERE object_id = ?', objectId);
    if (row === undefined) return undefined;
    const { record, version } = parsed(rowSchema, row);
    return { value: parsedJson(personRecordSchema, record), version: String(version) };
  },

  all: async () =>
    file
      .rows('SELECT record, version FROM people ORDER BY object_id')
      .map((row) => parsedJson(personRecordSchema, parsed(rowSchema, row).record)),

  add: async (person) => {
    const added = await file.transaction(() =>
      file.write(
        'INSERT INTO people (object_id, version, record) VALUES (?, 1, ?) ON CONFLICT (object_id) DO NOTHING',
        person.objectId,
        JSON.stringify(person),
      ),
    );
    return added === 1 ? 'added' : 'exists';
  },

  change: async ({ value, version }) => {
    const changed = await file.transaction(() =>
      file.write(
        'UPDATE people SET version = version + 1, record = ? WHERE object_id = ? AND CAST(version AS TEXT) = ?',
        JSON.stringify(value),
        value.objectId,
        version,
      ),
    );
    return changed === 1 ? 'changed' : 'conflict';
  },
});
