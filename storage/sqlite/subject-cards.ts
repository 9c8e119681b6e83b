import { parseJsonWithSchema } from '../../core/model/parse-json.ts';
import { z } from 'zod';
import type { SubjectCardStore } from '../../core/ports/case-store.ts';
import { caseIdSchema } from '../../core/model/case-record.ts';
import {
  formerSubjectCardsSchema,
  storedSubjectCardSchema,
  withdrawnSubjectCardsSchema,
} from '../../core/model/subject-card.ts';
import { caseAccessSchema } from '../case-records.ts';
import { takeReadableRows } from '../record-codec.ts';
import type { SqliteFile } from './sqlite-file.ts';

const rowSchema = z.object({
  case_id: caseIdSchema,
  readers: z.string(),
  card: z.string(),
  former: z.string().nullable(),
  withdrawn: z.string().nullable(),
});

export const createSqliteSubjectCards = (file: SqliteFile): SubjectCardStore => ({
  page: async (handledBy, after, limit) => {
    const ask = async (max: number) =>
      file.rows(
        `SELECT case_id, readers, card, record -> '$.formerCards' AS former, record -> '$.withdrawnCards' AS withdrawn
         FROM cases INDEXED BY cases_with_card WHERE card IS NOT NULL AND case_id > ? AND readers ->> '$.handledBy' = ? ORDER BY case_id LIMIT ?`,
        after ?? '',
        handledBy,
        max,
      );
    const { values } = await takeReadableRows(limit, ask, (row) => {
      const found = rowSchema.safeParse(row).data;
      const readers = found && parseJsonWithSchema(caseAccessSchema, found.readers);
      const card = found && parseJsonWithSchema(storedSubjectCardSchema, found.card);
      const former = (found?.former && parseJsonWithSchema(formerSubjectCardsSchema, found.former)) || [];
      const withdrawn = (found?.withdrawn && parseJsonWithSchema(withdrawnSubjectCardsSchema, found.withdrawn)) || [];
      return found && readers && card && { caseId: found.case_id, access: readers, card, former, withdrawn };
    });
    return values;
  },
});
