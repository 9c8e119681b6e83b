import { jsonIn, readJson } from '../../core/model/read-json.ts';
import type { SQLInputValue } from 'node:sqlite';
import { z } from 'zod';
import {
  type BesideCase,
  type CaseFilter,
  type CaseLedger,
  type CaseList,
  everybody,
} from '../../core/ports/case-store.ts';
import { type AlertRecord, alertRecordSchema } from '../../core/model/alert-record.ts';
import { caseFiguresSchema, type CaseRecord, caseRecordSchema, daySchema } from '../../core/model/case-record.ts';
import { type DueBefore, type ListedDeadline, listedDeadlines } from '../../core/model/deadlines.ts';
import { canonicalJson } from '../../core/model/digests.ts';
import type { CaseId } from '../../core/model/codes.ts';
import type { Route } from '../../core/model/routes.ts';
import {
  clocks,
  hasFields,
  type ListedRecord,
  listedRecordSchema,
  type Over,
  pageOfWalks,
  stretchOf,
  type Walker,
  type WalkPlace,
} from '../case-lists.ts';
import { instantsOf } from '../case-seals.ts';
import { kept, keptIfReadable, parsed } from '../record-codec.ts';
import { columnsOf, readCase } from './cases.ts';
import { inSteps } from './chunks.ts';
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

interface SqlText {
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
}

const text = (sql: string, ...values: readonly SQLInputValue[]): SqlText => ({ sql, values });
const joined = (parts: readonly SqlText[], between: string): SqlText =>
  text(parts.map(({ sql }) => sql).join(between), ...parts.flatMap(({ values }) => values));
const anyOf = (parts: readonly SqlText[]): SqlText => {
  const { sql, values } = joined(parts, ' OR ');
  return text(`(${sql})`, ...values);
};

const shortBeginning = 2;
const isOfRoute: Readonly<Record<Route, string>> = { staff: `route = 'staff'`, hub: `route = 'hub'` };
const exclusions = 'SELECT 1 FROM exclusions WHERE exclusions.case_id = listed.case_id';
const end = '~';

/** An index must be named, or SQLite guesses by its last statistics. */
function indexFor(filter: CaseFilter): string {
  const { status, kind, urgency, with: person, reviewBy, overseen, identityAsked, startingWith = '' } = filter;
  if (identityAsked === true) return 'listed_identity_asked';
  if (overseen !== undefined) return overseen === 'unseen' ? 'listed_told_unseen' : 'listed_overseen';
  if (startingWith.length > shortBeginning) return 'listed_by_reference';
  if (filter.second !== undefined) return 'listed_for_second';
  if (filter.unread === true) return 'listed_unread';
  if (filter.unacknowledged === true) return 'listed_unacknowledged';
  if (reviewBy !== undefined) return 'listed_by_review';
  if (filter.route === 'hub') return 'listed_of_hub';
  const isOpen = status !== undefined && status !== 'closed';
  const all = isOpen ? 'open' : 'listed';
  if (person !== undefined) return `${all}_by_assignee`;
  if (isOpen && status !== 'open') return 'open_by_status';
  if (kind !== undefined) return `${all}_by_kind`;
  return urgency === undefined ? `${all}_newest` : `${all}_by_urgency`;
}

const dueDeadlines = (due: DueBefore): readonly ListedDeadline[] =>
  listedDeadlines.filter((deadline) => due[deadline] !== undefined);

function dueTerms(deadline: ListedDeadline, due: DueBefore = {}, notDue: DueBefore = {}): readonly SqlText[] {
  const [before, notBefore] = [due[deadline], notDue[deadline]];
  const day = deadline === 'referral' ? 'referral_due_on' : 'clock_since';
  return [
    ...(deadline === 'referral' ? [] : [text('clock = ?', deadline)]),
    ...(before === undefined ? [] : [text(`${day} < ?`, before)]),
    ...(notBefore === undefined ? [] : [text(`${day} >= ?`, notBefore)]),
  ];
}

const notDueTerms = (notDue: DueBefore): readonly SqlText[] =>
  listedDeadlines.flatMap((deadline) => {
    const before = notDue[deadline];
    if (before === undefined) return [];
    return deadline === 'referral'
      ? [text('(referral_due_on IS NULL OR referral_due_on >= ?)', before)]
      : [text('(clock IS NULL OR clock <> ? OR clock_since >= ?)', deadline, before)];
  });

function termsOf(filter: CaseFilter): readonly SqlText[] {
  const { handledBy, viewer, status, kind, urgency, with: person, notDue, reviewBy, startingWith = '' } = filter;
  return [
    text('handled_by = ?', handledBy),
    ...(filter.overseen === true ? [text('overseen_on IS NOT NULL')] : []),
    ...(filter.identityAsked === true ? [text('identity_asked_on IS NOT NULL')] : []),
    ...(filter.overseen === 'unseen' ? [text('told_unseen = 1')] : []),
    ...(filter.unread === true ? [text('unread = 1')] : []),
    ...(filter.unacknowledged === true ? [text('unacknowledged = 1')] : []),
    ...(filter.second === undefined ? [] : [text('second_of IS NOT NULL AND second_of <> ?', filter.second)]),
    // Also beside a status, in these words: only so does SQLite see that an index of open cases covers it.
    ...(status !== undefined && status !== 'closed' ? [text(`status <> 'closed'`)] : []),
    ...(status !== undefined && status !== 'open' ? [text('status = ?', status)] : []),
    ...(kind === undefined ? [] : [text('kind = ?', kind)]),
    ...(urgency === undefined ? [] : [text('urgency = ?', urgency)]),
    // As a literal, not a value: only so does SQLite see that an index of the hub's cases covers it.
    ...(filter.route === undefined ? [] : [text(isOfRoute[filter.route])]),
    ...(person === undefined
      ? []
      : [person === 'nobody' ? text('assignee IS NULL') : text('assignee = ?', person.objectId)]),
    ...(notDue === undefined ? [] : notDueTerms(notDue)),
    ...(reviewBy === undefined ? [] : [text('review_on <= ?', reviewBy)]),
    ...(startingWith === '' ? [] : [text('case_id >= ? AND case_id < ?', startingWith, startingWith + end)]),
    ...(typeof viewer === 'object'
      ? viewer.noneOf.map((person) => text(`EXISTS (${exclusions} AND exclusions.object_id = ?)`, person))
      : viewer === everybody
        ? [text(`NOT EXISTS (${exclusions})`)]
        : [text(`NOT EXISTS (${exclusions} AND exclusions.object_id = ?)`, viewer)]),
  ];
}

