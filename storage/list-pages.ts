import type { ListQuestion } from '../concerns/ports/case-list.ts';
import { type CaseFigures, caseFiguresSchema } from '../concerns/records/case-record.ts';
import { isPlacedBefore, type ListOrder, type ListPlace, newestFirst } from '../concerns/records/list-order.ts';
import { addDays, parseDay } from '../concerns/terms/calendar.ts';
import { type ListedFields, type ListedRecord, mayBeListed } from './listed-cases.ts';
import { limitOf, type Walk, walksOf } from './list-walks.ts';
import { parsed } from './parsed.ts';

/** Where a walk stands: a day, as it is ordered, and a reference. */
export type WalkPlace = Pick<ListPlace, 'day' | 'caseId'>;

/** A case that a walk came upon, with what found it as it stands there. */
export interface Found<Row> extends WalkPlace {
  readonly clocks: ListedFields;
  readonly row: Row;
}

/** A case as its record says, `undefined` where it has none that can be read, and whether what found it says the same. */
export interface ReadCase {
  readonly record: ListedRecord | undefined;
  readonly isAsItIs: boolean;
}

/** How a store walks through its cases, and reads those that were found, in their order. */
export interface Walker<Row> {
  find(walk: Walk, after: WalkPlace | undefined, limit: number): Promise<readonly Found<Row>[]>;
  read(rows: readonly Row[]): Promise<readonly ReadCase[]>;
}

/** A day so many days later; one that is none stays as it stands. */
function later(day: string, days: number): string {
  const its = days === 0 ? undefined : parseDay(day);
  return its === undefined ? day : addDays(its, days);
}

/**
 * Whether a case that a walk came upon has its place there: one on which two deadlines run is found twice, and stands
 * where the first is due.
 */
function isFirstDue(order: ListOrder, { over, days }: Walk, { day, clocks }: Found<unknown>): boolean {
  if (order.by !== 'dueFirst' || over.by === 'received') return true;
  const { clock, clockSince, referralDueOn } = clocks;
  if (over.by === 'clock') return referralDueOn === undefined || later(day, days) <= referralDueOn;
  const limit = clock === undefined ? undefined : limitOf(order, clock);
  return clockSince === undefined || limit === undefined || day < later(clockSince, limit);
}

interface Placed<Row> {
  readonly place: ListPlace;
  readonly row: Row;
}

/**
 * The next cases of a part of a list: those that its walks find after a place, put together in the order of the list.
 * `until` is how far they are all that there are; missing where nothing follows.
 */
async function together<Row>(
  walker: Walker<Row>,
  order: ListOrder,
  walks: readonly Walk[],
  after: ListPlace | undefined,
  limit: number,
): Promise<{ readonly placed: readonly Placed<Row>[]; readonly until: ListPlace | undefined }> {
  const isBefore = (one: ListPlace, other: ListPlace): boolean => isPlacedBefore(order, one, other);
  const batches = await Promise.all(
    walks.map(async (walk) => {
      const { part, days } = walk;
      const from = after && { day: later(after.day, -days), caseId: after.caseId };
      const found = await walker.find(walk, from, limit);
      const placeOf = ({ day, caseId }: WalkPlace): ListPlace => ({ part, day: later(day, days), caseId });
      const last = found.length < limit ? undefined : found.at(-1);
      return {
        placed: found
          .filter((each) => isFirstDue(order, walk, each))
          .map((each) => ({ place: placeOf(each), row: each.row })),
        until: last && placeOf(last),
      };
    }),
  );
  const ends = batches.flatMap(({ until }) => until ?? []);
  const until = ends.toSorted((one, other) => (isBefore(one, other) ? -1 : 1)).at(0);
  const placed = batches
    .flatMap((batch) => batch.placed)
    .filter(({ place }) => until === undefined || !isBefore(until, place))
    .toSorted((one, other) => (isBefore(one.place, other.place) ? -1 : 1));
  return { placed, until };
}

/**
 * A page of a list: the cases after a place, each part of the order before the next. What was found is held against the
 * records; those that may not be shown are left out and make room for others. `onDiffers` is told how many were found
 * by what their records do not say.
 */
export async function pageOfWalks<Row>(
  walker: Walker<Row>,
  question: ListQuestion,
  after: ListPlace | undefined,
  limit: number,
  onDiffers?: (cases: number) => void,
): Promise<readonly CaseFigures[]> {
  const { order = newestFirst } = question;
  const shown: CaseFigures[] = [];
  let differing = 0;
  for (const part of [0, 1] as const) {
    const walks = walksOf(question).filter((walk) => walk.part === part);
    let from = after?.part === part ? after : undefined;
    let isMore = walks.length > 0 && part >= (after?.part ?? 0);
    while (isMore && shown.length < limit) {
      const { placed, until } = await together(walker, order, walks, from, limit);
      for (let at = 0; at < placed.length && shown.length < limit; ) {
        const next = placed.slice(at, at + limit - shown.length);
        at += next.length;
        for (const { record, isAsItIs } of await walker.read(next.map(({ row }) => row))) {
          const isIts = record !== undefined && mayBeListed(question, record);
          if (!isIts || !isAsItIs) differing += 1;
          if (isIts) shown.push(parsed(caseFiguresSchema, record));
        }
      }
      // A place that does not lie further on was changed behind the store: no list goes round in a circle.
      isMore = until !== undefined && (from === undefined || isPlacedBefore(order, from, until));
      from = until;
    }
  }
  if (differing > 0) onDiffers?.(differing);
  return shown;
}
