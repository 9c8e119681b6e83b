import { z } from 'zod';
import { type CaseFigures, caseFiguresSchema, daySchema } from '../../concerns/records/case-record.ts';
import type { CaseList } from '../../concerns/ports/case-list.ts';
import { type ListedRecord, listedRecordSchema, mayBeListed } from '../may-be-listed.ts';
import { parsed } from '../parsed.ts';
import { readJson } from '../readable.ts';
import { isListedAsItIs } from './beside.ts';
import { listedQuery } from './listed-query.ts';
import type { SqliteFile } from './sqlite-file.ts';

const placeSchema = z.object({ received_on: daySchema, case_id: z.string() });
const recordSchema = z.looseObject({ record: z.string() });
const countSchema = z.object({ cases: z.int() });
/** A record without what is long in it, nothing where it is no JSON: one such row would stop the whole list. */
const withoutSeals = `CASE WHEN json_valid(cases.record) THEN
  json_remove(cases.record, '$.sealedReport', '$.sealedIdentity', '$.contentTag', '$.mailboxRecipient') END`;

/** A case that was found, as its record says: `undefined` where it has none that can be read. */
function recordOf(row: unknown): ListedRecord | undefined {
  const found = recordSchema.safeParse(row);
  return found.success ? readJson(listedRecordSchema, found.data.record) : undefined;
}

/**
 * Lists in SQLite: the cases of a page are found in an index alone, and of these the records are read, without their
 * seals: what the index is made of can be changed beside them.
 */
export const sqliteList = (file: SqliteFile): CaseList => ({
  page: async (filter, first, limit, onDiffers) => {
    const shown: CaseFigures[] = [];
    let [after, differing] = [first, 0];
    for (;;) {
      const found = listedQuery(filter, after);
      if (found === undefined) break;
      const rows = file.rows(
        `SELECT listed.*, ${withoutSeals} AS record FROM (${found.sql} LIMIT ?) AS found
         CROSS JOIN listed ON listed.case_id = found.case_id LEFT JOIN cases ON cases.case_id = found.case_id
         ORDER BY found.received_on DESC, found.case_id`,
        ...found.values,
        limit,
      );
      for (const row of rows) {
        const record = recordOf(row);
        const isIts = record !== undefined && mayBeListed(filter, record);
        if (!isIts || !isListedAsItIs(row, record)) differing += 1;
        if (isIts && shown.length < limit) shown.push(parsed(caseFiguresSchema, record));
      }
      // Those that were left out make room for others.
      if (shown.length === limit || rows.length < limit) break;
      const { received_on: receivedOn, case_id: caseId } = parsed(placeSchema, rows.at(-1));
      after = { receivedOn, caseId };
    }
    if (differing > 0) onDiffers?.(differing);
    return shown;
  },

  count: async (filter, most) => {
    const found = listedQuery(filter, undefined);
    if (found === undefined) return 0;
    const row = file.row(`SELECT count(*) AS cases FROM (${found.sql} LIMIT ?)`, ...found.values, most);
    return parsed(countSchema, row).cases;
  },
});
