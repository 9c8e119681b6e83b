import type { IssueLedger } from '../../core/ports/store.ts';
import { StoreError } from '../../core/ports/store-error.ts';
import { addDays, type Clock, type Day, dayOf, mondayOf, type Week } from '../../core/model/calendar.ts';
import { type CountDependencies, type CountOutcome, countWeek, lastClosedWeek } from '../figures/closed-weeks.ts';
import {
  type DisclosureRule,
  FiguresError,
  readFigures,
  unlessDamaged,
  type WeekFigures,
  wholeWeek,
} from '../figures/week-figures.ts';
import { type Period, periodText, weeksOf, weeksUpTo } from '../figures/periods.ts';
import { trendWeeks } from '../figures/trend.ts';
import {
  childrenOf,
  nearestTo,
  periodOf,
  type Stretch,
  stretchBefore,
  stretchName,
  stretchOf,
  stretchWith,
  wholeOf,
} from './period-hierarchy.ts';
import { type Issued, nextIssue, readIssues, type Standing, type Told } from './publication-record.ts';
import { expectCounted, tell } from './release-decision.ts';
import type { IssuedCount } from './suppression.ts';

export interface WiderDependencies {
  readonly issues: IssueLedger;
  readonly count: (week: Week) => Promise<CountOutcome>;
  /** As `count`, but `undefined` for a week that was not counted. */
  readonly standing: (week: Week) => Promise<WeekFigures | undefined>;
  readonly clock: Clock;
  readonly timeZone: string;
}

/** The dependencies of issuing, from those of counting: only the unit's cases, nothing of the reserve's. */
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

/**
 * `notSafe`: beside what was issued of other weeks it would tell more of hidden counts; `nearest` are the periods that
 * can be issued, the nearest first. `notClosed`: it can be asked for an hour into the day `closesOn`. `notNow`: the
 * clock is in doubt, and nothing was counted.
 */
export type WiderOutcome =
  | WiderSummary
  | { readonly kind: 'notSafe'; readonly nearest: readonly Period[] }
  | { readonly kind: 'notClosed'; readonly week: Week; readonly closesOn: Day; readonly nearest: readonly Period[] }
  | { readonly kind: 'notNow' };

/** Servers that issue at once take turns: this many others can be faster. */
const mostTries = 12;
type Counts = ReadonlyMap<Week, WeekFigures>;

/**
 * `undefined` if the clock is in doubt. A week that cannot be read is left out: it keeps its own periods from being
 * issued, and no others.
 */
async function countAll(deps: WiderDependencies, stretches: readonly Stretch[]): Promise<Counts | undefined> {
  const weeks = [...new Set(stretches.flatMap((one) => weeksOf(periodOf(one))))];
  const counted = new Map<Week, WeekFigures>();
  for (let done = 0; done < weeks.length; done += trendWeeks) {
    const some = weeks.slice(done, done + trendWeeks).map((week) => unlessDamaged(deps.count(week)));
    for (const outcome of await Promise.all(some)) {
      if (outcome === undefined) continue;
      if (outcome.kind !== 'counted') return undefined;
      counted.set(outcome.figures.week, outcome.figures);
    }
  }
  return counted;
}

/**
 * Weeks frozen by a version without a ledger may have been issued in blocks that cross these, and no one kept it: each
 * is issued by itself only.
 */
const canBeIssued = (stretch: Stretch, weeks: readonly (WeekFigures | undefined)[]): boolean =>
  stretch.level === 'week' || weeks.every((week) => week === undefined || wholeWeek(week) !== undefined);

async function canStand(deps: WiderDependencies, stretch: Stretch): Promise<boolean> {
  const weeks = await unlessDamaged(Promise.all(weeksOf(periodOf(stretch)).map(deps.standing)));
  return weeks !== undefined && canBeIssued(stretch, weeks);
}

async function nearest(deps: WiderDependencies, period: Period, last: Week): Promise<readonly Period[]> {
  const all = nearestTo(period, last);
  const can = await Promise.all(all.map((stretch) => canStand(deps, stretch)));
  return all.filter((_, place) => can[place]).map(periodOf);
}

