import { parseJsonWithSchema } from '../../core/model/parse-json.ts';
import { z } from 'zod';
import type { WeekFigureQueries, DepartedCase } from '../../core/ports/case-store.ts';
import { type CaseRecord, daySchema } from '../../core/model/case-record.ts';
import {
  type OpenCaseGroup,
  openCaseGroupSchema,
  type WeekCase,
  weekCaseSchema,
  countedWeeks,
} from '../../core/model/counted-cases.ts';
import { addDays, type Day, daysBetween, parseDay } from '../../core/model/calendar.ts';
import { canonicalJson } from '../../core/model/digests.ts';
import type { HandledBy } from '../../core/model/handled-by.ts';
import { parseStored, parseStoredJson } from '../record-codec.ts';
import { mapInChunks, readAllPages } from './chunks.ts';
import type { SqliteFile } from './sqlite-file.ts';

export function writeWeekCases(file: SqliteFile, record: CaseRecord): void {
  file.write('DELETE FROM week_cases WHERE case_id = ?', record.caseId);
  const figures = JSON.stringify(parseStored(weekCaseSchema, record));
  for (const week of countedWeeks(record)) {
    file.write(
      'INSERT INTO week_cases (handled_by, week, case_id, figures) VALUES (?, ?, ?, ?)',
      record.handledBy,
      week,
      record.caseId,
      figures,
    );
  }
}

const weekRowSchema = z.object({ handled_by: z.string(), week: z.string(), figures: z.string() });

export function isWeekIndexConsistent(file: SqliteFile, record: CaseRecord): boolean {
  const rows = file
    .rows('SELECT handled_by, week, figures FROM week_cases WHERE case_id = ?', record.caseId)
    .map((row) => parseStored(weekRowSchema, row));
  const figures = canonicalJson(parseStored(weekCaseSchema, record));
  const isRowConsistent = (row: z.infer<typeof weekRowSchema>): boolean =>
    row.handled_by === record.handledBy &&
    canonicalJson(parseJsonWithSchema(weekCaseSchema, row.figures) ?? null) === figures;
  const weeks = new Set<string>(countedWeeks(record));
  return rows.length === weeks.size && rows.every((row) => weeks.has(row.week) && isRowConsistent(row));
}

const figuresRowSchema = z.object({ case_id: z.string(), figures: z.string() });
const pageSize = 400;

const openRowSchema = z.object({
  received_on: z.string(),
  triaged_on: z.string().nullable(),
  handled_by: z.string(),
  cases: z.int(),
});

function parseOpenCases(row: unknown): OpenCaseGroup {
  const {
    received_on: receivedOn,
    triaged_on: triagedOn,
    handled_by: handledBy,
    cases,
  } = parseStored(openRowSchema, row);
  return parseStored(openCaseGroupSchema, { receivedOn, handledBy, cases, ...(triagedOn !== null && { triagedOn }) });
}
const departedRowSchema = z.object({
  how: z.enum(['movedToReserve', 'erased']),
  received_on: z.string().nullable(),
  closed_on: z.string().nullable(),
});

function parseDepartedCase(row: unknown): DepartedCase {
  const { how, received_on: receivedOn, closed_on: closedOn } = parseStored(departedRowSchema, row);
  return { how, receivedOn: parseDay(receivedOn ?? ''), closedOn: parseDay(closedOn ?? '') };
}
const countSchema = z.object({ cases: z.int() });

const daysPerChunk = 100;
const dayRowSchema = z.object({ day: daySchema.nullable() });

