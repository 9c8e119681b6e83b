import { dayOf } from '../../concerns/terms/calendar.ts';
import { type CaseId, parseCaseId } from '../../concerns/terms/case-id.ts';
import { dueSoonOn, overdueOn, type TimeLimits } from '../../concerns/records/deadlines.ts';
import { maySee } from '../../concerns/records/permissions.ts';
import type { CaseFilter, CaseList } from '../../concerns/ports/case-list.ts';
import type { CaseStore } from '../../concerns/ports/case-store.ts';
import type { Clock } from '../../concerns/terms/clock.ts';
import { symbolsWritten } from '../../concerns/terms/spoken-symbols.ts';
import type { HandledBy } from '../../concerns/terms/urgency.ts';
import type { AnswerOf } from '../../contract/answers.ts';
import type { ParsedRequest } from '../../contract/requests.ts';
import type { EventLog } from '../running/event-log.ts';
import { type Caller, handledKinds } from './caller.ts';
import type { CaseViews } from './case-views.ts';
import { markOf } from './list-mark.ts';
import { continuationOf, placeOf } from './list-place.ts';
import { done, type Ran } from './operation.ts';

/** How many rows a page of the list has. */
export const pageSize = 50;
/** Counts go no further: beyond, the page says "99 or more". */
const mostCounted = 99;
/** A search by the start of a reference needs as many symbols. */
const fewestSymbols = 4;

export interface CaseLists {
  readonly list: (caller: Caller, body: ParsedRequest<'cases.list'>) => Promise<Ran<AnswerOf<'cases.list'>>>;
  readonly counts: (caller: Caller, body: ParsedRequest<'cases.counts'>) => Promise<Ran<AnswerOf<'cases.counts'>>>;
  readonly find: (caller: Caller, body: ParsedRequest<'cases.find'>) => Promise<Ran<AnswerOf<'cases.find'>>>;
  /** Whether the reserve was told something of a case that this caller is not shut out of. */
  readonly isTold: (caller: Caller, caseId: CaseId) => Promise<boolean>;
  /** The cases of the unit of which the reserve was told something. */
  readonly overseen: (
    caller: Caller,
    body: ParsedRequest<'oversight.list'>,
  ) => Promise<Ran<AnswerOf<'oversight.list'>>>;
}

/** The kind of case that a caller asks for: one that they handle, their own where they name none. */
export const chosenKind = (caller: Caller, asked: HandledBy | undefined): HandledBy | undefined => {
  const kinds = handledKinds(caller.roles);
  return asked === undefined ? kinds[0] : kinds.find((kind) => kind === asked);
};

/** Lists of cases: what somebody may see, and nothing of what they are shut out of. */
export function createCaseLists(deps: {
  readonly list: CaseList;
  readonly cases: CaseStore;
  readonly views: CaseViews;
  readonly timeLimits: TimeLimits;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly log: EventLog;
}): CaseLists {
  const { list, cases, views, timeLimits, clock, timeZone, log } = deps;
  const today = () => dayOf(clock(), timeZone);
  const onDiffers = (differing: number) => log({ event: 'listDiffers', cases: differing });
  const overdue = () => overdueOn(timeLimits, today());
  const dueSoon = () => dueSoonOn(timeLimits, today());

  function filterOf(caller: Caller, handledBy: HandledBy, asked: ParsedRequest<'cases.list'>['filter']): CaseFilter {
    const { status, kind, urgency, attention } = asked;
    return {
      handledBy,
      viewer: caller.objectId,
      ...(status && { status }),
      ...(kind && { kind }),
      ...(urgency && { urgency }),
      ...(asked.with && { with: asked.with === 'me' ? { objectId: caller.objectId } : 'nobody' }),
      ...(attention === 'overdue' && overdue()),
      ...(attention === 'dueSoon' && dueSoon()),
      ...(attention === 'review' && { reviewBy: today() }),
    };
  }

  return {
    async list(caller, { filter: asked, after: continuation }) {
      const handledBy = chosenKind(caller, asked.handledBy);
      if (handledBy === undefined) return { kind: 'refused' };
      const after = continuation === undefined ? undefined : placeOf(continuation);
      if (continuation !== undefined && after === undefined) return { kind: 'odd' };
      const filter = filterOf(caller, handledBy, asked);
      const page = await list.page(filter, after, pageSize, onDiffers);
      const last = page.length === pageSize ? page.at(-1) : undefined;
      const rows = page.map(views.row);
      return done({ rows, mark: markOf(rows), ...(last && { next: continuationOf(last) }) });
    },

    async isTold({ objectId }, caseId) {
      const filter: CaseFilter = { handledBy: 'acu', viewer: objectId, overseen: true, startingWith: caseId };
      return (await list.count(filter, 1)) > 0;
    },

    async overseen(caller, { after: continuation }) {
      const after = continuation === undefined ? undefined : placeOf(continuation);
      if (continuation !== undefined && after === undefined) return { kind: 'odd' };
      const filter: CaseFilter = { handledBy: 'acu', viewer: caller.objectId, overseen: true };
      const page = await list.page(filter, after, pageSize, onDiffers);
      const last = page.length === pageSize ? page.at(-1) : undefined;
      const rows = page.flatMap(({ caseId, oversight }) =>
        oversight ? [{ caseId, toldOn: oversight.toldOn, isNew: oversight.seenOn === undefined }] : [],
      );
      return done({ rows, ...(last && { next: continuationOf(last) }) });
    },

    async counts(caller, { handledBy: asked }) {
      const handledBy = chosenKind(caller, asked);
      if (handledBy === undefined) return { kind: 'refused' };
      const count = (filter: Partial<CaseFilter>) =>
        list.count({ handledBy, viewer: caller.objectId, ...filter }, mostCounted);
      const [open, past, soon, own, unassigned, review] = await Promise.all([
        count({ status: 'open' }),
        count(overdue()),
        count(dueSoon()),
        count({ status: 'open', with: { objectId: caller.objectId } }),
        count({ status: 'open', with: 'nobody' }),
        count({ reviewBy: today() }),
      ]);
      return done({ open, overdue: past, dueSoon: soon, mine: own, unassigned, review, most: mostCounted });
    },

    async find(caller, { text }) {
      const symbols = symbolsWritten(text);
      if (symbols === undefined || symbols.length < fewestSymbols) return done({ rows: [] });
      const caseId = parseCaseId(text);
      if (caseId !== undefined) {
        const standing = await cases.read(caseId);
        const seen = standing && maySee(caller, standing.value);
        return done({ rows: seen ? [views.row(standing.value)] : [] });
      }
      const rows = await Promise.all(
        handledKinds(caller.roles).map((handledBy) =>
          list.page({ handledBy, viewer: caller.objectId, startingWith: symbols }, undefined, pageSize, onDiffers),
        ),
      );
      return done({ rows: rows.flat().map(views.row) });
    },
  };
}
