import { z } from 'zod';
import type { UnitQueries } from '../../core/ports/case-store.ts';
import { caseIdSchema } from '../../core/model/base-schemas.ts';
import { personIdSchema } from '../../core/model/roles.ts';
import { parseStored } from '../record-codec.ts';
import type { SqliteFile } from './sqlite-file.ts';

const caseRowSchema = z.object({ case_id: caseIdSchema });
const openingRowSchema = z.object({ person: personIdSchema, cases: z.int() });

const visibleCaseSql = `EXISTS (SELECT 1 FROM listed WHERE listed.case_id = events.case_id AND listed.handled_by = ?
    AND NOT EXISTS (SELECT 1 FROM exclusions
      WHERE exclusions.case_id = listed.case_id AND exclusions.object_id = ?))`;

export const createSqliteUnitQueries = (file: SqliteFile): UnitQueries => ({
  countOpenings: async ({ handledBy, viewer }, since) =>
    file
      .rows(
        `SELECT person, count(DISTINCT case_id) AS cases FROM events INDEXED BY events_opened
         WHERE kind = 'consulted' AND CASE WHEN json_valid(record) THEN record ->> '$.at' END >= ?
           AND person IS NOT NULL AND ${visibleCaseSql} GROUP BY person`,
        since,
        handledBy,
        viewer,
      )
      .map((row) => {
        const { person, cases } = parseStored(openingRowSchema, row);
        return { objectId: person, cases };
      }),

  listClosedCases: async (handledBy, from, to) =>
    file
      .rows(
        `SELECT case_id FROM listed INDEXED BY listed_open_at
         WHERE handled_by = ? AND closed_on >= ? AND closed_on <= ? ORDER BY case_id`,
        handledBy,
        from,
        to,
      )
      .map((row) => parseStored(caseRowSchema, row).case_id),
});
