import { type Clock, toDay } from '../../core/model/calendar.ts';
import { type CaseId, parseCaseId } from '../../core/model/case-id.ts';
import { normaliseCrockford32 } from '../../core/model/crockford32.ts';
import { type CaseListItem, caseIdSchema, daySchema } from '../../core/model/case-record.ts';
import { dueSoonFilter, overdueFilter, type TimeLimits } from '../../core/model/deadlines.ts';
import {
  type CaseListOrder,
  type CaseListOrderName,
  caseListOrders,
  type CaseListCursor,
  newestFirst,
  toCaseListCursor,
} from '../../core/model/case-list-order.ts';
import { mayOversee, maySee } from '../../core/model/permissions.ts';
import type { CaseFilter, CaseList, CaseStore, CaseListQuery } from '../../core/ports/case-store.ts';
import type { PersonId } from '../../core/model/roles.ts';
import type { HandledBy } from '../../core/model/handled-by.ts';
import type { CaseRow, Result } from '../../contract/operation-answers.ts';
import { attentions } from '../../contract/case-lists.ts';
import type { OperationAnswer, ParsedRequest } from '../../contract/operations.ts';
import type { EventLog } from '../runtime/event-log.ts';
import type { AlertRanking } from '../runtime/work-budget.ts';
import { type Caller, permittedHandledBy } from './caller-authentication.ts';
import type { CaseViews } from './case-views.ts';
import type { RoleHolders } from './role-holders.ts';
import { success, malformedResult, refusedResult } from './operation-results.ts';
import { z } from 'zod';
import { createHash } from 'node:crypto';
import { checkForCaseChanges } from '../../core/casework/case-view.ts';
import type { CaseworkDependencies } from '../../core/casework/case-action.ts';

const pageSize = 50;
/** The page shows three digits, and from here on that there are more. */
const maxCounted = 1000;
const minSymbols = 4;
/** How many cases with a task, a referral or a first day's duty due are searched for a person's tasks. */
const maxTaskPages = 20;
const lastDay = daySchema.parse('9999-12-31');

export interface CaseListOperations {
  readonly list: (caller: Caller, body: ParsedRequest<'cases.list'>) => Promise<Result<OperationAnswer<'cases.list'>>>;
  readonly counts: (
    caller: Caller,
    body: ParsedRequest<'cases.counts'>,
  ) => Promise<Result<OperationAnswer<'cases.counts'>>>;
  readonly myTasks: (
    caller: Caller,
    body: ParsedRequest<'cases.myTasks'>,
  ) => Promise<Result<OperationAnswer<'cases.myTasks'>>>;
  readonly find: (caller: Caller, body: ParsedRequest<'cases.find'>) => Promise<Result<OperationAnswer<'cases.find'>>>;
  readonly isOverseen: (caller: Caller, caseId: CaseId) => Promise<boolean>;
  readonly listOverseenCases: (
    caller: Caller,
    body: ParsedRequest<'oversight.list'>,
  ) => Promise<Result<OperationAnswer<'oversight.list'>>>;
}

type FilterRequest = ParsedRequest<'cases.list'>['filter'];
type Attention = NonNullable<FilterRequest['attention']>;

const assigneeIds = (found: readonly CaseListItem[]): readonly PersonId[] =>
  found.flatMap(({ assignee }) => assignee ?? []);

const assigneeFilter = (caller: Caller, assignee: NonNullable<FilterRequest['with']>): CaseFilter['assignedTo'] =>
  assignee === 'nobody' ? 'nobody' : { objectId: assignee === 'me' ? caller.objectId : assignee };

export const selectHandledBy = (caller: Caller, choice: HandledBy | undefined): HandledBy | undefined => {
  const kinds = permittedHandledBy(caller.roles);
  return choice === undefined ? kinds[0] : kinds.find((kind) => kind === choice);
};

