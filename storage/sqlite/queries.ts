import { z } from 'zod';
import { type CaseFigures, caseFiguresSchema } from '../../concerns/records/case-record.ts';
import type { CaseQueries } from '../../concerns/ports/case-queries.ts';
import { parsed, parsedJson } from '../parsed.ts';
import type { SqliteFile } from './sqlite-file.ts';

const rowSchema = z.object({ figures: z.string() });
const figuresOf = (rows: readonly unknown[]): readonly CaseFigures[] =>
  rows.map((row) => parsedJson(caseFiguresSchema, parsed(rowSchema, row).figures));

/** What summaries read in SQLite: a table of its own, so that no seal is loaded. */
export const sqliteQueries = (file: SqliteFile): CaseQueries => ({
  receivedIn: async (week, handledBy) =>
    figuresOf(file.rows('SELECT figures FROM listed WHERE handled_by = ? AND week = ?', handledBy, week)),

  openAt: async (day, handledBy) =>
    figuresOf(
      file.rows(
        `SELECT figures FROM listed WHERE handled_by = ?1 AND closed_on IS NULL AND received_on <= ?2
         UNION ALL
         SELECT figures FROM listed WHERE handled_by = ?1 AND closed_on > ?2 AND received_on <= ?2`,
        handledBy,
        day,
      ),
    ),
});
