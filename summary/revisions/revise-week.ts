import type { WeekFigureQueries, DepartedCase } from '../../core/ports/case-store.ts';
import { StoreError } from '../../core/ports/store-error.ts';
import { addDays, type Day, toDay, firstDayOfWeek, type Week } from '../../core/model/calendar.ts';
import type { HandledBy } from '../../core/model/handled-by.ts';
import { type WeekCountDependencies, countWeekFromCases } from '../figures/count-closed-weeks.ts';
import {
  FiguresError,
  parseWeekFigures,
  type WeekFigures,
  asWeekFiguresV2,
  type WeekFiguresV2,
} from '../figures/week-figures.ts';
import type { Figure } from '../figures/figure-definitions.ts';
import { allFigures } from '../figures/figure-lookup.ts';
import { findFigureDifferences } from './week-differences.ts';
import { findLastCountedDay, readRevisions } from './revision-tables.ts';

export type ReviseDependencies = Pick<
  WeekCountDependencies,
  'queries' | 'weeks' | 'clock' | 'timeZone' | 'isClockTrusted'
>;

/**
 * `amended`: the new count is stored beside the first; otherwise nothing was written. `notFrozen`: the week was never
 * counted; `same`: nothing differs from the last count; `today`: it was counted today or on a day still to come;
 * `notNow`: the clock is in doubt; `notSafe`: a count would fall, or a case was erased or went to others since, and the
 * difference could tell which. The answer does not say which of these it is.
 */
export type ReviseOutcome =
  | { readonly kind: 'amended'; readonly count: number; readonly countedOn: Day }
  | { readonly kind: 'notFrozen' | 'same' | 'today' | 'notNow' | 'notSafe' };

// No row of these tables falls while every case stays. Urgency is not among them: someone can add later that there is a
// risk now.
const monotonicTables: ReadonlySet<string> = new Set([
  'received',
  'kind',
  'mode',
  'route',
  'language',
  'open',
  'notTriaged',
  'cameBack',
  'repeatSubjects',
]);
const isMonotonic = ({ id, table }: Figure): boolean => monotonicTables.has(table) || id.endsWith('.cases');

const hasDecreased = (before: WeekFigures, now: WeekFiguresV2): boolean =>
  allFigures.some(
    (figure) => figure.of !== 'days' && isMonotonic(figure) && (figure.count(now) ?? 0) < (figure.count(before) ?? 0),
  );

/**
 * An erased case is missing from the days on which it was open; one that went to the reserve from all its days. An
 * unreadable case can be any.
 */
function mayAffectWeek(week: Week, { how, receivedOn, closedOn }: DepartedCase): boolean {
  if (receivedOn === undefined) return true;
  if (receivedOn > addDays(firstDayOfWeek(week), 6)) return false;
  return how === 'movedToReserve' || closedOn === undefined || closedOn >= firstDayOfWeek(week);
}

async function hasRemovedCases(
  queries: WeekFigureQueries,
  week: Week,
  handledBy: HandledBy,
  countedOn: Day,
): Promise<boolean> {
  const since = addDays(countedOn, -1);
  const [cases, left] = await Promise.all([
    queries.listWeekCases(week, handledBy),
    queries.listDepartedCases(since, handledBy),
  ]);
  return (
    cases.some(({ erasedOn }) => erasedOn !== undefined && erasedOn >= since) ||
    left.some((one) => mayAffectWeek(week, one))
  );
}

/** An erased case leaves the overdue referrals without a trace, and so does a referred one: a fall could be either. */
function withFirstOverdue(counted: WeekFiguresV2, before: readonly WeekFigures[]): WeekFiguresV2 {
  const first = before.map(asWeekFiguresV2).find((week) => week !== undefined);
  return first ? { ...counted, referral: { ...counted.referral, overdue: first.referral.overdue } } : counted;
}

/** Servers that count at once take turns: this many others can be faster. */
const maxTries = 12;

/**
 * Counts a frozen week again, by the target and rule of its first count, and stores that beside it. Only the handlers
 * of these cases may see it. Throws StoreError, and FiguresError if an earlier count is unreadable: no one knows then
 * what it told.
 */
export async function reviseWeek(deps: ReviseDependencies, week: Week, handledBy: HandledBy): Promise<ReviseOutcome> {
  const { queries, weeks } = deps;
  for (let tried = 0; tried < maxTries; tried += 1) {
    const stored = await weeks.read(week, handledBy);
    if (stored === undefined) return { kind: 'notFrozen' };
    if (deps.isClockTrusted?.() === false) return { kind: 'notNow' };
    const first = parseWeekFigures(stored.figures);
    const [later] = await readRevisions(weeks, { from: week, to: week, handledBy });
    if (later?.hasUnreadable) throw new FiguresError('damaged');
    const all: readonly WeekFigures[] = [first, ...(later?.revisions ?? []).map((each) => each.figures)];
    const countedOn = toDay(deps.clock(), deps.timeZone);
    const last = all.at(-1) ?? first;
    if ((findLastCountedDay(all) ?? countedOn) >= countedOn) return { kind: 'today' };
    const { acknowledgement, rule } = first;
    const limitDays = acknowledgement.target === 'days' ? acknowledgement.days : undefined;
    const counted = await countWeekFromCases({ queries, limitDays, rule }, { week, handledBy, countedOn });
    const now = withFirstOverdue(counted, all);
    // After the count, so that a case that goes during it is seen.
    if (await hasRemovedCases(queries, week, handledBy, first.countedOn)) return { kind: 'notSafe' };
    if (all.some((before) => hasDecreased(before, now))) return { kind: 'notSafe' };
    if (last.v === now.v && findFigureDifferences(last, now).length === 0) return { kind: 'same' };
    const number = all.length;
    if ((await weeks.addRevision({ week, handledBy, number, figures: JSON.stringify(now) })) === 'added') {
      return { kind: 'amended', count: number + 1, countedOn };
    }
  }
  throw new StoreError('busy');
}
