import type { z } from 'zod';
import { type CaseFilter, everybody, type ListQuestion } from '../core/ports/case-store.ts';
import { type CaseFigures, caseFiguresSchema, caseRecordSchema, type CaseStatus } from '../core/model/case-record.ts';
import { deadlineSince, type ListedDeadline, listedDeadlines, referralOrTaskDue } from '../core/model/deadlines.ts';
import { isPlacedBefore, type ListOrder, type ListPlace, newestFirst } from '../core/model/list-order.ts';
import { addDays, type Day, parseDay } from '../core/model/calendar.ts';
import { canonicalJson } from '../core/model/digests.ts';
import type { Urgency } from '../core/model/urgency.ts';
import { parsed } from './record-codec.ts';

export type WalkPlace = Pick<ListPlace, 'day' | 'caseId'>;

export interface Found<Row> extends WalkPlace {
  readonly clocks: ListedFields;
  readonly row: Row;
}

interface ReadCase {
  readonly record: ListedRecord | undefined;
  readonly isAsItIs: boolean;
}

export interface Stretch<Row> {
  readonly found: readonly Found<Row>[];
  readonly until: WalkPlace | undefined;
}

export const stretchOf = <Row>(found: readonly Found<Row>[], limit: number): Stretch<Row> => ({
  found,
  until: found.length < limit ? undefined : found.at(-1),
});

export interface Walker<Row> {
  find(walk: Walk, after: WalkPlace | undefined, limit: number): Promise<Stretch<Row>>;
  read(rows: readonly Row[]): Promise<readonly ReadCase[]>;
}

function later(day: string, days: number): string {
  const its = days === 0 ? undefined : parseDay(day);
  return its === undefined ? day : addDays(its, days);
}

/** A case with two deadlines is found twice, and listed only at the first. */
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

interface UnderWay<Row> {
  readonly walk: Walk;
  readonly placed: readonly Placed<Row>[];
  readonly until: ListPlace | undefined;
}

async function further<Row>(
  walker: Walker<Row>,
  order: ListOrder,
  walk: Walk,
  after: ListPlace | undefined,
  limit: number,
): Promise<UnderWay<Row>> {
  const { part, days } = walk;
  const placeOf = ({ day, caseId }: WalkPlace): ListPlace => ({ part, day: later(day, days), caseId });
  const from = after && { day: later(after.day, -days), caseId: after.caseId };
  const { found, until } = await walker.find(walk, from, limit);
  const reached = until && placeOf(until);
  return {
    walk,
    placed: found
      .filter((each) => isFirstDue(order, walk, each))
      .map((each) => ({ place: placeOf(each), row: each.row })),
    until: reached && after && !isPlacedBefore(order, after, reached) ? undefined : reached,
  };
}

async function* together<Row>(
  walker: Walker<Row>,
  order: ListOrder,
  walks: readonly Walk[],
  after: ListPlace | undefined,
  limit: number,
): AsyncGenerator<readonly Placed<Row>[]> {
  const isBefore = (one: ListPlace, other: ListPlace): boolean => isPlacedBefore(order, one, other);
  let underWay = await Promise.all(walks.map((walk) => further(walker, order, walk, after, limit)));
  for (;;) {
    const ends = underWay.flatMap(({ until }) => until ?? []);
    const until = ends.toSorted((one, other) => (isBefore(one, other) ? -1 : 1)).at(0);
    const isNext = ({ place }: Placed<Row>): boolean => until === undefined || !isBefore(until, place);
    const placed = underWay.flatMap((each) => each.placed).filter(isNext);
    yield placed.toSorted((one, other) => (isBefore(one.place, other.place) ? -1 : 1));
    if (until === undefined) return;
    underWay = await Promise.all(
      underWay.map(async (each) => {
        const left = each.placed.filter((one) => !isNext(one));
        const isAtEnd = each.until !== undefined && !isBefore(until, each.until);
        return isAtEnd ? further(walker, order, each.walk, until, limit) : { ...each, placed: left };
      }),
    );
  }
}