function missingOf(issued: Issued, stretches: readonly Stretch[], counted: Counts): readonly Told[] {
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

interface Answer {
  readonly summary: WiderSummary;
  /** Whether nothing is missing that could be issued beside it: the weeks of the trend, and the period before. */
  readonly isAll: boolean;
}

async function answerOf(deps: WiderDependencies, stretch: Stretch, issued: Issued): Promise<Answer | undefined> {
  const standing = (one: Stretch) => issued.standing.get(stretchName(one));
  const stands = standing(stretch);
  if (!stands) return undefined;
  const before = standing(stretchBefore(stretch));
  const weeks = trendOf(stretch);
  const trend = weeks.flatMap((week) => standing(week) ?? []);
  const isAll =
    trend.length === weeks.length && (before !== undefined || !(await canStand(deps, stretchBefore(stretch))));
  return { summary: summaryOf({ stretch, stands, before, trend }), isAll };
}

const trendOf = ({ to }: Stretch): readonly Stretch[] =>
  weeksUpTo(to, trendWeeks).map((week) => stretchWith(week, 'week'));

/**
 * Tells wider readers of a period that is over, and nothing that they may not know. It is issued at the first request
 * and stays the same word for word, whatever is counted anew; two requests at once are told the same. Throws
 * StoreError, and FiguresError: `damaged` if frozen figures or what was issued cannot be read, so that nothing new is
 * issued (a damaged week of the trend is only left out); `differs` if weeks were counted anew behind what was issued of
 * them.
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
  for (let tried = 0; tried < mostTries; tried += 1) {
    const issued = readIssues(await deps.issues.all());
    const answer = await answerOf(deps, stretch, issued);
    // No one knows what an unreadable issue told: only what is known to have been told is told again.
    if (answer && (answer.isAll || !issued.isWhole)) return answer.summary;
    if (!issued.isWhole) throw new FiguresError('damaged');
    const beside = [...trendOf(stretch), stretchBefore(stretch)].filter(
      (one) => !issued.standing.has(stretchName(one)),
    );
    const asked: readonly Stretch[] = [...beside, stretch];
    const counted = await countAll(deps, asked);
    if (!counted) return { kind: 'notNow' };
    const figuresOf = (one: Stretch) => weeksOf(periodOf(one)).map((week) => counted.get(week));
    if (figuresOf(stretch).includes(undefined)) throw new FiguresError('damaged');
    const can = asked.filter((one) => !figuresOf(one).includes(undefined) && canBeIssued(one, figuresOf(one)));
    if (!can.includes(stretch)) return { kind: 'notSafe', nearest: await nearest(deps, period, last) };
    const missing = missingOf(issued, can, counted);
    if (answer && missing.length === 0) return answer.summary;
    const said = { period: periodText(period), issuedOn: dayOf(now, deps.timeZone) };
    await deps.issues.add(nextIssue(issued, { ...said, told: missing }));
  }
  throw new StoreError('busy');
}

export interface WiderCount {
  readonly shown?: number;
  readonly within?: number;
}

export interface WiderTable {
  readonly id: 'received' | 'kind' | 'outcome';
  readonly total: WiderCount;
  /** In an order that never depends on the counts. */
  readonly parts: readonly (WiderCount & { readonly id: string })[];
}

export interface WiderWeek {
  readonly week: Week;
  readonly limit: Told['limit'];
  readonly received: WiderCount;
  readonly inTime?: WiderCount;
}

/** A period as wider readers are told of it: the same for ever once it was told. */
export interface WiderSummary {
  readonly kind: 'issued';
  readonly period: Period;
  readonly level: Stretch['level'];
  readonly weeks: readonly Week[];
  readonly asAt: Day;
  readonly issuedOn: Day;
  readonly number: number;
  readonly rule: DisclosureRule;
  readonly limit: Told['limit'];
  /** Whether nothing was received, and that can be said. */
  readonly quiet: boolean;
  readonly tables: readonly WiderTable[];
  readonly change?: { readonly before: Period; readonly received: number };
  readonly trend: readonly WiderWeek[];
}

interface AllStanding {
  readonly stretch: Stretch;
  readonly stands: Standing;
  readonly before: Standing | undefined;
  readonly trend: readonly Standing[];
}

function countOf({ shown, band }: IssuedCount): WiderCount {
  if (shown === undefined) return {};
  const within = Math.max(shown - band.low, band.high - shown);
  return within === 0 ? { shown } : { shown, within };
}

function tablesOf({ received, inTime, kind, closed, outcome }: Told): readonly WiderTable[] {
  const named = (parts: readonly (IssuedCount & { readonly id: string })[]) =>
    parts.map((part) => ({ id: part.id, ...countOf(part) }));
  const total = countOf(received);
  return [
    { id: 'received', total, parts: inTime ? [{ id: 'inTime', ...countOf(inTime) }] : [] },
    ...(kind ? [{ id: 'kind', total, parts: named(kind) } as const] : []),
    ...(closed && outcome ? [{ id: 'outcome', total: countOf(closed), parts: named(outcome) } as const] : []),
  ];
}

const weekOf = ({ told: { from, limit, received, inTime } }: Standing): WiderWeek => ({
  week: from,
  limit,
  received: countOf(received),
  ...(inTime && { inTime: countOf(inTime) }),
});

/** A summary of what was issued: of each stretch what was told first, and nothing else. */
export function summaryOf({ stretch, stands, before, trend }: AllStanding): WiderSummary {
  const { told, number, issuedOn } = stands;
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
    tables: tablesOf(told),
    ...(is !== undefined &&
      was !== undefined && { change: { before: periodOf(stretchBefore(stretch)), received: is - was } }),
    trend: trend.map(weekOf),
  };
}
