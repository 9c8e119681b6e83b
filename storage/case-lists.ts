import type { z } from 'zod';
import { type CaseFilter, unrestrictedViewer, type CaseListQuery } from '../core/ports/case-store.ts';
import { type CaseListItem, caseListItemSchema, caseRecordSchema, type CaseStatus } from '../core/model/case-record.ts';
import { stageDeadline, type IndexedDeadline, indexedDeadlines, firstDatedDue } from '../core/model/deadlines.ts';
import { isCursorBefore, type CaseListOrder, type CaseListCursor, newestFirst } from '../core/model/case-list-order.ts';
import { addDays, type Day, parseDay } from '../core/model/calendar.ts';
import { canonicalJson } from '../core/model/digests.ts';
import type { Urgency } from '../core/model/urgency.ts';
import { parseStored } from './record-codec.ts';

export type ScanPosition = Pick<CaseListCursor, 'day' | 'caseId'>;

export interface IndexEntry<Row> extends ScanPosition {
  readonly clocks: CaseIndexFields;
  readonly row: Row;
}

interface ScannedCase {
  readonly record: IndexedCaseRecord | undefined;
  readonly isConsistent: boolean;
}

export interface ScanPage<Row> {
  readonly entries: readonly IndexEntry<Row>[];
  readonly until: ScanPosition | undefined;
}

export const toScanPage = <Row>(found: readonly IndexEntry<Row>[], limit: number): ScanPage<Row> => ({
  entries: found,
  until: found.length < limit ? undefined : found.at(-1),
});

export interface ScanReader<Row> {
  scan(scan: IndexScan, after: ScanPosition | undefined, limit: number): Promise<ScanPage<Row>>;
  read(rows: readonly Row[]): Promise<readonly ScannedCase[]>;
}

function shiftDay(day: string, days: number): string {
  const its = days === 0 ? undefined : parseDay(day);
  return its === undefined ? day : addDays(its, days);
}

/** A case with two deadlines is found twice, and listed at the first. */
function isFirstDue(order: CaseListOrder, { index, days }: IndexScan, { day, clocks }: IndexEntry<unknown>): boolean {
  if (order.by !== 'dueFirst' || index.by === 'received') return true;
  const { clock, clockSince, referralDueOn } = clocks;
  if (index.by === 'clock') return referralDueOn === undefined || shiftDay(day, days) <= referralDueOn;
  const limit = clock === undefined ? undefined : getTimeLimit(order, clock);
  return clockSince === undefined || limit === undefined || day < shiftDay(clockSince, limit);
}

interface PositionedRow<Row> {
  readonly position: CaseListCursor;
  readonly row: Row;
}

interface ScanProgress<Row> {
  readonly scan: IndexScan;
  readonly rows: readonly PositionedRow<Row>[];
  readonly until: CaseListCursor | undefined;
}

async function advanceScan<Row>(
  reader: ScanReader<Row>,
  order: CaseListOrder,
  scan: IndexScan,
  after: CaseListCursor | undefined,
  limit: number,
): Promise<ScanProgress<Row>> {
  const { part, days } = scan;
  const toListCursor = ({ day, caseId }: ScanPosition): CaseListCursor => ({ part, day: shiftDay(day, days), caseId });
  const from = after && { day: shiftDay(after.day, -days), caseId: after.caseId };
  const { entries, until } = await reader.scan(scan, from, limit);
  const reached = until && toListCursor(until);
  return {
    scan,
    rows: entries
      .filter((each) => isFirstDue(order, scan, each))
      .map((each) => ({ position: toListCursor(each), row: each.row })),
    until: reached && after && !isCursorBefore(order, after, reached) ? undefined : reached,
  };
}

