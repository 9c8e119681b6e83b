import type { AlertRecord } from '../model/alert-record.ts';
import type { CaseId } from '../model/case-id.ts';
import type { CaseListItem, CaseRecord, CaseStatus, Versioned } from '../model/case-record.ts';
import type { EventKind, EventRecord } from '../model/event-record.ts';
import type { PersonId } from '../model/roles.ts';
import type { Day, Week } from '../model/calendar.ts';
import type { DueCutoffs } from '../model/deadlines.ts';
import type { CaseListOrder, CaseListCursor } from '../model/case-list-order.ts';
import type { Flag, NationalCategory, ReportKind } from '../model/classification.ts';
import type { Outcome, ReferralDecision } from '../model/case-terms.ts';
import type { Route } from '../model/report-routes.ts';
import type { HandledBy } from '../model/handled-by.ts';
import type { Urgency } from '../model/urgency.ts';
import type { OpenCaseGroup, WeekCase } from '../model/counted-cases.ts';
import type { StoredSubjectCard } from '../model/subject-card.ts';

export interface CaseChange {
  readonly case: Versioned<CaseRecord>;
  readonly alert?: Versioned<AlertRecord>;
  readonly events: readonly EventRecord[];
}

/** Decides who may have anything of a case; read alone, so that no seal is read. */
export type CaseAccess = Pick<CaseRecord, 'tenantId' | 'handledBy' | 'excluded' | 'mailboxRecipient'>;

export interface SnapshotRequest {
  readonly entries: readonly HistoryEntryQuery[];
  readonly counts: readonly EventKind[];
  readonly written: readonly { readonly by: Writer; readonly since?: WrittenPeriod }[];
}

export interface CaseSnapshot {
  readonly case: Versioned<CaseRecord>;
  readonly alert: Versioned<AlertRecord | undefined> | undefined;
  readonly entries: readonly EventRecord[];
  readonly counts: readonly number[];
  readonly written: readonly WrittenVolume[];
}

/** Every write is whole or not at all. */
export interface CaseStore {
  create(record: CaseRecord, alert: AlertRecord, events: readonly EventRecord[]): Promise<'created' | 'exists'>;
  readAccess(caseId: CaseId): Promise<CaseAccess | undefined>;
  read(caseId: CaseId): Promise<Versioned<CaseRecord> | undefined>;
  /** In one transaction, or in as few parallel requests as the database allows. */
  readSnapshot(caseId: CaseId, request: SnapshotRequest): Promise<CaseSnapshot | undefined>;
  /** `conflict` also if an event with this sequence exists. */
  change(change: CaseChange): Promise<'changed' | 'conflict'>;
  /**
   * As `change`, and removes the seals of every event; their digests stay. May be repeated: if it failed half way, no
   * seal comes back, and the case is as before or, with `unknown`, erased with some content perhaps still stored.
   */
  erase(change: CaseChange): Promise<'changed' | 'conflict'>;
  /** Settles when no erased content is stored any more. Throws StoreError `unknown` if some may be: repeat it. */
  assertErased(): Promise<void>;
}

export interface HistoryEntryQuery {
  readonly kinds?: readonly EventKind[];
  readonly requests?: readonly string[];
  readonly by?: readonly PersonId[];
  readonly message?: string;
  readonly after?: number;
  readonly before?: number;
  readonly first?: number;
  readonly last?: number;
}

export function filterHistoryEntries(
  entries: readonly EventRecord[],
  { kinds, requests, by, message, after, before, first, last }: HistoryEntryQuery,
): readonly EventRecord[] {
  const met = entries.filter(
    (event) =>
      (kinds?.includes(event.kind) ?? true) &&
      (requests === undefined || (event.request !== undefined && requests.includes(event.request))) &&
      (by === undefined || (typeof event.by === 'object' && by.includes(event.by.objectId))) &&
      (message === undefined || event.message?.id === message) &&
      (after === undefined || event.sequence > after) &&
      (before === undefined || event.sequence < before),
  );
  if (last !== undefined) return met.slice(Math.max(0, met.length - last));
  return first === undefined ? met : met.slice(0, first);
}

export type Writer = 'reporter' | 'others';

export interface WrittenVolume {
  readonly count: number;
  readonly size: number;
}

export interface WrittenPeriod {
  readonly from: string;
  readonly to: string;
}

/** CaseStore adds the events with the change. Only `readAll` and `sealedEntries` read seals. */
export interface CaseHistory {
  readAll(caseId: CaseId): Promise<readonly EventRecord[]>;
  entries(caseId: CaseId, query: HistoryEntryQuery): Promise<readonly EventRecord[]>;
  sealedEntries(caseId: CaseId, query: HistoryEntryQuery): Promise<readonly EventRecord[]>;
  count(caseId: CaseId, kind: EventKind): Promise<number>;
  writtenVolume(caseId: CaseId, by: Writer, since?: WrittenPeriod): Promise<WrittenVolume>;
}

interface LatestEvents {
  readonly last: EventRecord | undefined;
  readonly reviewSet: EventRecord | undefined;
}

const lastEventQuery = { last: 1 } as const;
const lastReviewQuery = { kinds: ['reviewSet'], last: 1 } as const;

export const latestEventQueries: readonly HistoryEntryQuery[] = [lastEventQuery, lastReviewQuery];

export async function readLatestEvents(history: Pick<CaseHistory, 'entries'>, caseId: CaseId): Promise<LatestEvents> {
  const [[last], [reviewSet]] = await Promise.all([
    history.entries(caseId, lastEventQuery),
    history.entries(caseId, lastReviewQuery),
  ]);
  return { last, reviewSet };
}