export function createCaseListOperations(deps: {
  readonly list: CaseList;
  readonly cases: CaseStore;
  readonly views: CaseViews;
  readonly people: Pick<RoleHolders, 'handlers' | 'getNames'>;
  /** One sender's many urgent cases must not come before others' few. */
  readonly alertOrder: AlertRanking;
  readonly timeLimits: TimeLimits;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly log: EventLog;
}): CaseListOperations {
  const { list, cases, views, people, alertOrder, timeLimits, clock, timeZone, log } = deps;
  const today = () => toDay(clock(), timeZone);
  const onInconsistent = (differing: number) => log({ event: 'listDiffers', cases: differing });
  const overdue = () => overdueFilter(timeLimits, today());
  const dueSoon = () => dueSoonFilter(timeLimits, today());

  const attentionFilters: Readonly<Record<Attention, (caller: Caller) => Partial<CaseFilter>>> = {
    overdue,
    dueSoon,
    review: () => ({ reviewBy: today() }),
    unread: () => ({ unread: true }),
    atRisk: () => ({ unacknowledged: true, urgency: 'urgent' }),
    unacknowledged: () => ({ unacknowledged: true }),
    second: ({ objectId }) => ({ fourEyesFor: objectId }),
    safety: () => ({ safetyMissing: true }),
  };

  function toCaseFilter(caller: Caller, handledBy: HandledBy, request: FilterRequest): CaseFilter {
    const { status, kind, urgency, route, attention } = request;
    const { category, flag, referral, outcome, receivedFrom, receivedTo } = request;
    return {
      handledBy,
      viewer: caller.objectId,
      ...(status && { status }),
      ...(kind && { kind }),
      ...(urgency && { urgency }),
      ...(route && { route }),
      ...(category && { category }),
      ...(flag && { flag }),
      ...(referral && { referral }),
      ...(outcome && { outcome }),
      ...(receivedFrom && { receivedFrom }),
      ...(receivedTo && { receivedTo }),
      ...(request.with && { assignedTo: assigneeFilter(caller, request.with) }),
      ...(attention && attentionFilters[attention](caller)),
      ...(attention === 'atRisk' && urgency === 'standard' && { due: {} }),
    };
  }

  /** In line order; `undefined` if the continuation is not ours. */
  async function readPage(
    question: CaseFilter & { readonly order: CaseListOrder },
    { attention }: FilterRequest,
    cursor: string | undefined,
  ): Promise<RankedPage | undefined> {
    if (attention === 'atRisk')
      return await readRankedPage({ list, rankOf: alertOrder.alertRank }, question, cursor, pageSize, onInconsistent);
    const { order } = question;
    const after = cursor === undefined ? undefined : parseCursor(order.by, cursor);
    if (cursor !== undefined && after === undefined) return undefined;
    const page = await list.page(question, after, pageSize, onInconsistent);
    const last = page.length === pageSize ? page.at(-1) : undefined;
    return { page, ...(last && { next: encodeCursor(order.by, toCaseListCursor(order, last)) }) };
  }

  async function findCases(caller: Caller, text: string): Promise<readonly CaseListItem[]> {
    const symbols = normaliseCrockford32(text);
    if (symbols === undefined || symbols.length < minSymbols) return [];
    const caseId = parseCaseId(text);
    if (caseId !== undefined) {
      const stored = await cases.read(caseId);
      return stored && maySee(caller, stored.value) ? [stored.value] : [];
    }
    const pages = permittedHandledBy(caller.roles).map((handledBy) =>
      list.page({ handledBy, viewer: caller.objectId, caseIdPrefix: symbols }, undefined, pageSize, onInconsistent),
    );
    return (await Promise.all(pages)).flat();
  }

  async function findUnnotifiedCases(caller: Caller): Promise<readonly CaseListItem[]> {
    const viewer = { noneOf: await people.handlers('acu') };
    const page = await list.page({ handledBy: 'acu', viewer }, undefined, pageSize, onInconsistent);
    const untold = page.filter(({ oversight, erasedOn }) => oversight === undefined && erasedOn === undefined);
    const storedCases = await Promise.all(untold.map(({ caseId }) => cases.read(caseId)));
    return storedCases.flatMap((one) => (one && mayOversee(caller, one.value) ? [one.value] : []));
  }

  return {
    async list(caller, { filter: asked, order: by, after: continuation }) {
      const handledBy = selectHandledBy(caller, asked.handledBy);
      if (handledBy === undefined) return refusedResult;
      const order: CaseListOrder = by === 'dueFirst' ? { by, timeLimits } : { by };
      const question = { ...toCaseFilter(caller, handledBy, asked), order };
      const [found, known] = await Promise.all([readPage(question, asked, continuation), people.handlers(handledBy)]);
      if (found === undefined) return malformedResult;
      const { page, next } = found;
      const rows = page.map(views.row);
      return success({
        rows,
        mark: listEtag(rows),
        ...(next !== undefined && { next }),
        people: await people.getNames([...known, ...assigneeIds(page)]),
      });
    },

    async isOverseen(caller, caseId) {
      const { objectId } = caller;
      const filter: CaseFilter = { handledBy: 'acu', viewer: objectId, overseen: true, caseIdPrefix: caseId };
      if ((await list.count(filter, 1)) > 0) return true;
      return (await findUnnotifiedCases(caller)).some((one) => one.caseId === caseId);
    },

    async listOverseenCases(caller, { after: continuation }) {
      const after = continuation === undefined ? undefined : parseCursor(newestFirst.by, continuation);
      if (continuation !== undefined && after === undefined) return malformedResult;
      const filter: CaseFilter = { handledBy: 'acu', viewer: caller.objectId, overseen: true };
      const page = await list.page(filter, after, pageSize, onInconsistent);
      const last = page.length === pageSize ? page.at(-1) : undefined;
      const unseen = continuation === undefined ? await findUnnotifiedCases(caller) : [];
      const rows = [
        ...unseen.map(({ caseId }) => ({ caseId, toldOn: today(), isNew: true })),
        ...page.flatMap(({ caseId, oversight }) =>
          oversight ? [{ caseId, toldOn: oversight.toldOn, isNew: oversight.seenOn === undefined }] : [],
        ),
      ];
      return success({
        rows,
        ...(last && { next: encodeCursor(newestFirst.by, toCaseListCursor(newestFirst, last)) }),
      });
    },

    async counts(caller, { handledBy: asked }) {
      const handledBy = selectHandledBy(caller, asked);
      if (handledBy === undefined) return refusedResult;
      const viewer = caller.objectId;
      const count = (filter: Partial<CaseFilter>, max = maxCounted) =>
        list.count({ handledBy, viewer, ...filter }, max);
      const countAttention = (attention: Attention) => count(attentionFilters[attention](caller));
      const isReserve = caller.roles.has('reserve');
      const [open, mine, unassigned, notified, ...waiting] = await Promise.all([
        count({ status: 'open' }),
        count({ status: 'open', assignedTo: { objectId: viewer } }),
        count({ status: 'open', assignedTo: 'nobody' }),
        isReserve ? list.count({ handledBy: 'acu', viewer, overseen: 'unseen' }, maxCounted) : undefined,
        ...attentions.map(countAttention),
      ]);
      const attentionCount = (attention: Attention): number => waiting[attentions.indexOf(attention)] ?? 0;
      return success({
        open,
        mine,
        unassigned,
        overdue: attentionCount('overdue'),
        dueSoon: attentionCount('dueSoon'),
        review: attentionCount('review'),
        unread: attentionCount('unread'),
        atRisk: attentionCount('atRisk'),
        unacknowledged: attentionCount('unacknowledged'),
        second: attentionCount('second'),
        safety: attentionCount('safety'),
        ...(notified !== undefined && { told: notified }),
        isEmpty: open === 0 && (await count({}, 1)) === 0,
        most: maxCounted,
      });
    },

    async myTasks(caller, { handledBy: asked }) {
      const { objectId } = caller;
      const handledBy = selectHandledBy(caller, asked);
      if (handledBy === undefined) return refusedResult;
      const order = { by: 'dueFirst', timeLimits } as const;
      const question = { handledBy, viewer: objectId, due: { referral: lastDay }, order };
      const found: CaseListItem[] = [];
      let after: CaseListCursor | undefined;
      let isMore = true;
      for (let pages = 0; isMore && pages < maxTaskPages; pages += 1) {
        const page = await list.page(question, after, pageSize, onInconsistent);
        found.push(...page);
        const last = page.at(-1);
        isMore = page.length === pageSize && last !== undefined;
        after = last && toCaseListCursor(order, last);
      }
      const tasks = found.flatMap(({ caseId, assignee, tasks: open = [] }) =>
        open
          .filter((task) => (task.for ?? assignee) === objectId)
          .map(({ id, dueOn, for: whose }) => ({ caseId, id, dueOn, isForMe: whose === objectId })),
      );
      return success({ tasks: tasks.toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1)), isMore });
    },

    async find(caller, { text }) {
      const found = await findCases(caller, text);
      return success({ rows: found.map(views.row), people: await people.getNames(assigneeIds(found)) });
    },
  };
}