async function* mergeScans<Row>(
  reader: ScanReader<Row>,
  order: CaseListOrder,
  scans: readonly IndexScan[],
  after: CaseListCursor | undefined,
  limit: number,
): AsyncGenerator<readonly PositionedRow<Row>[]> {
  const isBefore = (one: CaseListCursor, other: CaseListCursor): boolean => isCursorBefore(order, one, other);
  let activeScans = await Promise.all(scans.map((walk) => advanceScan(reader, order, walk, after, limit)));
  for (;;) {
    const ends = activeScans.flatMap(({ until }) => until ?? []);
    const until = ends.toSorted((one, other) => (isBefore(one, other) ? -1 : 1)).at(0);
    const isNext = ({ position }: PositionedRow<Row>): boolean => until === undefined || !isBefore(until, position);
    const placed = activeScans.flatMap((each) => each.rows).filter(isNext);
    yield placed.toSorted((one, other) => (isBefore(one.position, other.position) ? -1 : 1));
    if (until === undefined) return;
    activeScans = await Promise.all(
      activeScans.map(async (each) => {
        const left = each.rows.filter((one) => !isNext(one));
        const isAtEnd = each.until !== undefined && !isBefore(until, each.until);
        return isAtEnd ? advanceScan(reader, order, each.scan, until, limit) : { ...each, rows: left };
      }),
    );
  }
}

/**
 * Each case is checked against its record: one that may not be shown makes room for another. `onInconsistent` receives
 * how many index rows disagree with their records.
 */
export async function readListPage<Row>(
  reader: ScanReader<Row>,
  query: CaseListQuery,
  after: CaseListCursor | undefined,
  limit: number,
  onInconsistent?: (cases: number) => void,
): Promise<readonly CaseListItem[]> {
  const { order = newestFirst } = query;
  const shown: CaseListItem[] = [];
  let differing = 0;
  for (const part of [0, 1] as const) {
    const scans = planScans(query).filter((walk) => walk.part === part);
    if (scans.length === 0 || part < (after?.part ?? 0) || shown.length >= limit) continue;
    const from = after?.part === part ? after : undefined;
    for await (const placed of mergeScans(reader, order, scans, from, limit)) {
      for (let at = 0; at < placed.length && shown.length < limit; ) {
        const next = placed.slice(at, at + limit - shown.length);
        at += next.length;
        for (const { record, isConsistent: isAsItIs } of await reader.read(next.map(({ row }) => row))) {
          const isListable = record !== undefined && isCaseVisible(query, record);
          if (!isListable || !isAsItIs) differing += 1;
          if (isListable) shown.push(parseStored(caseListItemSchema, record));
        }
      }
      if (shown.length >= limit) break;
    }
  }
  if (differing > 0) onInconsistent?.(differing);
  return shown;
}

type DeadlineClock = Exclude<IndexedDeadline, 'referral'>;
type DueFirstOrder = Extract<CaseListOrder, { readonly by: 'dueFirst' }>;

export type CaseListIndex =
  | {
      readonly by: 'received';
      readonly urgency?: Urgency;
      readonly isClosed?: true;
      readonly without?: readonly IndexedDeadline[];
    }
  | { readonly by: 'clock'; readonly clock: DeadlineClock }
  | { readonly by: 'referral' };

interface IndexScan {
  readonly part: CaseListCursor['part'];
  readonly index: CaseListIndex;
  readonly days: number;
}

const statusClocks: Readonly<Record<CaseStatus, DeadlineClock>> = {
  received: 'acknowledge',
  acknowledged: 'triage',
  triaged: 'update',
  inProgress: 'update',
  awaitingReporter: 'update',
  reopened: 'update',
  closed: 'detriment',
};
const openDeadlineClocks = ['acknowledge', 'triage', 'update'] as const;
export const deadlineClocks = [...openDeadlineClocks, 'detriment'] as const;

function clocksForStatus(status: CaseListQuery['status']): readonly DeadlineClock[] {
  if (status === undefined) return deadlineClocks;
  return status === 'open' ? openDeadlineClocks : [statusClocks[status]];
}

