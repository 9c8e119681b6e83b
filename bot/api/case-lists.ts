import { type Clock, dayOf } from '../../core/model/calendar.ts';
import { type CaseId, parseCaseId, symbolsWritten } from '../../core/model/codes.ts';
import { type CaseFigures, caseIdSchema, daySchema } from '../../core/model/case-record.ts';
import { dueSoonOn, overdueOn, type TimeLimits } from '../../core/model/deadlines.ts';
import {
  type ListOrder,
  type ListOrderName,
  listOrders,
  type ListPlace,
  newestFirst,
  placeIn,
} from '../../core/model/list-order.ts';
import { mayBeTold, maySee } from '../../core/model/permissions.ts';
import type { CaseFilter, CaseList, CaseStore, ListQuestion } from '../../core/ports/case-store.ts';
import type { PersonId } from '../../core/model/directory.ts';
import type { HandledBy } from '../../core/model/urgency.ts';
import type { CaseRow, Result } from '../../contract/answers.ts';
import { attentions } from '../../contract/case-lists.ts';
import type { AnswerOf, ParsedRequest } from '../../contract/operations.ts';
import type { EventLog } from '../runtime/event-log.ts';
import type { AlertOrder } from '../runtime/work-budget.ts';
import { type Caller, handledKinds } from './tab-authentication.ts';
import type { CaseViews } from './case-views.ts';
import type { RoleHolders } from './role-holders.ts';
import { done, odd, refused } from './operation.ts';
import { z } from 'zod';
import { createHash } from 'node:crypto';
import { changedSince } from '../../core/casework/case-view.ts';
import type { CaseworkDependencies } from '../../core/casework/acts.ts';

const pageSize = 50;
const mostCounted = 99;
const fewestSymbols = 4;

export interface CaseLists {
  readonly list: (caller: Caller, body: ParsedRequest<'cases.list'>) => Promise<Result<AnswerOf<'cases.list'>>>;
  readonly counts: (caller: Caller, body: ParsedRequest<'cases.counts'>) => Promise<Result<AnswerOf<'cases.counts'>>>;
  readonly find: (caller: Caller, body: ParsedRequest<'cases.find'>) => Promise<Result<AnswerOf<'cases.find'>>>;
  /** Whether the reserve was told of a case that this caller may see. */
  readonly isTold: (caller: Caller, caseId: CaseId) => Promise<boolean>;
  readonly overseen: (
    caller: Caller,
    body: ParsedRequest<'oversight.list'>,
  ) => Promise<Result<AnswerOf<'oversight.list'>>>;
}

type Asked = ParsedRequest<'cases.list'>['filter'];
type Attention = NonNullable<Asked['attention']>;

const assigneesOf = (found: readonly CaseFigures[]): readonly PersonId[] =>
  found.flatMap(({ assignee }) => assignee ?? []);

const whomOf = (caller: Caller, asked: NonNullable<Asked['with']>): CaseFilter['with'] =>
  asked === 'nobody' ? 'nobody' : { objectId: asked === 'me' ? caller.objectId : asked };

/** A kind that the caller handles, their own by default. */
export const chosenKind = (caller: Caller, asked: HandledBy | undefined): HandledBy | undefined => {
  const kinds = handledKinds(caller.roles);
  return asked === undefined ? kinds[0] : kinds.find((kind) => kind === asked);
};

