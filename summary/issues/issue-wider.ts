import type { IssueLedger } from '../../concerns/ports/issue-ledger.ts';
import { StoreError } from '../../concerns/ports/store-error.ts';
import { addDays, type Day, dayOf, mondayOf, type Week } from '../../concerns/terms/calendar.ts';
import type { Clock } from '../../concerns/terms/clock.ts';
import { type CountDependencies, type CountOutcome, countWeek, lastClosedWeek } from '../closed-weeks.ts';
import { FiguresError } from '../figures-error.ts';
import { type Period, periodText, weeksOf } from '../periods.ts';
import { type DisclosureRule, readFigures, type WeekFigures, wholeWeek } from '../week-figures.ts';
import {
  childrenOf,
  nearestTo,
  periodOf,
  type Stretch,
  stretchBefore,
  stretchName,
  stretchOf,
  wholeOf,
} from './hierarchy.ts';
import { type Issued, nextIssue, readIssues, type Standing, type Told } from './issue-record.ts';
import { expectCounted, tell } from './tell.ts';
import { widerTables, type WiderTable } from './wider-table.ts';

export interface WiderDependencies {
  readonly issues: IssueLedger;
  /** The figures of a week of the unit that is over, as they were first counted; counts it where nobody has. */
  readonly count: (week: Week) => Promise<CountOutcome>;
  /** The same of a week that was counted, `undefined` of one that was not. */
  readonly standing: (week: Week) => Promise<WeekFigures | undefined>;
  readonly clock: Clock;
  readonly timeZone: string;
}

/** The dependencies of issuing, from those of counting. */
export const widerDependencies = (deps: CountDependencies & { readonly issues: IssueLedger }): WiderDependencies => ({
  issues: deps.issues,
  count: (week) => countWeek(deps, week, 'acu'),
  standing: async (week) => {
    const kept = await deps.weeks.read(week, 'acu');
    return kept && readFigures(kept.figures);
  },
  clock: deps.clock,
  timeZone: deps.timeZone,
});

/** A period as wider readers are told of it: the same for ever once it was told. */
export interface WiderSummary {
  readonly kind: 'issued';
  /** The period by its own name: a range that is a quarter is that quarter. A block is a range. */
  readonly period: Period;
  readonly level: Stretch['level'];
  readonly weeks: readonly Week[];
  /** The last day on which one of the weeks was counted. */
  readonly asAt: Day;
  readonly issuedOn: Day;
  /** The number of the issue in which it was first told. */
  readonly number: number;
  readonly rule: DisclosureRule;
  /** Days within which a report was to be acknowledged; `none` where there was no such limit, `unlike` where weeks differ. */
  readonly limit: Told['limit'];
  /** Whether nothing was received, and that can be said. */
  readonly quiet: boolean;
  readonly tables: readonly WiderTable[];
  /** Received against the period before, from what is shown of both; missing where one is hidden or cannot be issued. */
  readonly change?: { readonly before: Period; readonly received: number };
}

/**
 * `notSafe`: what was issued of other weeks would tell more of hidden counts beside it; `nearest` are the periods that can
 * be issued, the one first that differs least. `notClosed`: the period is not over; it can be asked for an hour into the
 * day `closesOn`. `notNow`: the clock is in doubt, and nothing was counted.
 */
export type WiderOutcome =
  | WiderSummary
  | { readonly kind: 'notSafe'; readonly nearest: readonly Period[] }
  | { readonly kind: 'notClosed'; readonly week: Week; readonly closesOn: Day; readonly nearest: readonly Period[] }
  | { readonly kind: 'notNow' };

type Counted =
  | { readonly kind: 'counted'; readonly weeks: ReadonlyMap<Week, WeekFigures> }
  | { readonly kind: 'notNow' };

/** Servers that issue at once take turns: so many others can be faster. */
const mostTries = 12;
/** Weeks that are asked for at once. */
const together = 13;

async function countAll(deps: WiderDependencies, weeks: readonly Week[]): Promise<Counted> {
  const counted = new Map<Week, WeekFigures>();
  for (let done = 0; done < weeks.length; done += together) {
    const some = weeks.slice(done, done + together);
    const outcomes = await Promise.all(some.map(deps.count));
    for (const outcome of outcomes) {
      if (outcome.kind !== 'counted') return { kind: 'notNow' };
      counted.set(outcome.figures.week, outcome.figures);
    }
  }
  return { kind: 'counted', weeks: counted };
}

/**
 * Whether a stretch can be issued beside all that ever was. Weeks that were frozen by a version without a ledger may
 * have been issued in blocks that cross these, and nobody kept it: each is issued by itself, and with no other week.
 */