interface RankedCursor {
  readonly isLater: boolean;
  readonly after: CaseListCursor | undefined;
}

/** Not in the base64url alphabet. */
const laterPrefix = 'later.';
/** Cases that a few people sent today are skipped. */
const maxPages = 10;

const encodeRankedCursor = (order: CaseListOrder, { isLater, after }: RankedCursor): string =>
  `${isLater ? laterPrefix : ''}${after === undefined ? '' : encodeCursor(order.by, after)}`;

function parseRankedCursor(order: CaseListOrder, cursor: string): RankedCursor | undefined {
  const isLater = cursor.startsWith(laterPrefix);
  const its = isLater ? cursor.slice(laterPrefix.length) : cursor;
  if (isLater && its === '') return { isLater, after: undefined };
  const after = parseCursor(order.by, its);
  return after && { isLater, after };
}

interface RankedPage {
  readonly page: readonly CaseListItem[];
  readonly next?: string;
}

/**
 * Cases first in line come first, each part in the list's order. A short page may have a next one. Throws StoreError.
 */
async function readRankedPage(
  { list, rankOf }: { readonly list: Pick<CaseList, 'page'>; readonly rankOf: AlertRanking['alertRank'] },
  question: CaseListQuery & { readonly order: CaseListOrder },
  cursor: string | undefined,
  limit: number,
  onInconsistent: (cases: number) => void,
): Promise<RankedPage | undefined> {
  const { order } = question;
  let at = cursor === undefined ? { isLater: false, after: undefined } : parseRankedCursor(order, cursor);
  if (at === undefined) return undefined;
  const page: CaseListItem[] = [];
  for (let pages = 0; pages < maxPages; pages += 1) {
    const found = await list.page(question, at.after, limit, onInconsistent);
    for (const one of found) {
      if ((await rankOf(one.caseId)) > 0 === at.isLater) page.push(one);
      at = { ...at, after: toCaseListCursor(order, one) };
      if (page.length === limit) return { page, next: encodeRankedCursor(order, at) };
    }
    if (found.length === limit) continue;
    if (at.isLater) return { page };
    at = { isLater: true, after: undefined };
  }
  return { page, next: encodeRankedCursor(order, at) };
}

