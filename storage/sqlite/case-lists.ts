import { parseJson, parseJsonWithSchema } from '../../core/model/parse-json.ts';
import type { SQLInputValue } from 'node:sqlite';
import { z } from 'zod';
import {
  type CaseIndexState,
  type CaseFilter,
  type CaseLedger,
  type CaseList,
  unrestrictedViewer,
} from '../../core/ports/case-store.ts';
import { type AlertRecord, alertRecordSchema } from '../../core/model/alert-record.ts';
import { caseListItemSchema, type CaseRecord, caseRecordSchema, daySchema } from '../../core/model/case-record.ts';
import { type DueCutoffs, type IndexedDeadline, indexedDeadlines } from '../../core/model/deadlines.ts';
import { canonicalJson } from '../../core/model/digests.ts';
import type { CaseId } from '../../core/model/case-id.ts';
import type { Route } from '../../core/model/report-routes.ts';
import {
  deadlineClocks,
  hasFieldValues,
  type IndexedCaseRecord,
  indexedCaseRecordSchema,
  type CaseListIndex,
  readListPage,
  toScanPage,
  type ScanReader,
  type ScanPosition,
} from '../case-lists.ts';
import { getAlertInstants } from '../case-records.ts';
import { parseRecord, tryParseRecord, parseStored } from '../record-codec.ts';
import { getIndexColumns, readCase } from './cases.ts';
import { mapInChunks } from './chunks.ts';
import type { SqliteFile } from './sqlite-file.ts';
import { isWeekIndexConsistent } from './week-figure-queries.ts';

const indexRowSchema = z.object({
  day: z.string(),
  case_id: z.string(),
  clock: z.enum(deadlineClocks).nullish(),
  clock_since: daySchema.nullish(),
  referral_due_on: daySchema.nullish(),
});
const recordTextSchema = z.looseObject({ record: z.string() });
const countSchema = z.object({ cases: z.int() });
/** Without long fields, and nothing if it is no JSON: one such row would stop the whole list. */
const recordWithoutSealsSql = `CASE WHEN json_valid(cases.record) THEN
  json_remove(cases.record, '$.sealedReport', '$.sealedIdentity', '$.attestedIdentity', '$.contentTag', '$.mailboxRecipient', '$.subjectCard', '$.formerCards', '$.caseTitle') END`;

/** Among a million cases each takes a millisecond: SQLite compares whole rows. */
const readChunkSize = 5;

function parseIndexedRecord(row: unknown): IndexedCaseRecord | undefined {
  const found = recordTextSchema.safeParse(row);
  return found.success ? parseJsonWithSchema(indexedCaseRecordSchema, found.data.record) : undefined;
}