const canBeIssued = (stretch: Stretch, weeks: readonly (WeekFigures | undefined)[]): boolean =>
  stretch.level === 'week' || weeks.every((week) => week === undefined || wholeWeek(week) !== undefined);

const standingWeeks = (deps: WiderDependencies, stretch: Stretch): Promise<readonly (WeekFigures | undefined)[]> =>
  Promise.all(weeksOf(periodOf(stretch)).map(deps.standing));

/** The periods that can be issued instead. */
async function nearest(deps: WiderDependencies, period: Period, last: Week): Promise<readonly Period[]> {
  const all = nearestTo(period, last);
  const can = await Promise.all(all.map(async (stretch) => canBeIssued(stretch, await standingWeeks(deps, stretch))));
  return all.filter((_, place) => can[place]).map(periodOf);
}

/** The stretches, and all that they are made of, as far as they were not told yet: each after its parts. */
function missingOf(
  issued: Issued,
  stretches: readonly Stretch[],
  counted: ReadonlyMap<Week, WeekFigures>,
): readonly Told[] {
  const told = new Map<string, Told>();
  const missing: Told[] = [];
  for (const stretch of stretches.flatMap(wholeOf)) {
    const name = stretchName(stretch);
    if (told.has(name)) continue;
    const weeks = weeksOf(periodOf(stretch)).flatMap((week) => counted.get(week) ?? []);
    const stands = issued.standing.get(name)?.told;
    if (stands) expectCounted(stands, weeks);
    const children = childrenOf(stretch).flatMap((child) => told.get(stretchName(child)) ?? []);
    const one = stands ?? tell(stretch, children, weeks);
    if (!stands) missing.push(one);
    told.set(name, one);
  }
  return missing;
}

function summaryOf(stretch: Stretch, { told, number, issuedOn }: Standing, before: Standing | undefined): WiderSummary {
  const was = before?.told.received.shown;
  const is = told.received.shown;
  return {
    kind: 'issued',
    period: periodOf(stretch),
    level: stretch.level,
    weeks: weeksOf(periodOf(stretch)),
    asAt: told.asAt,
    issuedOn,
    number,
    rule: { smallCount: told.smallCount, hideZero: told.hideZero },
    limit: told.limit,
    quiet: is === 0,
    tables: widerTables(told),
    ...(is !== undefined &&
      was !== undefined && { change: { before: periodOf(stretchBefore(stretch)), received: is - was } }),
  };
}

/**
 * Tells wider readers of a period that is over, and nothing of what they may not know: issued the first time that
 * somebody asks, and word for word the same for ever after, whatever is counted anew; two who ask at once are told the
 * same. Throws StoreError, and FiguresError: `damaged` where frozen figures, or what was issued, cannot be read, so that
 * nothing new is issued; `differs` where weeks were counted anew behind what was issued of them.
 */
export async function issueWider(deps: WiderDependencies, period: Period): Promise<WiderOutcome> {
  const now = deps.clock();
  const last = lastClosedWeek(now, deps.timeZone);
  const stretch = stretchOf(period);
  if (!stretch) return { kind: 'notSafe', nearest: await nearest(deps, period, last) };
  if (stretch.to > last) {
    const closesOn = addDays(mondayOf(stretch.to), 7);
    return { kind: 'notClosed', week: stretch.to, closesOn, nearest: await nearest(deps, period, last) };
  }
  const before = stretchBefore(stretch);
  for (let tried = 0; tried < mostTries; tried += 1) {
    const issued = readIssues(await deps.issues.all());
    const stands = issued.standing.get(stretchName(stretch));
    const stood = issued.standing.get(stretchName(before));
    if (stands && (stood || !issued.isWhole || !canBeIssued(before, await standingWeeks(deps, before)))) {
      return summaryOf(stretch, stands, stood);
    }
    if (!issued.isWhole) throw new FiguresError('damaged');
    const asked: readonly Stretch[] = [before, stretch].filter((one) => !issued.standing.has(stretchName(one)));
    const counted = await countAll(
      deps,
      asked.flatMap((one) => weeksOf(periodOf(one))),
    );
    if (counted.kind !== 'counted') return counted;
    const can: readonly Stretch[] = asked.filter((one) =>
      canBeIssued(
        one,
        weeksOf(periodOf(one)).map((week) => counted.weeks.get(week)),
      ),
    );
    if (!stands && !can.includes(stretch)) return { kind: 'notSafe', nearest: await nearest(deps, period, last) };
    const said = { period: periodText(period), issuedOn: dayOf(now, deps.timeZone) };
    await deps.issues.add(nextIssue(issued, { ...said, told: missingOf(issued, can, counted.weeks) }));
  }
  throw new StoreError('busy');
}
