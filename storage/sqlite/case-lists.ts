import { z } from 'zod';
import type { BesideCase, CaseLedger } from '../../concerns/ports/case-ledger.ts';
import type { CaseFilter, CaseList } from '../../concerns/ports/case-list.ts';
import { type AlertRecord, alertRecordSchema } from '../../concerns/records/alert-record.ts';
import { caseFiguresSchema, type CaseRecord, caseRecordSchema, daySchema } from '../../concerns/records/case-record.ts';
import { canonicalJson } from '../../concerns/terms/canonical-json.ts';
import type { CaseId } from '../../concerns/terms/case-id.ts';
import { instantsOf } from '../alert-instants.ts';
import { pageOfWalks, stretchOf, type Walker } from '../list-pages.ts';
import { clocks } from '../list-walks.ts';
import { hasFields, type ListedRecord, listedRecordSchema } from '../listed-cases.ts';
import { jsonIn, kept, keptIfReadable } from '../kept.ts';
import { parsed, readJson } from '../parsed.ts';
import { columnsOf, readCase } from './case-rows.ts';
import { inSteps } from './in-steps.ts';
import { countQuery, walkQuery } from './listed-query.ts';
import type { SqliteFile } from './sqlite-file.ts';
import { isInWeeksAsItIs } from './week-cases.ts';

const foundSchema = z.object({
  day: z.string(),
  case_id: z.string(),
  clock: z.enum(clocks).nullish(),
  clock_since: daySchema.nullish(),
  referral_due_on: daySchema.nullish(),
});
const foundRowSchema = z.looseObject({ record: z.string() });
const countSchema = z.object({ cases: z.int() });
/** Without the record's long fields, and nothing if it is no JSON: one such row would stop the whole list. */
const withoutSeals = `CASE WHEN json_valid(cases.record) THEN
  json_remove(cases.record, '$.sealedReport', '$.sealedIdentity', '$.attestedIdentity', '$.contentTag', '$.mailboxRecipient', '$.subjectCard', '$.formerCards') END`;

/** Among a million cases each takes a millisecond, since SQLite compares whole rows to find one. */
const readAtOnce = 5;

function recordOf(row: unknown): ListedRecord | undefined {
  const found = foundRowSchema.safeParse(row);
  return found.success ? readJson(listedRecordSchema, found.data.record) : undefined;
}

/** Walks through an index alone, and reads the records of those cases that a page shows, without their seals. */
const walkerOf = (file: SqliteFile, filter: CaseFilter): Walker<string> => ({
  find: async ({ over }, after, limit) => {
    const query = walkQuery(filter, over, after);
    if (query === undefined) return stretchOf([], limit);
    const found = file.rows(`${query.sql} LIMIT ?`, ...query.values, limit).map((row) => {
      const { day, case_id: caseId, ...clock } = parsed(foundSchema, row);
      return {
        day,
        caseId,
        clocks: {
          clock: clock.clock ?? undefined,
          clockSince: clock.clock_since ?? undefined,
          referralDueOn: clock.referral_due_on ?? undefined,
        },
        row: caseId,
      };
    });
    return stretchOf(found, limit);
  },

  read: (caseIds) =>
    inSteps(caseIds, readAtOnce, (some) =>
      file
        .rows(
          `SELECT listed.*, ${withoutSeals} AS record FROM json_each(?) AS wanted
           CROSS JOIN listed ON listed.case_id = wanted.value LEFT JOIN cases ON cases.case_id = wanted.value
           ORDER BY wanted.key`,
          JSON.stringify(some),
        )
        .map((row) => {
          const record = recordOf(row);
          return { record, isAsItIs: record !== undefined && isListedAsItIs(row, record) };
        }),
    ),
});

export const sqliteList = (file: SqliteFile): CaseList => ({
  page: (question, after, limit, onDiffers) => pageOfWalks(walkerOf(file, question), question, after, limit, onDiffers),

  count: async (filter, most) => {
    const found = countQuery(filter);
    if (found === undefined) return 0;
    const row = file.row(`SELECT count(*) AS cases FROM (${found.sql} LIMIT ?)`, ...found.values, most);
    return parsed(countSchema, row).cases;
  },
});

const anyRowSchema = z.record(z.string(), z.unknown());
const excludedSchema = z.object({ object_id: z.string() });

/** Older rows hold the figures in another order. */
function isListedAsItIs(row: unknown, figures: ListedRecord): boolean {
  const standing = anyRowSchema.safeParse(row);
  if (!standing.success) return false;
  const { figures: _text, ...columns } = columnsOf(figures);
  const shown = readJson(caseFiguresSchema, String(standing.data['figures']));
  return (
    hasFields(standing.data, columns) &&
    shown !== undefined &&
    canonicalJson(shown) === canonicalJson(parsed(caseFiguresSchema, figures))
  );
}

function isShutOutAsItIs(file: SqliteFile, { caseId, excluded }: CaseRecord): boolean {
  const rows = file.rows('SELECT object_id FROM exclusions WHERE case_id = ?', caseId);
  const standing = new Set(rows.map((row) => parsed(excludedSchema, row).object_id));
  return standing.size === new Set(excluded).size && excluded.every((objectId) => standing.has(objectId));
}

function isFoundAsItIs(row: Readonly<Record<string, unknown>>, alert: AlertRecord): boolean {
  const { dueMs, leasedUntilMs, lastPostedMs } = instantsOf(alert);
  return hasFields(row, {
    handled_by: alert.handledBy,
    state: alert.state,
    attempts: alert.attempts,
    due_ms: dueMs,
    leased_until_ms: leasedUntilMs,
    last_posted_ms: lastPostedMs,
  });
}

const besideCase = (file: SqliteFile, caseId: CaseId): Promise<BesideCase | undefined> =>
  file.transaction(() => {
    const record = readCase(file, caseId)?.value;
    if (record === undefined) return undefined;
    const listed = file.row('SELECT * FROM listed WHERE case_id = ?', caseId);
    const row = anyRowSchema.safeParse(file.row('SELECT * FROM alerts WHERE case_id = ?', caseId)).data;
    const alert = keptIfReadable('alert', alertRecordSchema, jsonIn(String(row?.['record'])));
    return {
      isListedAsItIs: isListedAsItIs(listed, record) && isShutOutAsItIs(file, record) && isInWeeksAsItIs(file, record),
      alert,
      isAlertedAsItIs: row !== undefined && alert !== undefined && alert.caseId === caseId && isFoundAsItIs(row, alert),
    };
  });

const recordRowSchema = z.object({ record: z.string() });

export const sqliteLedger = (file: SqliteFile): CaseLedger => ({
  from: async (after, limit) =>
    file
      .rows('SELECT record FROM cases WHERE case_id > ? ORDER BY case_id LIMIT ?', after ?? '', limit)
      .map((row) => kept('case', caseRecordSchema, jsonIn(parsed(recordRowSchema, row).record))),

  beside: async (caseId) => besideCase(file, caseId),
});