/** Scans an index, and reads a page's records without their seals. */
const createScanReader = (file: SqliteFile, filter: CaseFilter): ScanReader<string> => ({
  scan: async ({ index }, after, limit) => {
    const query = createScanQuery(filter, index, after);
    if (query === undefined) return toScanPage([], limit);
    const found = file.rows(`${query.sql} LIMIT ?`, ...query.values, limit).map((row) => {
      const { day, case_id: caseId, ...clock } = parseStored(indexRowSchema, row);
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
    return toScanPage(found, limit);
  },

  read: (caseIds) =>
    mapInChunks(caseIds, readChunkSize, (some) =>
      file
        .rows(
          `SELECT listed.*, ${recordWithoutSealsSql} AS record FROM json_each(?) AS wanted
           CROSS JOIN listed ON listed.case_id = wanted.value LEFT JOIN cases ON cases.case_id = wanted.value
           ORDER BY wanted.key`,
          JSON.stringify(some),
        )
        .map((row) => {
          const record = parseIndexedRecord(row);
          return { record, isConsistent: record !== undefined && isIndexConsistent(row, record) };
        }),
    ),
});

export const createSqliteCaseList = (file: SqliteFile): CaseList => ({
  page: (question, after, limit, onDiffers) =>
    readListPage(createScanReader(file, question), question, after, limit, onDiffers),

  count: async (filter, max) => {
    const found = createCountQuery(filter);
    if (found === undefined) return 0;
    const row = file.row(`SELECT count(*) AS cases FROM (${found.sql} LIMIT ?)`, ...found.values, max);
    return parseStored(countSchema, row).cases;
  },
});

const anyRowSchema = z.record(z.string(), z.unknown());
const excludedSchema = z.object({ object_id: z.string() });

function isIndexConsistent(row: unknown, record: IndexedCaseRecord): boolean {
  const stored = anyRowSchema.safeParse(row);
  if (!stored.success) return false;
  const { figures: _text, ...columns } = getIndexColumns(record);
  const shown = parseJsonWithSchema(caseListItemSchema, String(stored.data['figures']));
  return (
    hasFieldValues(stored.data, columns) &&
    shown !== undefined &&
    canonicalJson(shown) === canonicalJson(parseStored(caseListItemSchema, record))
  );
}

function isExclusionIndexConsistent(file: SqliteFile, { caseId, excluded }: CaseRecord): boolean {
  const rows = file.rows('SELECT object_id FROM exclusions WHERE case_id = ?', caseId);
  const stored = new Set(rows.map((row) => parseStored(excludedSchema, row).object_id));
  return stored.size === new Set(excluded).size && excluded.every((objectId) => stored.has(objectId));
}

function isAlertIndexConsistent(row: Readonly<Record<string, unknown>>, alert: AlertRecord): boolean {
  const { dueMs, leasedUntilMs, lastPostedMs } = getAlertInstants(alert);
  return hasFieldValues(row, {
    handled_by: alert.handledBy,
    state: alert.state,
    attempts: alert.attempts,
    due_ms: dueMs,
    leased_until_ms: leasedUntilMs,
    last_posted_ms: lastPostedMs,
  });
}

const readCaseIndexState = (file: SqliteFile, caseId: CaseId): Promise<CaseIndexState | undefined> =>
  file.transaction(() => {
    const record = readCase(file, caseId)?.value;
    if (record === undefined) return undefined;
    const listed = file.row('SELECT * FROM listed WHERE case_id = ?', caseId);
    const row = anyRowSchema.safeParse(file.row('SELECT * FROM alerts WHERE case_id = ?', caseId)).data;
    const alert = tryParseRecord('alert', alertRecordSchema, parseJson(String(row?.['record'])));
    return {
      isIndexConsistent:
        isIndexConsistent(listed, record) &&
        isExclusionIndexConsistent(file, record) &&
        isWeekIndexConsistent(file, record),
      alert,
      isAlertConsistent:
        row !== undefined && alert !== undefined && alert.caseId === caseId && isAlertIndexConsistent(row, alert),
    };
  });

const recordRowSchema = z.object({ record: z.string() });

export const createSqliteCaseLedger = (file: SqliteFile): CaseLedger => ({
  page: async (after, limit) =>
    file
      .rows('SELECT record FROM cases WHERE case_id > ? ORDER BY case_id LIMIT ?', after ?? '', limit)
      .map((row) => parseRecord('case', caseRecordSchema, parseJson(parseStored(recordRowSchema, row).record))),

  readIndexState: async (caseId) => readCaseIndexState(file, caseId),
});

interface SqlText {
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
}

const sqlText = (sql: string, ...values: readonly SQLInputValue[]): SqlText => ({ sql, values });
const joinSql = (parts: readonly SqlText[], between: string): SqlText =>
  sqlText(parts.map(({ sql }) => sql).join(between), ...parts.flatMap(({ values }) => values));
const anyOfSql = (parts: readonly SqlText[]): SqlText => {
  const { sql, values } = joinSql(parts, ' OR ');
  return sqlText(`(${sql})`, ...values);
};

const maxShortPrefix = 2;
const routeConditions: Readonly<Record<Route, string>> = { staff: `route = 'staff'`, hub: `route = 'hub'` };
const selectExclusionsSql = 'SELECT 1 FROM exclusions WHERE exclusions.case_id = listed.case_id';
const prefixRangeEnd = '~';

/** SQLite would choose by its last statistics. */
function chooseIndex(filter: CaseFilter): string {
  const { status, kind, urgency, assignedTo: person, reviewBy, overseen, identityAsked, caseIdPrefix = '' } = filter;
  if (identityAsked === true) return 'listed_identity_asked';
  if (overseen !== undefined) return overseen === 'unseen' ? 'listed_told_unseen' : 'listed_overseen';
  if (caseIdPrefix.length > maxShortPrefix) return 'listed_by_reference';
  if (filter.fourEyesFor !== undefined) return 'listed_for_second';
  if (filter.unread === true) return 'listed_unread';
  if (filter.unacknowledged === true) return 'listed_unacknowledged';
  if (filter.safetyMissing === true) return 'listed_safety_missing';
  if (reviewBy !== undefined) return 'listed_by_review';
  if (filter.route === 'hub') return 'listed_of_hub';
  if (filter.category !== undefined) return 'listed_by_category';
  if (filter.outcome !== undefined) return 'listed_by_outcome';
  if (filter.flag !== undefined || filter.referral !== undefined) return 'listed_by_terms';
  const isOpen = status !== undefined && status !== 'closed';
  const all = isOpen ? 'open' : 'listed';
  if (person !== undefined) return `${all}_by_assignee`;
  if (isOpen && status !== 'open') return 'open_by_status';
  if (kind !== undefined) return `${all}_by_kind`;
  return urgency === undefined ? `${all}_newest` : `${all}_by_urgency`;
}

const dueDeadlines = (due: DueCutoffs): readonly IndexedDeadline[] =>
  indexedDeadlines.filter((deadline) => due[deadline] !== undefined);

function dueTerms(deadline: IndexedDeadline, due: DueCutoffs = {}, notDue: DueCutoffs = {}): readonly SqlText[] {
  const [before, notBefore] = [due[deadline], notDue[deadline]];
  const day = deadline === 'referral' ? 'referral_due_on' : 'clock_since';
  return [
    ...(deadline === 'referral' ? [] : [sqlText('clock = ?', deadline)]),
    ...(before === undefined ? [] : [sqlText(`${day} < ?`, before)]),
    ...(notBefore === undefined ? [] : [sqlText(`${day} >= ?`, notBefore)]),
  ];
}

const notDueTerms = (notDue: DueCutoffs): readonly SqlText[] =>
  indexedDeadlines.flatMap((deadline) => {
    const before = notDue[deadline];
    if (before === undefined) return [];
    return deadline === 'referral'
      ? [sqlText('(referral_due_on IS NULL OR referral_due_on >= ?)', before)]
      : [sqlText('(clock IS NULL OR clock <> ? OR clock_since >= ?)', deadline, before)];
  });

function createFilterTerms(filter: CaseFilter): readonly SqlText[] {
  const { handledBy, viewer, status, kind, urgency, assignedTo: person, notDue, reviewBy, caseIdPrefix = '' } = filter;
  return [
    sqlText('handled_by = ?', handledBy),
    ...(filter.overseen === true ? [sqlText('overseen_on IS NOT NULL')] : []),
    ...(filter.identityAsked === true ? [sqlText('identity_asked_on IS NOT NULL')] : []),
    ...(filter.overseen === 'unseen' ? [sqlText('told_unseen = 1')] : []),
    ...(filter.unread === true ? [sqlText('unread = 1')] : []),
    ...(filter.unacknowledged === true ? [sqlText('unacknowledged = 1')] : []),
    ...(filter.safetyMissing === true ? [sqlText('safety_missing = 1')] : []),
    ...(filter.fourEyesFor === undefined
      ? []
      : [sqlText('second_of IS NOT NULL AND second_of <> ?', filter.fourEyesFor)]),
    // Also beside a status, in these words, or SQLite does not see that an index of open cases covers it.
    ...(status !== undefined && status !== 'closed' ? [sqlText(`status <> 'closed'`)] : []),
    ...(status !== undefined && status !== 'open' ? [sqlText('status = ?', status)] : []),
    ...(kind === undefined ? [] : [sqlText('kind = ?', kind)]),
    ...(urgency === undefined ? [] : [sqlText('urgency = ?', urgency)]),
    // A literal: with a value SQLite does not see that an index of partners' cases covers it.
    ...(filter.route === undefined ? [] : [sqlText(routeConditions[filter.route])]),
    ...(person === undefined
      ? []
      : [person === 'nobody' ? sqlText('assignee IS NULL') : sqlText('assignee = ?', person.objectId)]),
    ...(filter.category === undefined ? [] : [sqlText('category = ?', filter.category)]),
    ...(filter.flag === undefined ? [] : [sqlText(`instr(' ' || flags || ' ', ' ' || ? || ' ') > 0`, filter.flag)]),
    ...(filter.referral === undefined ? [] : [sqlText('referral = ?', filter.referral)]),
    ...(filter.outcome === undefined ? [] : [sqlText('outcome = ?', filter.outcome)]),
    ...(filter.receivedFrom === undefined ? [] : [sqlText('received_on >= ?', filter.receivedFrom)]),
    ...(filter.receivedTo === undefined ? [] : [sqlText('received_on <= ?', filter.receivedTo)]),
    ...(notDue === undefined ? [] : notDueTerms(notDue)),
    ...(reviewBy === undefined ? [] : [sqlText('review_on <= ?', reviewBy)]),
    ...(caseIdPrefix === ''
      ? []
      : [sqlText('case_id >= ? AND case_id < ?', caseIdPrefix, caseIdPrefix + prefixRangeEnd)]),
    ...(typeof viewer === 'object'
      ? viewer.noneOf.map((person) => sqlText(`EXISTS (${selectExclusionsSql} AND exclusions.object_id = ?)`, person))
      : viewer === unrestrictedViewer
        ? [sqlText(`NOT EXISTS (${selectExclusionsSql})`)]
        : [sqlText(`NOT EXISTS (${selectExclusionsSql} AND exclusions.object_id = ?)`, viewer)]),
  ];
}

interface IndexQuery {
  readonly index: string;
  readonly terms: readonly SqlText[];
}

/** No two find the same case, and each index covers all that is asked: SQLite would look up every row scanned. */
function planIndexQueries(filter: CaseFilter, orders: 'byDay' | 'byClock'): readonly IndexQuery[] {
  const { due, notDue } = filter;
  if (due === undefined) return [{ index: chooseIndex(filter), terms: [] }];
  const clocks = dueDeadlines(due).filter((deadline) => deadline !== 'referral');
  const queries = clocks.map(
    (clock): IndexQuery => ({
      index: orders === 'byDay' && notDue === undefined ? 'listed_by_clock' : 'listed_since',
      terms: dueTerms(clock, due, notDue),
    }),
  );
  if (due.referral === undefined) return queries;
  const notByClock = clocks.map((clock) =>
    sqlText('(clock IS NULL OR clock <> ? OR clock_since >= ?)', clock, due[clock] ?? ''),
  );
  return [
    ...queries,
    {
      index: 'listed_by_referral_day',
      terms: [...dueTerms('referral', due, notDue), ...notByClock],
    },
  ];
}

const selectFromIndex = (columns: string, { index, terms }: IndexQuery): SqlText => {
  const { sql, values } = joinSql(terms, ' AND ');
  return sqlText(`SELECT ${columns} FROM listed INDEXED BY ${index} WHERE ${sql}`, ...values);
};
const selectScanRows = (day: string, query: IndexQuery): SqlText =>
  selectFromIndex(`${day} AS day, case_id, clock, clock_since, referral_due_on`, query);
const selectScanRowsByDay = (query: IndexQuery): SqlText => selectFromIndex('received_on AS day, case_id', query);

const createPositionTerms = (
  day: string,
  isEarlyFirst: boolean,
  after: ScanPosition | undefined,
): readonly SqlText[] => {
  if (after === undefined) return [];
  const [reached, beyond] = isEarlyFirst ? ['>=', '>'] : ['<=', '<'];
  return [sqlText(`${day} ${reached} ? AND (${day} ${beyond} ? OR case_id > ?)`, after.day, after.day, after.caseId)];
};

function createReceivedScanQuery(
  filter: CaseFilter,
  index: Extract<CaseListIndex, { by: 'received' }>,
  after: ScanPosition | undefined,
): SqlText {
  const { urgency = filter.urgency, isClosed, without = [] } = index;
  const { status = isClosed && 'closed' } = filter;
  const narrowed: CaseFilter = { ...filter, ...(urgency && { urgency }), ...(status && { status }) };
  const shared = [
    ...createFilterTerms(narrowed),
    ...without.map((deadline) =>
      deadline === 'referral' ? sqlText('referral_due_on IS NULL') : sqlText('(clock IS NULL OR clock <> ?)', deadline),
    ),
    ...createPositionTerms('received_on', false, after),
  ];
  const queries = planIndexQueries(narrowed, 'byDay').map(({ index, terms }) =>
    selectScanRowsByDay({ index, terms: [...shared, ...terms] }),
  );
  const { sql, values } = joinSql(queries, ' UNION ALL ');
  return sqlText(`${sql} ORDER BY day DESC, case_id`, ...values);
}

function createScanQuery(
  filter: CaseFilter,
  index: CaseListIndex,
  after: ScanPosition | undefined,
): SqlText | undefined {
  const { due, notDue } = filter;
  if (due !== undefined && dueDeadlines(due).length === 0) return undefined;
  if (index.by === 'received') return createReceivedScanQuery(filter, index, after);
  const day = index.by === 'clock' ? 'clock_since' : 'referral_due_on';
  const { sql, values } = selectScanRows(day, {
    index: index.by === 'clock' ? 'listed_since' : 'listed_by_referral_day',
    terms: [
      ...createFilterTerms(filter),
      ...(index.by === 'clock' ? [] : [sqlText('referral_due_on IS NOT NULL')]),
      ...dueTerms(index.by === 'clock' ? index.clock : 'referral', undefined, notDue),
      ...(due ? [anyOfSql(dueDeadlines(due).map((each) => joinSql(dueTerms(each, due, notDue), ' AND ')))] : []),
      ...createPositionTerms(day, true, after),
    ],
  });
  return sqlText(`${sql} ORDER BY day, case_id`, ...values);
}

export function createCountQuery(filter: CaseFilter): SqlText | undefined {
  const queries = planIndexQueries(filter, 'byClock');
  if (queries.length === 0) return undefined;
  const shared = createFilterTerms(filter);
  return joinSql(
    queries.map(({ index, terms }) => selectFromIndex('case_id', { index, terms: [...shared, ...terms] })),
    ' UNION ALL ',
  );
}