interface Way {
  readonly index: string;
  readonly terms: readonly SqlText[];
}

/**
 * No two ways find the same case, and the index of each covers all that is asked: SQLite would look up every row that
 * it scans.
 */
function waysOf(filter: CaseFilter, orders: 'byDay' | 'byClock'): readonly Way[] {
  const { due, notDue } = filter;
  if (due === undefined) return [{ index: indexFor(filter), terms: [] }];
  const clocks = dueDeadlines(due).filter((deadline) => deadline !== 'referral');
  const ways = clocks.map(
    (clock): Way => ({
      index: orders === 'byDay' && notDue === undefined ? 'listed_by_clock' : 'listed_since',
      terms: dueTerms(clock, due, notDue),
    }),
  );
  if (due.referral === undefined) return ways;
  const alsoByClock = clocks.map((clock) =>
    text('(clock IS NULL OR clock <> ? OR clock_since >= ?)', clock, due[clock] ?? ''),
  );
  return [
    ...ways,
    {
      index: 'listed_by_referral_day',
      terms: [...dueTerms('referral', due, notDue), ...alsoByClock],
    },
  ];
}

const found = (columns: string, { index, terms }: Way): SqlText => {
  const { sql, values } = joined(terms, ' AND ');
  return text(`SELECT ${columns} FROM listed INDEXED BY ${index} WHERE ${sql}`, ...values);
};
const selected = (day: string, way: Way): SqlText =>
  found(`${day} AS day, case_id, clock, clock_since, referral_due_on`, way);
const selectedByDay = (way: Way): SqlText => found('received_on AS day, case_id', way);

const afterPlace = (day: string, isEarlyFirst: boolean, after: WalkPlace | undefined): readonly SqlText[] => {
  if (after === undefined) return [];
  const [reached, beyond] = isEarlyFirst ? ['>=', '>'] : ['<=', '<'];
  return [text(`${day} ${reached} ? AND (${day} ${beyond} ? OR case_id > ?)`, after.day, after.day, after.caseId)];
};

function byReceived(
  filter: CaseFilter,
  over: Extract<Over, { by: 'received' }>,
  after: WalkPlace | undefined,
): SqlText {
  const { urgency = filter.urgency, isClosed, without = [] } = over;
  const { status = isClosed && 'closed' } = filter;
  const narrowed: CaseFilter = { ...filter, ...(urgency && { urgency }), ...(status && { status }) };
  const shared = [
    ...termsOf(narrowed),
    ...without.map((deadline) =>
      deadline === 'referral' ? text('referral_due_on IS NULL') : text('(clock IS NULL OR clock <> ?)', deadline),
    ),
    ...afterPlace('received_on', false, after),
  ];
  const ways = waysOf(narrowed, 'byDay').map(({ index, terms }) =>
    selectedByDay({ index, terms: [...shared, ...terms] }),
  );
  const { sql, values } = joined(ways, ' UNION ALL ');
  return text(`${sql} ORDER BY day DESC, case_id`, ...values);
}

/** `undefined` if no case can be in the list. */
function walkQuery(filter: CaseFilter, over: Over, after: WalkPlace | undefined): SqlText | undefined {
  const { due, notDue } = filter;
  if (due !== undefined && dueDeadlines(due).length === 0) return undefined;
  if (over.by === 'received') return byReceived(filter, over, after);
  const day = over.by === 'clock' ? 'clock_since' : 'referral_due_on';
  const { sql, values } = selected(day, {
    index: over.by === 'clock' ? 'listed_since' : 'listed_by_referral_day',
    terms: [
      ...termsOf(filter),
      ...(over.by === 'clock' ? [] : [text('referral_due_on IS NOT NULL')]),
      ...dueTerms(over.by === 'clock' ? over.clock : 'referral', undefined, notDue),
      ...(due ? [anyOf(dueDeadlines(due).map((each) => joined(dueTerms(each, due, notDue), ' AND ')))] : []),
      ...afterPlace(day, true, after),
    ],
  });
  return text(`${sql} ORDER BY day, case_id`, ...values);
}

export function countQuery(filter: CaseFilter): SqlText | undefined {
  const ways = waysOf(filter, 'byClock');
  if (ways.length === 0) return undefined;
  const shared = termsOf(filter);
  return joined(
    ways.map(({ index, terms }) => found('case_id', { index, terms: [...shared, ...terms] })),
    ' UNION ALL ',
  );
}
