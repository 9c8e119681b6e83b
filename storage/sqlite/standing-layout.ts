import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { layouts } from './layouts.ts';
import { applicationIds } from './made-for.ts';

const headerSchema = z.object({ version: z.int(), application: z.int(), objects: z.int() });
const header = `SELECT (SELECT user_version FROM pragma_user_version) AS version,
  (SELECT application_id FROM pragma_application_id) AS application,
  (SELECT count(*) FROM sqlite_schema) AS objects`;

/**
 * Read without a change: `none` if the file is missing or empty, `older` if opening would migrate it, `ready`
 * otherwise, also if it cannot be read: opening it then says why.
 */
export function standingLayout(path: string): 'none' | 'older' | 'ready' {
  if (!existsSync(path)) return 'none';
  try {
    const database = new DatabaseSync(path, { readOnly: true });
    try {
      const { version, application, objects } = headerSchema.parse(database.prepare(header).get());
      if (application === 0 && objects === 0) return 'none';
      return application === applicationIds.production && version < layouts.length ? 'older' : 'ready';
    } finally {
      database.close();
    }
  } catch {
    return 'ready';
  }
}
