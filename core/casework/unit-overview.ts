import { type CaseList, readCaseIfAllowed, type UnitQueries } from '../ports/case-store.ts';
import { addDays, type Day, toDay } from '../model/calendar.ts';
import type { CaseId } from '../model/case-id.ts';
import { newestFirst, toCaseListCursor } from '../model/case-list-order.ts';
import { type CaseListItem, type CaseStatus, isSafetyMissing, isUnopened, isUnread } from '../model/case-record.ts';
import { runningDeadlines, type TimeLimits } from '../model/deadlines.ts';
import { type Actor, maySupervise } from '../model/permissions.ts';
import type { PersonId } from '../model/roles.ts';
import { type CaseworkDependencies, createDecisionContext, readCaseRoleHolders, runWithReads } from './case-action.ts';
import { awaitsSupervisor } from './closing-agreement.ts';

/** Open cases of one handler, or those that no one has taken. */
export interface Load {
  readonly open: number;
  /** When the oldest of them came in. */
  readonly oldestOn?: Day;
  readonly overdue: number;
  readonly unopened: number;
  readonly safetyMissing: number;
  readonly unread: number;
}

export interface PersonLoad extends Load {
  readonly objectId: PersonId;
  /** Cases whose reports they opened since `since`, whoever has them. */
  readonly openings: number;
}

export interface UntouchedCase {
  readonly caseId: CaseId;
  readonly status: CaseStatus;
  readonly assignee?: PersonId;
  readonly lastStepOn: Day;
}

export interface UnitOverview {
  readonly people: readonly PersonLoad[];
  readonly untaken: Load;
  /** Longest first. */
  readonly untouched: readonly UntouchedCase[];
  readonly awaitingSecond: number;
  /** Those of them that wait for a supervisor to sign off their end. Missing if the force lists none. */
  readonly awaitingSignOff?: number;
  readonly awaitingCustodian: number;
  readonly since: Day;
  /** Counting stops here. */
  readonly most: number;
  /** There are more open cases than are read at once. */
  readonly isCut?: true;
}

/**
 * The window moves on each day, and no one chooses another: no two counts can be subtracted to find a case that left the
 * unit.
 */
const openingDays = 28;
const maxWaiting = 99;
const untouchedShown = 10;
const pageSize = 200;
const maxPages = 10;

const lastStepOn = (item: CaseListItem): Day =>
  [item.acknowledgedOn, item.triagedOn, item.updatedOn, item.referral?.on, item.safety?.on]
    .concat(item.crime?.on, item.conduct?.on, item.identityAsked?.on)
    .reduce<Day>((last, day) => (day !== undefined && day > last ? day : last), item.receivedOn);

const byLastStep = (one: UntouchedCase, other: UntouchedCase): number =>
  `${one.lastStepOn} ${one.caseId}` < `${other.lastStepOn} ${other.caseId}` ? -1 : 1;

function countLoad(items: readonly CaseListItem[], timeLimits: TimeLimits, today: Day): Load {
  const [oldestOn] = items.map(({ receivedOn }) => receivedOn).toSorted();
  const count = (is: (item: CaseListItem) => boolean): number => items.filter(is).length;
  return {
    open: items.length,
    ...(oldestOn && { oldestOn }),
    overdue: count((item) => runningDeadlines(item, timeLimits).some(({ dueOn }) => dueOn < today)),
    unopened: count(isUnopened),
    safetyMissing: count(isSafetyMissing),
    unread: count(isUnread),
  };
}

export type OverviewDependencies = Pick<
  CaseworkDependencies,
  'cases' | 'history' | 'clock' | 'timeZone' | 'signOff' | 'listHandlers' | 'listCustodians' | 'listSupervisors'
> & {
  readonly list: Pick<CaseList, 'page' | 'count'>;
  readonly unit: Pick<UnitQueries, 'countOpenings'>;
  readonly timeLimits: TimeLimits;
};

async function readOpenCases(
  list: Pick<CaseList, 'page'>,
  viewer: PersonId,
): Promise<{ readonly items: readonly CaseListItem[]; readonly isCut: boolean }> {
  const items: CaseListItem[] = [];
  for (let pages = 0; pages < maxPages; pages += 1) {
    const last = items.at(-1);
    const after = last && toCaseListCursor(newestFirst, last);
    const page = await list.page({ handledBy: 'acu', viewer, status: 'open' }, after, pageSize);
    items.push(...page);
    if (page.length < pageSize) return { items, isCut: false };
  }
  return { items, isCut: true };
}

/** Of a case that a supervisor may not see nothing is read. */
async function countAwaitingSignOff(
  deps: OverviewDependencies,
  filter: Parameters<CaseList['page']>[0],
  supervisor: Actor,
): Promise<number | undefined> {
  if ((deps.signOff ?? []).length === 0) return undefined;
  const [holders, items] = await Promise.all([
    readCaseRoleHolders(deps),
    deps.list.page(filter, undefined, maxWaiting),
  ]);
  const awaits = await Promise.all(
    items.map(async ({ caseId }) => {
      const found = await readCaseIfAllowed(deps.cases, caseId, (readers) => maySupervise(supervisor, readers));
      if (found === undefined) return false;
      const loaded = { record: found.value, history: deps.history };
      const context = createDecisionContext(deps, loaded, holders, supervisor);
      return runWithReads(() => awaitsSupervisor(context));
    }),
  );
  return awaits.filter(Boolean).length;
}

/**
 * The unit's open cases by person. Of a case that the reserve handles, or from which the supervisor is excluded, nothing
 * is counted. Throws StoreError.
 */
export async function readUnitOverview(
  deps: OverviewDependencies,
  by: Actor,
  handlers: readonly PersonId[],
): Promise<UnitOverview> {
  const supervisor = by.objectId;
  const today = toDay(deps.clock(), deps.timeZone);
  const since = addDays(today, -openingDays);
  const scope = { handledBy: 'acu', viewer: supervisor } as const;
  const secondFilter = { ...scope, fourEyesFor: supervisor };
  const [{ items, isCut }, openings, awaitingSecond, awaitingSignOff, awaitingCustodian] = await Promise.all([
    readOpenCases(deps.list, supervisor),
    deps.unit.countOpenings(scope, since),
    deps.list.count(secondFilter, maxWaiting),
    countAwaitingSignOff(deps, secondFilter, by),
    deps.list.count({ ...scope, identityAsked: true }, maxWaiting),
  ]);
  const casesByPerson = Map.groupBy(items, ({ assignee }) => assignee);
  const openingsByPerson = new Map(openings.map(({ objectId, cases }) => [objectId, cases]));
  const loadOf = (assignee: PersonId | undefined): Load =>
    countLoad(casesByPerson.get(assignee) ?? [], deps.timeLimits, today);
  const people = new Set([...handlers, ...items.flatMap(({ assignee }) => assignee ?? []), ...openingsByPerson.keys()]);
  return {
    people: Array.from(people, (objectId) => ({
      objectId,
      ...loadOf(objectId),
      openings: openingsByPerson.get(objectId) ?? 0,
    })),
    untaken: loadOf(undefined),
    untouched: items
      .map((item) => ({
        caseId: item.caseId,
        status: item.status,
        ...(item.assignee && { assignee: item.assignee }),
        lastStepOn: lastStepOn(item),
      }))
      .toSorted(byLastStep)
      .slice(0, untouchedShown),
    awaitingSecond,
    ...(awaitingSignOff !== undefined && { awaitingSignOff }),
    awaitingCustodian,
    since,
    most: maxWaiting,
    ...(isCut && { isCut }),
  };
}
