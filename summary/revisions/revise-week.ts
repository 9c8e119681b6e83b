import type { CaseQueries, LeftCase } from '../../core/ports/case-store.ts';
import { StoreError } from '../../core/ports/store-error.ts';
import { addDays, type Day, dayOf, mondayOf, type Week } from '../../core/model/calendar.ts';
import type { HandledBy } from '../../core/model/urgency.ts';
import { type CountDependencies, countFromCases } from '../figures/closed-weeks.ts';
import { FiguresError, readFigures, type WeekFigures, wholeWeek, type WholeWeek } from '../figures/week-figures.ts';
import type { Figure } from '../figures/figure-definitions.ts';
import { figures } from '../figures/figure-lookup.ts';
import { differencesOf } from './recount.ts';
import { lastCountedOn, readAmendments } from './revised-tables.ts';

export type AmendDependencies = Pick<CountDependencies, 'queries' | 'weeks' | 'clock' | 'timeZone' | 'isClockTrusted'>;

/**
 * `amended`: the week was counted again, and the new count is kept beside the first. In all other cases nothing was
 * written. `notFrozen`: the week was never counted; `same`: nothing differs from the last count; `today`: it was
 * counted today or on a day still to come; `notNow`: the clock is in doubt; `notSafe`: a count would fall, or a case
 * was erased or went to others since, and the difference could tell which. The answer does not say which of these it
 * is.
 */
export type AmendOutcome =
  | { readonly kind: 'amended'; readonly count: number; readonly countedOn: Day }
  | { readonly kind: 'notFrozen' | 'same' | 'today' | 'notNow' | 'notSafe' };

// No row of these tables falls while every case stays. Urgency is not among them: someone can add later that there is a
// risk now.
const neverLess: ReadonlySet<string> = new Set([
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
const isNeverLess = ({ id, table }: Figure): boolean => neverLess.has(table) || id.endsWith('.cases');

const isLess = (before: WeekFigures, now: WholeWeek): boolean =>
  figures.some(
    (figure) => figure.of !== 'days' && isNeverLess(figure) && (figure.count(now) ?? 0) < (figure.count(before) ?? 0),
  );

/**
 * An erased case leaves the days on which it was open; one that went to the reserve takes all of them along. A case
 * that cannot be read can be any.
 */
function canBeOf(week: Week, { how, receivedOn, closedOn }: LeftCase): boolean {
  if (receivedOn === undefined) return true;
  if (receivedOn > addDays(mondayOf(week), 6)) return false;
  return how === 'movedToReserve' || closedOn === undefined || closedOn >= mondayOf(week);
}

async function hasLeft(queries: CaseQueries, week: Week, handledBy: HandledBy, countedOn: Day): Promise<boolean> {
  const since = addDays(countedOn, -1);
  const [cases, left] = await Promise.all([queries.ofWeek(week, handledBy), queries.leftSince(since, handledBy)]);
  return (
    cases.some(({ erasedOn }) => erasedOn !== undefined && erasedOn >= since) || left.some((one) => canBeOf(week, one))
  );
}

/**
 * An erased case leaves the overdue referrals without a trace, and so does one that was referred: a fall could be
 * either.
 */
function withFirstOverdue(counted: WholeWeek, before: readonly WeekFigures[]): WholeWeek {
  const first = before.map(wholeWeek).find((week) => week !== undefined);
  return first ? { ...counted, referral: { ...counted.referral, overdue: first.referral.overdue } } : counted;
}

/** Servers that count at once take turns: this many others can be faster. */
const mostTries = 12;

/**
 * Counts a frozen week again, by the target and the rule of its first count, and keeps that beside it. Only the
 * handlers of these cases may be shown it. Throws StoreError, and FiguresError if an earlier count cannot be read: no
 * one knows then what it told.
 */
export async function amendWeek(deps: AmendDependencies, week: Week, handledBy: HandledBy): Promise<AmendOutcome> {
  const { queries, weeks } = deps;
  for (let tried = 0; tried < mostTries; tried += 1) {
    const standing = await weeks.read(week, handledBy);
    if (standing === undefined) return { kind: 'notFrozen' };
    if (deps.isClockTrusted?.() === false) return { kind: 'notNow' };
    const first = readFigures(standing.figures);
    const [later] = await readAmendments(weeks, { from: week, to: week, handledBy });
    if (later?.hasUnread) throw new FiguresError('damaged');
    const all: readonly WeekFigures[] = [first, ...(later?.counts ?? []).map((each) => each.figures)];
    const countedOn = dayOf(deps.clock(), deps.timeZone);
    const last = all.at(-1) ?? first;
    if ((lastCountedOn(all) ?? countedOn) >= countedOn) return { kind: 'today' };
    const { acknowledgement, rule } = first;
    const limitDays = acknowledgement.target === 'days' ? acknowledgement.days : undefined;
    const counted = await countFromCases({ queries, limitDays, rule }, { week, handledBy, countedOn });
    const now = withFirstOverdue(counted, all);
    // Asked after the count, so that a case that goes during it is seen.
    if (await hasLeft(queries, week, handledBy, first.countedOn)) return { kind: 'notSafe' };
    if (all.some((before) => isLess(before, now))) return { kind: 'notSafe' };
    if (last.v === now.v && differencesOf(last, now).length === 0) return { kind: 'same' };
    const number = all.length;
    if ((await weeks.amend({ week, handledBy, number, figures: JSON.stringify(now) })) === 'added') {
      return { kind: 'amended', count: number + 1, countedOn };
    }
  }
  throw new StoreError('busy');
}