const cursorSchema = z.tuple([z.enum(caseListOrders), z.union([z.literal(0), z.literal(1)]), daySchema, caseIdSchema]);
/** From pages opened before lists had an order. */
const legacyCursorSchema = z.tuple([daySchema, caseIdSchema]);

export const encodeCursor = (order: CaseListOrderName, { part, day, caseId }: CaseListCursor): string =>
  Buffer.from(JSON.stringify([order, part, day, caseId])).toString('base64url');

function parseCursor(order: CaseListOrderName, cursor: string): CaseListCursor | undefined {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const earlier = legacyCursorSchema.safeParse(read).data;
    const [of, part, day, caseId] = earlier ? (['newest', 0, ...earlier] as const) : cursorSchema.parse(read);
    return of === order ? { part, day, caseId } : undefined;
  } catch {
    return undefined;
  }
}

const listEtag = (rows: readonly CaseRow[]): string =>
  createHash('sha256').update(JSON.stringify(rows)).digest('base64url');

export const createCaseChangesHandler =
  ({
    casework,
    list,
  }: {
    readonly casework: Pick<CaseworkDependencies, 'cases' | 'history'>;
    readonly list: Pick<CaseListOperations, 'list' | 'counts'>;
  }) =>
  async (
    caller: Caller,
    { case: shown, list: listed, counts: counted }: ParsedRequest<'cases.changes'>,
  ): Promise<Result<OperationAnswer<'cases.changes'>>> => {
    const [caseChanges, page, counts] = await Promise.all([
      shown && checkForCaseChanges(casework, caller, shown),
      listed && list.list(caller, listed),
      counted && list.counts(caller, counted),
    ]);
    for (const one of [page, counts]) if (one !== undefined && !one.ok) return refusedResult;
    return success({
      ...(caseChanges && { case: caseChanges }),
      ...(page?.ok && { list: page.value.mark }),
      ...(counts?.ok && { counts: counts.value }),
    });
  };
