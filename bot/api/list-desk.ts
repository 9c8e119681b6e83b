import { dayOf } from '../../concerns/calendar.ts';
import { parseCaseId } from '../../concerns/case-id.ts';
import type { CaseFigures } from '../../concerns/case-record.ts';
import { type DueBefore, dueBefore, isDue, soonDays, type Targets } from '../../concerns/casework/clocks.ts';
import { maySee } from '../../concerns/permissions.ts';
import type { CaseFilter, CaseList, ListPlace } from '../../concerns/ports/case-list.ts';
import type { CaseStore } from '../../concerns/ports/case-store.ts';
import type { Clock } from '../../concerns/ports/clock.ts';
import { symbolsWritten } from '../../concerns/spoken-symbols.ts';
import type { HandledBy } from '../../concerns/urgency.ts';
import type { AnswerOf } from '../../tab/contract/answers.ts';
import type { ParsedRequest } from '../../tab/contract/requests.ts';
import { type Caller, handledKinds } from './caller.ts';
import type { CaseViews } from './case-views.ts';
import { continuationOf, placeOf } from './list-place.ts';
import { done, type Ran } from './operation.ts';

/** How many rows a page of the list has. */
export const pageSize = 50;
/** Counts go no further: beyond, the page says "99 or more". */
const mostCounted = 99;
/** Overdue cases are counted up to here to be taken from those that are due soon. */
const mostOverdue = 1_000;
/** How many pages are looked through for cases that are due soon and not overdue, in one request. */
const mostPages = 20;
/** A search by the start of a reference needs as many symbols. */
const fewestSymbols = 4;

export interface ListDesk {
  readonly list: (caller: Caller, body: ParsedRequest<'cases.list'>) => Promise<Ran<AnswerOf<'cases.list'>>>;
  readonly counts: (caller: Caller, body: ParsedRequest<'cases.counts'>) => Promise<Ran<AnswerOf<'cases.counts'>>>;
  readonly find: (caller: Caller, body: ParsedRequest<'cases.find'>) => Promise<Ran<AnswerOf<'cases.find'>>>;
}

/** The kind of case that a caller asks for: one that they handle, their own where they name none. */
const chosenKind = (caller: Caller, asked: HandledBy | undefined): HandledBy | undefined => {
  const kinds = handledKinds(caller.roles);
  return asked === undefined ? kinds[0] : kinds.find((kind) => kind === asked);
};

/** Lists of cases: what somebody may see, and nothing of what they are shut out of. */
export function createListDesk(deps: {
  readonly list: CaseList;
  readonly cases: CaseStore;
  readonly views: CaseViews;
  readonly targets: Targets;
  readonly clock: Clock;
  readonly timeZone: string;
}): ListDesk {
  const { list, cases, views, targets, clock, timeZone } = deps;
  const today = () => dayOf(clock(), timeZone);
  const overdue = (): DueBefore => dueBefore(targets, today(), 0);
  /** What is due soon, with what is overdue. */
  const dueSoon = (): DueBefore => dueBefore(targets, today(), soonDays);

  function filterOf(caller: Caller, handledBy: HandledBy, asked: ParsedRequest<'cases.list'>['filter']): CaseFilter {
    const { status, kind, urgency, attention } = asked;
    return {
      handledBy,
      viewer: caller.objectId,
      ...(status && { status }),
      ...(kind && { kind }),
      ...(urgency && { urgency }),
      ...(asked.with && { with: asked.with === 'me' ? { objectId: caller.objectId } : 'nobody' }),
      ...(attention === 'overdue' && { due: overdue() }),
      ...(attention === 'dueSoon' && { due: dueSoon() }),
      ...(attention === 'review' && { reviewBy: today() }),
    };
  }

  /** A page of what is due soon: overdue cases are found with it and left out. */
  async function soonPage(filter: CaseFilter, from: ListPlace | undefined) {
    const past = overdue();
    const found: CaseFigures[] = [];
    let after = from;
    for (let page = 0; page < mostPages && found.length < pageSize; page += 1) {
      const looked = await list.page(filter, after, pageSize);
      for (const figures of looked) {
        if (found.length === pageSize) return { found, after };
        after = figures;
        if (!isDue(figures, past)) found.push(figures);
      }
      if (looked.length < pageSize) return { found, after: undefined };
    }
    return { found, after };
  }

  return {
    async list(caller, { filter: asked, after: continuation }) {
      const handledBy = chosenKind(caller, asked.handledBy);
      if (handledBy === undefined) return { kind: 'refused' };
      const after = continuation === undefined ? undefined : placeOf(continuation);
      if (continuation !== undefined && after === undefined) return { kind: 'odd' };
      const filter = filterOf(caller, handledBy, asked);
      if (asked.attention === 'dueSoon') {
        const page = await soonPage(filter, after);
        const rows = page.found.map(views.row);
        return done({ rows, ...(page.after && { next: continuationOf(page.after) }) });
      }
      const page = await list.page(filter, after, pageSize);
      const last = page.length === pageSize ? page.at(-1) : undefined;
      return done({ rows: page.map(views.row), ...(last && { next: continuationOf(last) }) });
    },

    async counts(caller, { handledBy: asked }) {
      const handledBy = chosenKind(caller, asked);
      if (handledBy === undefined) return { kind: 'refused' };
      const mine = { handledBy, viewer: caller.objectId };
      const count = (filter: Partial<CaseFilter>, most = mostCounted) => list.count({ ...mine, ...filter }, most);
      const past = await count({ due: overdue() }, mostOverdue);
      const soon = await count({ due: dueSoon() }, past + mostCounted);
      return done({
        open: await count({ status: 'open' }),
        overdue: Math.min(past, mostCounted),
        dueSoon: Math.max(0, soon - past),
        mine: await count({ status: 'open', with: { objectId: caller.objectId } }),
        unassigned: await count({ status: 'open', with: 'nobody' }),
        review: await count({ reviewBy: today() }),
        most: mostCounted,
      });
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
          list.page({ handledBy, viewer: caller.objectId, startingWith: symbols }, undefined, pageSize),
        ),
      );
      return done({ rows: rows.flat().map(views.row) });
    },
  };
}
