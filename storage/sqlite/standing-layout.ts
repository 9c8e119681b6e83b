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
 * How the layout of a file stands to that of this version, read without changing anything: `none` where there is no file
 * or nothing is in it yet, `older` where opening it would bring it to ours, `ready` otherwise, also where it cannot be
 * read: whoever opens it is told why.
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
