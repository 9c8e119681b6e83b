import { z } from 'zod';
import { caseRecordSchema } from '../../concerns/records/case-record.ts';
import type { CaseLedger } from '../../concerns/ports/case-ledger.ts';
import { parsed, parsedJson } from '../parsed.ts';
import { besideCase } from './beside.ts';
import type { SqliteFile } from './sqlite-file.ts';

const rowSchema = z.object({ record: z.string() });

/** Every case in SQLite, page by page. */
export const sqliteLedger = (file: SqliteFile): CaseLedger => ({
  from: async (after, limit) =>
    file
      .rows('SELECT record FROM cases WHERE case_id > ? ORDER BY case_id LIMIT ?', after ?? '', limit)
      .map((row) => parsedJson(caseRecordSchema, parsed(rowSchema, row).record)),

  beside: async (caseId) => besideCase(file, caseId),
});