async function readOpenCases(file: SqliteFile, day: Day, handledBy: HandledBy): Promise<readonly OpenCaseGroup[]> {
  const first = 'SELECT min(received_on) AS day FROM listed INDEXED BY listed_open_at';
  const row = file.row(`${first} WHERE handled_by = ? AND closed_on IS NULL AND received_on <= ?`, handledBy, day);
  const from = parseStored(dayRowSchema, row).day;
  if (from === null) return [];
  const chunkCount = Math.floor(daysBetween(from, day) / daysPerChunk) + 1;
  const chunkStarts = Array.from({ length: chunkCount }, (_, at) => addDays(from, at * daysPerChunk));
  return mapInChunks(chunkStarts, 1, ([begin = from]) =>
    file
      .rows(
        `SELECT received_on, triaged_on, handled_by, count(*) AS cases FROM listed INDEXED BY listed_open_at
         WHERE handled_by = ? AND closed_on IS NULL AND received_on >= ? AND received_on < ? AND received_on <= ?
         GROUP BY handled_by, closed_on, received_on, triaged_on`,
        handledBy,
        begin,
        addDays(begin, daysPerChunk),
        day,
      )
      .map(parseOpenCases),
  );
}

async function readCasesClosedAfter(
  file: SqliteFile,
  day: Day,
  handledBy: HandledBy,
): Promise<readonly OpenCaseGroup[]> {
  const after = (bound: string): string =>
    `SELECT min(closed_on) FROM listed INDEXED BY listed_open_at WHERE handled_by = ?1 AND closed_on > ${bound}`;
  const days = await readAllPages<string>(daysPerChunk, (last, limit) =>
    file
      .rows(
        `WITH RECURSIVE days (day) AS (
           ${after('?2')} UNION ALL SELECT (${after('days.day')}) FROM days WHERE day IS NOT NULL LIMIT ?3
         )
         SELECT day FROM days WHERE day IS NOT NULL`,
        handledBy,
        last ?? day,
        limit,
      )
      .flatMap((row) => parseStored(dayRowSchema, row).day ?? []),
  );
  return mapInChunks(days, daysPerChunk, (some) =>
    file
      .rows(
        `SELECT received_on, triaged_on, handled_by, count(*) AS cases
         FROM json_each(?) AS days CROSS JOIN listed INDEXED BY listed_open_at
         WHERE handled_by = ? AND closed_on = days.value AND received_on <= ?
         GROUP BY received_on, triaged_on`,
        JSON.stringify(some),
        handledBy,
        day,
      )
      .map(parseOpenCases),
  );
}

export const createSqliteWeekFigureQueries = (file: SqliteFile): WeekFigureQueries => ({
  listWeekCases: async (week, handledBy) => {
    const found = await readAllPages<{ readonly caseId: string; readonly figures: WeekCase }>(pageSize, (last, limit) =>
      file
        .rows(
          `SELECT case_id, figures FROM week_cases WHERE handled_by = ? AND week = ? AND case_id > ?
             ORDER BY case_id LIMIT ?`,
          handledBy,
          week,
          last?.caseId ?? '',
          limit,
        )
        .map((row) => {
          const { case_id: caseId, figures } = parseStored(figuresRowSchema, row);
          return { caseId, figures: parseStoredJson(weekCaseSchema, figures) };
        }),
    );
    return found.map(({ figures }) => figures);
  },

  listOpenCases: async (day, handledBy) => [
    ...(await readOpenCases(file, day, handledBy)),
    ...(await readCasesClosedAfter(file, day, handledBy)),
  ],

  countReferralsDue: async (day, handledBy) =>
    parseStored(
      countSchema,
      // A case's indexed day may be that of a task, which comes before its referral.
      file.row(
        `SELECT count(*) AS cases FROM listed INDEXED BY listed_by_referral_day
           WHERE handled_by = ? AND referral_due_on <= ?
             AND figures ->> '$.referral.decision' = 'refer' AND figures ->> '$.referral.dueOn' <= ?`,
        handledBy,
        day,
        day,
      ),
    ).cases,

  listDepartedCases: async (day, handledBy) =>
    file
      .rows(
        `SELECT events.kind AS how, listed.received_on, listed.closed_on FROM events INDEXED BY events_left
           LEFT JOIN listed ON listed.case_id = events.case_id
           WHERE events.kind IN ('movedToReserve', 'erased') AND events.record ->> '$.at' >= ?1
             AND (events.kind = 'movedToReserve' OR coalesce(listed.handled_by, ?2) = ?2)`,
        day,
        handledBy,
      )
      .map(parseDepartedCase),
});