/** A placeholder for a case that does not exist, so that the refusal takes as long. */
const placeholderAccess: CaseAccess = { tenantId: '', handledBy: 'acu', excluded: [], mailboxRecipient: '' };

export type AccessCheck = (access: Omit<CaseAccess, 'tenantId'>) => boolean;

/**
 * `undefined` if there is none, and equally if this person may not see it. Until then it reads only what a missing case
 * would cost as well, so that timing does not tell which it was.
 */
export async function readAccessIfAllowed(
  cases: Pick<CaseStore, 'readAccess'>,
  caseId: CaseId,
  may: AccessCheck,
): Promise<CaseAccess | undefined> {
  const access = await cases.readAccess(caseId);
  const isAllowed = may(access ?? placeholderAccess);
  return isAllowed ? access : undefined;
}

/** As `readAccessIfAllowed`, for the case itself. */
export async function readCaseIfAllowed(
  cases: Pick<CaseStore, 'readAccess' | 'read'>,
  caseId: CaseId,
  may: AccessCheck,
): Promise<Versioned<CaseRecord> | undefined> {
  if ((await readAccessIfAllowed(cases, caseId, may)) === undefined) return undefined;
  const found = await cases.read(caseId);
  return found && may(found.value) ? found : undefined;
}

export const unrestrictedViewer = 'everybody';

/** A missing field does not narrow the list. */
export interface CaseFilter {
  readonly handledBy: HandledBy;
  /**
   * A case from which the viewer is excluded is in no list and no count. `noneOf`: all of these people are excluded.
   */
  readonly viewer: PersonId | typeof unrestrictedViewer | { readonly noneOf: readonly PersonId[] };
  readonly status?: CaseStatus | 'open';
  readonly kind?: ReportKind;
  readonly urgency?: Urgency;
  readonly route?: Route;
  readonly category?: NationalCategory;
  readonly flag?: Flag;
  readonly referral?: ReferralDecision;
  readonly outcome?: Outcome;
  /** Both days count. */
  readonly receivedFrom?: Day;
  readonly receivedTo?: Day;
  readonly assignedTo?: { readonly objectId: PersonId } | 'nobody';
  readonly due?: DueCutoffs;
  readonly notDue?: DueCutoffs;
  readonly reviewBy?: Day;
  readonly overseen?: true | 'unseen';
  readonly identityAsked?: true;
  readonly unread?: true;
  readonly unacknowledged?: true;
  readonly safetyMissing?: true;
  readonly fourEyesFor?: PersonId;
  readonly caseIdPrefix?: string;
}

export interface CaseListQuery extends CaseFilter {
  readonly order?: CaseListOrder;
}

/** By reference within a day, newest first if no order is given. Reads no seal. */
export interface CaseList {
  /**
   * After a cursor (`toListCursor`). Cases that differ from their records are left out; `onDiffers` receives their
   * number.
   */
  page(
    query: CaseListQuery,
    after: CaseListCursor | undefined,
    limit: number,
    onDiffers?: (cases: number) => void,
  ): Promise<readonly CaseListItem[]>;
  count(filter: CaseFilter, max: number): Promise<number>;
}

export interface DepartedCase {
  readonly how: 'movedToReserve' | 'erased';
  readonly receivedOn?: Day | undefined;
  readonly closedOn?: Day | undefined;
}

/**
 * Reads no seal, and only `listDepartedCases` reads cases that others handle. The cost depends on the cases it finds,
 * not on all cases.
 */
export interface WeekFigureQueries {
  /** Cases received in a week, or with a counted change in it: each once, in no order. */
  listWeekCases(week: Week, handledBy: HandledBy): Promise<readonly WeekCase[]>;
  /** Open at the end of a day, in no order, grouped if their days are the same. Cases closed since cost as well. */
  listOpenCases(day: Day, handledBy: HandledBy): Promise<readonly OpenCaseGroup[]>;
  countReferralsDue(day: Day, handledBy: HandledBy): Promise<number>;
  /** Cases that went to the reserve on a day or later, and those erased since, by their histories. */
  listDepartedCases(day: Day, handledBy: HandledBy): Promise<readonly DepartedCase[]>;
}

/** Cases of a kind, without those from which the viewer is excluded. */
export interface UnitScope {
  readonly handledBy: HandledBy;
  readonly viewer: PersonId;
}

interface OpeningCount {
  readonly objectId: PersonId;
  readonly cases: number;
}

/** Reads no seal. */
export interface UnitQueries {
  /** How many cases each person opened from a day on, each case once, in no order. */
  countOpenings(scope: UnitScope, since: Day): Promise<readonly OpeningCount[]>;
  /** Every case that closed on one of these days and is still closed, even if the viewer is excluded: to be filtered. */
  listClosedCases(handledBy: HandledBy, from: Day, to: Day): Promise<readonly CaseId[]>;
}

export interface CaseIndexState {
  readonly isIndexConsistent: boolean;
  readonly alert: AlertRecord | undefined;
  readonly isAlertConsistent: boolean;
}

/** By reference. */
export interface CaseLedger {
  page(after: CaseId | undefined, limit: number): Promise<readonly CaseRecord[]>;
  readIndexState(caseId: CaseId): Promise<CaseIndexState | undefined>;
}

export interface CaseSubjectCard {
  readonly caseId: CaseId;
  readonly access: CaseAccess;
  readonly card: StoredSubjectCard;
  readonly former: readonly StoredSubjectCard[];
  /** Empty if unreadable, so that they match. */
  readonly withdrawn: readonly string[];
}

export interface SubjectCardStore {
  /** Cards after a reference, in that order. The caller must ask `maySee` before releasing one. */
  page(handledBy: HandledBy, after: CaseId | undefined, limit: number): Promise<readonly CaseSubjectCard[]>;
}
