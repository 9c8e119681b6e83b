import { z } from 'zod';
import { eventRecordSchema } from '../../concerns/event-record.ts';
import type { History } from '../../concerns/ports/history.ts';
import { parsed, parsedJson } from '../parsed.ts';
import type { SqliteFile } from './sqlite-file.ts';

const rowSchema = z.object({ record: z.string() });

/** Histories in SQLite. */
export const sqliteHistory = (file: SqliteFile): History => ({
  of: async (caseId) =>
    file
      .rows('SELECT record FROM events WHERE case_id = ? ORDER BY sequence', caseId)
      .map((row) => parsedJson(eventRecordSchema, parsed(rowSchema, row).record)),
});
