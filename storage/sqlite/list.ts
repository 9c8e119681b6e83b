import { z } from 'zod';
import { caseFiguresSchema } from '../../concerns/case-record.ts';
import type { CaseList } from '../../concerns/ports/case-list.ts';
import { parsed, parsedJson } from '../parsed.ts';
import { listedQuery } from './listed-query.ts';
import type { SqliteFile } from './sqlite-file.ts';

const rowSchema = z.object({ figures: z.string() });
const countSchema = z.object({ cases: z.int() });

/** Lists in SQLite: the cases of a page are found in an index alone, and of these the figures are read. */
export const sqliteList = (file: SqliteFile): CaseList => ({
  page: async (filter, after, limit) => {
    const found = listedQuery(filter, after);
    if (found === undefined) return [];
    return file
      .rows(
        `SELECT figures FROM (${found.sql} LIMIT ?) AS found CROSS JOIN listed ON listed.case_id = found.case_id
         ORDER BY found.received_on DESC, found.case_id`,
        ...found.values,
        limit,
      )
      .map((row) => parsedJson(caseFiguresSchema, parsed(rowSchema, row).figures));
  },

  count: async (filter, most) => {
    const found = listedQuery(filter, undefined);
    if (found === undefined) return 0;
    const row = file.row(`SELECT count(*) AS cases FROM (${found.sql} LIMIT ?)`, ...found.values, most);
    return parsed(countSchema, row).cases;
  },
});