/** Lists only cases that the caller may see. */
export function createCaseLists(deps: {
  readonly list: CaseList;
  readonly cases: CaseStore;
  readonly views: CaseViews;
  readonly people: Pick<RoleHolders, 'handlers' | 'named'>;
  /** Keeps one sender's many urgent cases from coming before others' few. */
  readonly alertOrder: AlertOrder;
  readonly timeLimits: TimeLimits;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly log: EventLog;
}): CaseLists {
  const { list, cases, views, people, alertOrder, timeLimits, clock, timeZone, log } = deps;
  const today = () => dayOf(clock(), timeZone);
  const onDiffers = (differing: number) => log({ event: 'listDiffers', cases: differing });
  const overdue = () => overdueOn(timeLimits, today());
  const dueSoon = () => dueSoonOn(timeLimits, today());

  /** An urgent case in which no one took up an addition comes with it. */
  const waitingFor: Readonly<Record<Attention, (caller: Caller) => Partial<CaseFilter>>> = {
    overdue,
    dueSoon,
    review: () => ({ reviewBy: today() }),
    unread: () => ({ unread: true }),
    atRisk: () => ({ unacknowledged: true, urgency: 'urgent' }),
    unacknowledged: () => ({ unacknowledged: true }),
    second: ({ objectId }) => ({ second: objectId }),
  };

  function filterOf(caller: Caller, handledBy: HandledBy, asked: Asked): CaseFilter {
    const { status, kind, urgency, route, attention } = asked;
    return {
      handledBy,
      viewer: caller.objectId,
      ...(status && { status }),
      ...(kind && { kind }),
      ...(urgency && { urgency }),
      ...(route && { route }),
      ...(asked.with && { with: whomOf(caller, asked.with) }),
      ...(attention && waitingFor[attention](caller)),
      ...(attention === 'atRisk' && urgency === 'standard' && { due: {} }),
    };
  }

  /** `undefined` if the continuation is not ours. Urgent cases come by their place in line. */
  async function pageOf(
    question: CaseFilter & { readonly order: ListOrder },
    { attention }: Asked,
    continuation: string | undefined,
  ): Promise<RankedPage | undefined> {
    if (attention === 'atRisk')
      return await rankedPage({ list, rankOf: alertOrder.rankOf }, question, continuation, pageSize, onDiffers);
    const { order } = question;
    const after = continuation === undefined ? undefined : placeOf(order.by, continuation);
    if (continuation !== undefined && after === undefined) return undefined;
    const page = await list.page(question, after, pageSize, onDiffers);
    const last = page.length === pageSize ? page.at(-1) : undefined;
    return { page, ...(last && { next: continuationOf(order.by, placeIn(order, last)) }) };
  }

  async function foundBy(caller: Caller, text: string): Promise<readonly CaseFigures[]> {
    const symbols = symbolsWritten(text);
    if (symbols === undefined || symbols.length < fewestSymbols) return [];
    const caseId = parseCaseId(text);
    if (caseId !== undefined) {
      const standing = await cases.read(caseId);
      return standing && maySee(caller, standing.value) ? [standing.value] : [];
    }
    const pages = handledKinds(caller.roles).map((handledBy) =>
      list.page({ handledBy, viewer: caller.objectId, startingWith: symbols }, undefined, pageSize, onDiffers),
    );
    return (await Promise.all(pages)).flat();
  }

  /** Cases that no one of the unit may see and that the reserve was not told of yet. */
  async function untoldUnseen(caller: Caller): Promise<readonly CaseFigures[]> {
    const viewer = { noneOf: await people.handlers('acu') };
    const page = await list.page({ handledBy: 'acu', viewer }, undefined, pageSize, onDiffers);
    const untold = page.filter(({ oversight, erasedOn }) => oversight === undefined && erasedOn === undefined);
    const standing = await Promise.all(untold.map(({ caseId }) => cases.read(caseId)));
    return standing.flatMap((one) => (one && mayBeTold(caller, one.value) ? [one.value] : []));
  }

  return {
    async list(caller, { filter: asked, order: by, after: continuation }) {
      const handledBy = chosenKind(caller, asked.handledBy);
      if (handledBy === undefined) return refused;
      const order: ListOrder = by === 'dueFirst' ? { by, timeLimits } : { by };
      const question = { ...filterOf(caller, handledBy, asked), order };
      const [found, known] = await Promise.all([pageOf(question, asked, continuation), people.handlers(handledBy)]);
      if (found === undefined) return odd;
      const { page, next } = found;
      const rows = page.map(views.row);
      return done({
        rows,
        mark: markOf(rows),
        ...(next !== undefined && { next }),
        people: await people.named([...known, ...assigneesOf(page)]),
      });
    },

    async isTold(caller, caseId) {
      const { objectId } = caller;
      const filter: CaseFilter = { handledBy: 'acu', viewer: objectId, overseen: true, startingWith: caseId };
      if ((await list.count(filter, 1)) > 0) return true;
      return (await untoldUnseen(caller)).some((one) => one.caseId === caseId);
    },

    async overseen(caller, { after: continuation }) {
      const after = continuation === undefined ? undefined : placeOf(newestFirst.by, continuation);
      if (continuation !== undefined && after === undefined) return odd;
      const filter: CaseFilter = { handledBy: 'acu', viewer: caller.objectId, overseen: true };
      const page = await list.page(filter, after, pageSize, onDiffers);
      const last = page.length === pageSize ? page.at(-1) : undefined;
      const unseen = continuation === undefined ? await untoldUnseen(caller) : [];
      const rows = [
        ...unseen.map(({ caseId }) => ({ caseId, toldOn: today(), isNew: true })),
        ...page.flatMap(({ caseId, oversight }) =>
          oversight ? [{ caseId, toldOn: oversight.toldOn, isNew: oversight.seenOn === undefined }] : [],
        ),
      ];
      return done({ rows, ...(last && { next: continuationOf(newestFirst.by, placeIn(newestFirst, last)) }) });
    },

    async counts(caller, { handledBy: asked }) {
      const handledBy = chosenKind(caller, asked);
      if (handledBy === undefined) return refused;
      const viewer = caller.objectId;
      const count = (filter: Partial<CaseFilter>, most = mostCounted) =>
        list.count({ handledBy, viewer, ...filter }, most);
      const waits = (attention: Attention) => count(waitingFor[attention](caller));
      const isReserve = caller.roles.has('reserve');
      const [open, mine, unassigned, told, ...waiting] = await Promise.all([
        count({ status: 'open' }),
        count({ status: 'open', with: { objectId: viewer } }),
        count({ status: 'open', with: 'nobody' }),
        isReserve ? list.count({ handledBy: 'acu', viewer, overseen: 'unseen' }, mostCounted) : undefined,
        ...attentions.map(waits),
      ]);
      const of = (attention: Attention): number => waiting[attentions.indexOf(attention)] ?? 0;
      return done({
        open,
        mine,
        unassigned,
        overdue: of('overdue'),
        dueSoon: of('dueSoon'),
        review: of('review'),
        unread: of('unread'),
        atRisk: of('atRisk'),
        unacknowledged: of('unacknowledged'),
        second: of('second'),
        ...(told !== undefined && { told }),
        isEmpty: open === 0 && (await count({}, 1)) === 0,
        most: mostCounted,
      });
    },

    async find(caller, { text }) {
      const found = await foundBy(caller, text);
      return done({ rows: found.map(views.row), people: await people.named(assigneesOf(found)) });
    },
  };
}