const getTimeLimit = ({ timeLimits }: DueFirstOrder, clock: DeadlineClock): number | undefined =>
  clock === 'detriment' ? 0 : timeLimits[clock];

function planDueFirstScans({ status, due }: CaseListQuery, order: DueFirstOrder): readonly IndexScan[] {
  const limited = indexedDeadlines.filter(
    (deadline) => deadline === 'referral' || getTimeLimit(order, deadline) !== undefined,
  );
  const clockScans = clocksForStatus(status).flatMap((clock): IndexScan | [] => {
    const days = getTimeLimit(order, clock);
    return days === undefined ? [] : { part: 0, index: { by: 'clock', clock }, days };
  });
  const isComplete =
    due === undefined
      ? status !== undefined && status !== 'closed' && clockScans.length === clocksForStatus(status).length
      : indexedDeadlines.every((deadline) => due[deadline] === undefined || limited.includes(deadline));
  return [
    ...clockScans,
    { part: 0, index: { by: 'referral' }, days: 0 },
    ...(isComplete ? [] : [{ part: 1, index: { by: 'received', without: limited }, days: 0 } as const]),
  ];
}

function planUnansweredFirstScans({ status }: CaseListQuery): readonly IndexScan[] {
  const listClocks = clocksForStatus(status).filter((clock) => clock !== 'detriment');
  return [
    ...listClocks.map((clock): IndexScan => ({ part: 0, index: { by: 'clock', clock }, days: 0 })),
    ...(status === undefined || status === 'closed'
      ? [{ part: 1, index: { by: 'received', isClosed: true }, days: 0 } as const]
      : []),
  ];
}

function planScans(query: CaseListQuery): readonly IndexScan[] {
  const { order = newestFirst, urgency } = query;
  switch (order.by) {
    case 'newest':
      return [{ part: 0, index: { by: 'received' }, days: 0 }];
    case 'urgentFirst':
      return (['urgent', 'standard'] as const)
        .map(
          (each, part): IndexScan => ({ part: part === 0 ? 0 : 1, index: { by: 'received', urgency: each }, days: 0 }),
        )
        .filter(({ index }) => urgency === undefined || (index.by === 'received' && index.urgency === urgency));
    case 'dueFirst':
      return planDueFirstScans(query, order);
    case 'unansweredFirst':
      return planUnansweredFirstScans(query);
  }
}

interface CaseIndexFields {
  readonly clock: Exclude<IndexedDeadline, 'referral'> | undefined;
  readonly clockSince: Day | undefined;
  readonly referralDueOn: Day | undefined;
}

export function getCaseIndexFields(item: CaseListItem): CaseIndexFields {
  const stage = stageDeadline(item);
  return {
    clock: stage?.deadline,
    clockSince: stage?.since,
    referralDueOn: firstDatedDue(item),
  };
}

export const indexedCaseRecordSchema = caseListItemSchema.extend(
  caseRecordSchema.pick({
    excluded: true,
    sanitised: true,
    erasure: true,
    closing: true,
    cardWithdrawal: true,
    lowering: true,
  }).shape,
);
export type IndexedCaseRecord = z.infer<typeof indexedCaseRecordSchema>;

export const isCaseVisible = ({ handledBy, viewer }: CaseFilter, record: IndexedCaseRecord): boolean =>
  record.handledBy === handledBy &&
  (typeof viewer === 'object'
    ? viewer.noneOf.every((person) => record.excluded.includes(person))
    : viewer === unrestrictedViewer
      ? record.excluded.length === 0
      : !record.excluded.includes(viewer));

export const hasFieldValues = (
  stored: Readonly<Record<string, unknown>>,
  fields: Readonly<Record<string, unknown>>,
): boolean =>
  Object.entries(fields).every(
    ([name, value]) => canonicalJson([stored[name] ?? null]) === canonicalJson([value ?? null]),
  );