/**
 * A page of a list. Each case is checked against its record; one that may not be shown makes room for another.
 * `onDiffers` is told how many index rows disagree with their records.
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
    if (walks.length === 0 || part < (after?.part ?? 0) || shown.length >= limit) continue;
    const from = after?.part === part ? after : undefined;
    for await (const placed of together(walker, order, walks, from, limit)) {
      for (let at = 0; at < placed.length && shown.length < limit; ) {
        const next = placed.slice(at, at + limit - shown.length);
        at += next.length;
        for (const { record, isAsItIs } of await walker.read(next.map(({ row }) => row))) {
          const isIts = record !== undefined && mayBeListed(question, record);
          if (!isIts || !isAsItIs) differing += 1;
          if (isIts) shown.push(parsed(caseFiguresSchema, record));
        }
      }
      if (shown.length >= limit) break;
    }
  }
  if (differing > 0) onDiffers?.(differing);
  return shown;
}

type Clock = Exclude<ListedDeadline, 'referral'>;
type DueFirst = Extract<ListOrder, { readonly by: 'dueFirst' }>;

export type Over =
  | {
      readonly by: 'received';
      readonly urgency?: Urgency;
      readonly isClosed?: true;
      readonly without?: readonly ListedDeadline[];
    }
  | { readonly by: 'clock'; readonly clock: Clock }
  | { readonly by: 'referral' };

interface Walk {
  readonly part: ListPlace['part'];
  readonly over: Over;
  readonly days: number;
}

const clockOf: Readonly<Record<CaseStatus, Clock>> = {
  received: 'acknowledge',
  acknowledged: 'triage',
  triaged: 'update',
  inProgress: 'update',
  awaitingReporter: 'update',
  reopened: 'update',
  closed: 'detriment',
};
const openClocks = ['acknowledge', 'triage', 'update'] as const;
export const clocks = [...openClocks, 'detriment'] as const;

function clocksOf(status: ListQuestion['status']): readonly Clock[] {
  if (status === undefined) return clocks;
  return status === 'open' ? openClocks : [clockOf[status]];
}

const limitOf = ({ timeLimits }: DueFirst, clock: Clock): number | undefined =>
  clock === 'detriment' ? 0 : timeLimits[clock];

function dueFirst({ status, due }: ListQuestion, order: DueFirst): readonly Walk[] {
  const limited = listedDeadlines.filter(
    (deadline) => deadline === 'referral' || limitOf(order, deadline) !== undefined,
  );
  const walked = clocksOf(status).flatMap((clock): Walk | [] => {
    const days = limitOf(order, clock);
    return days === undefined ? [] : { part: 0, over: { by: 'clock', clock }, days };
  });
  const allRun =
    due === undefined
      ? status !== undefined && status !== 'closed' && walked.length === clocksOf(status).length
      : listedDeadlines.every((deadline) => due[deadline] === undefined || limited.includes(deadline));
  return [
    ...walked,
    { part: 0, over: { by: 'referral' }, days: 0 },
    ...(allRun ? [] : [{ part: 1, over: { by: 'received', without: limited }, days: 0 } as const]),
  ];
}

function unansweredFirst({ status }: ListQuestion): readonly Walk[] {
  const walked = clocksOf(status).filter((clock) => clock !== 'detriment');
  return [
    ...walked.map((clock): Walk => ({ part: 0, over: { by: 'clock', clock }, days: 0 })),
    ...(status === undefined || status === 'closed'
      ? [{ part: 1, over: { by: 'received', isClosed: true }, days: 0 } as const]
      : []),
  ];
}

function walksOf(question: ListQuestion): readonly Walk[] {
  const { order = newestFirst, urgency } = question;
  switch (order.by) {
    case 'newest':
      return [{ part: 0, over: { by: 'received' }, days: 0 }];
    case 'urgentFirst':
      return (['urgent', 'standard'] as const)
        .map((each, part): Walk => ({ part: part === 0 ? 0 : 1, over: { by: 'received', urgency: each }, days: 0 }))
        .filter(({ over }) => urgency === undefined || (over.by === 'received' && over.urgency === urgency));
    case 'dueFirst':
      return dueFirst(question, order);
    case 'unansweredFirst':
      return unansweredFirst(question);
  }
}

interface ListedFields {
  readonly clock: Exclude<ListedDeadline, 'referral'> | undefined;
  readonly clockSince: Day | undefined;
  readonly referralDueOn: Day | undefined;
}

export function listedFields(figures: CaseFigures): ListedFields {
  const stage = deadlineSince(figures);
  return {
    clock: stage?.deadline,
    clockSince: stage?.since,
    referralDueOn: referralOrTaskDue(figures),
  };
}

export const listedRecordSchema = caseFiguresSchema.extend(
  caseRecordSchema.pick({ excluded: true, sanitised: true, erasure: true, closing: true, cardWithdrawal: true }).shape,
);
export type ListedRecord = z.infer<typeof listedRecordSchema>;

export const mayBeListed = ({ handledBy, viewer }: CaseFilter, record: ListedRecord): boolean =>
  record.handledBy === handledBy &&
  (typeof viewer === 'object'
    ? viewer.noneOf.every((person) => record.excluded.includes(person))
    : viewer === everybody
      ? record.excluded.length === 0
      : !record.excluded.includes(viewer));

export const hasFields = (
  standing: Readonly<Record<string, unknown>>,
  fields: Readonly<Record<string, unknown>>,
): boolean =>
  Object.entries(fields).every(
    ([name, value]) => canonicalJson([standing[name] ?? null]) === canonicalJson([value ?? null]),
  );