interface RankedPlace {
  readonly isLater: boolean;
  readonly after: ListPlace | undefined;
}

/** Not in the base64url alphabet. */
const laterMark = 'later.';
/** Skipped are the cases that a few people sent today. */
const mostPages = 10;

const rankedContinuation = (order: ListOrder, { isLater, after }: RankedPlace): string =>
  `${isLater ? laterMark : ''}${after === undefined ? '' : continuationOf(order.by, after)}`;

/** `undefined` if it is not ours, or of another order. */
function rankedPlaceOf(order: ListOrder, continuation: string): RankedPlace | undefined {
  const isLater = continuation.startsWith(laterMark);
  const its = isLater ? continuation.slice(laterMark.length) : continuation;
  if (isLater && its === '') return { isLater, after: undefined };
  const after = placeOf(order.by, its);
  return after && { isLater, after };
}

interface RankedPage {
  readonly page: readonly CaseFigures[];
  readonly next?: string;
}

/**
 * Cases first in line come before all others, each part in the list's order. A page may be short and still go on.
 * `undefined` if the continuation is not ours. Throws StoreError.
 */
async function rankedPage(
  { list, rankOf }: { readonly list: Pick<CaseList, 'page'>; readonly rankOf: AlertOrder['rankOf'] },
  question: ListQuestion & { readonly order: ListOrder },
  continuation: string | undefined,
  limit: number,
  onDiffers: (cases: number) => void,
): Promise<RankedPage | undefined> {
  const { order } = question;
  let at = continuation === undefined ? { isLater: false, after: undefined } : rankedPlaceOf(order, continuation);
  if (at === undefined) return undefined;
  const page: CaseFigures[] = [];
  for (let pages = 0; pages < mostPages; pages += 1) {
    const found = await list.page(question, at.after, limit, onDiffers);
    for (const one of found) {
      if ((await rankOf(one.caseId)) > 0 === at.isLater) page.push(one);
      at = { ...at, after: placeIn(order, one) };
      if (page.length === limit) return { page, next: rankedContinuation(order, at) };
    }
    if (found.length === limit) continue;
    if (at.isLater) return { page };
    at = { isLater: true, after: undefined };
  }
  return { page, next: rankedContinuation(order, at) };
}

const placeSchema = z.tuple([z.enum(listOrders), z.union([z.literal(0), z.literal(1)]), daySchema, caseIdSchema]);
/** From pages opened before lists had an order. */
const earlierSchema = z.tuple([daySchema, caseIdSchema]);

export const continuationOf = (order: ListOrderName, { part, day, caseId }: ListPlace): string =>
  Buffer.from(JSON.stringify([order, part, day, caseId])).toString('base64url');

/** `undefined` if it is not ours, or of another order. */
function placeOf(order: ListOrderName, continuation: string): ListPlace | undefined {
  try {
    const read: unknown = JSON.parse(Buffer.from(continuation, 'base64url').toString('utf8'));
    const earlier = earlierSchema.safeParse(read).data;
    const [of, part, day, caseId] = earlier ? (['newest', 0, ...earlier] as const) : placeSchema.parse(read);
    return of === order ? { part, day, caseId } : undefined;
  } catch {
    return undefined;
  }
}

/** Changes with anything in the rows. */
const markOf = (rows: readonly CaseRow[]): string =>
  createHash('sha256').update(JSON.stringify(rows)).digest('base64url');

export const createCaseChanges =
  ({
    casework,
    list,
  }: {
    readonly casework: Pick<CaseworkDependencies, 'cases' | 'history'>;
    readonly list: Pick<CaseLists, 'list' | 'counts'>;
  }) =>
  async (
    caller: Caller,
    { case: shown, list: listed, counts: counted }: ParsedRequest<'cases.changes'>,
  ): Promise<Result<AnswerOf<'cases.changes'>>> => {
    const [standing, page, counts] = await Promise.all([
      shown && changedSince(casework, caller, shown),
      listed && list.list(caller, listed),
      counted && list.counts(caller, counted),
    ]);
    for (const one of [page, counts]) if (one !== undefined && !one.ok) return refused;
    return done({
      ...(standing && { case: standing }),
      ...(page?.ok && { list: page.value.mark }),
      ...(counts?.ok && { counts: counts.value }),
    });
  };
