import type { PublicationLedger } from '../../core/ports/store.ts';
import { StoreError } from '../../core/ports/store-error.ts';
import { addDays, type Clock, type Day, toDay, firstDayOfWeek, type Week } from '../../core/model/calendar.ts';
import {
  type WeekCountDependencies,
  type WeekCountOutcome,
  countWeek,
  getLastClosedWeek,
} from '../figures/count-closed-weeks.ts';
import {
  type DisclosureRule,
  FiguresError,
  parseWeekFigures,
  catchFiguresError,
  type WeekFigures,
  asWeekFiguresV2,
} from '../figures/week-figures.ts';
import { type Period, formatPeriod, getPeriodWeeks, getTrailingWeeks } from '../figures/periods.ts';
import { trendWeekCount } from '../figures/trend.ts';
import {
  getChildPeriods,
  findNearestPeriods,
  toPeriod,
  type PublicationPeriod,
  getPreviousPublicationPeriod,
  getPeriodKey,
  findPublicationPeriod,
  getPublicationPeriod,
  getPeriodWithDescendants,
} from './period-hierarchy.ts';
import {
  type PublicationHistory,
  createNextPublication,
  parsePublicationHistory,
  type CurrentPublication,
  type PublishedPeriodCounts,
} from './publication-record.ts';
import { assertCountsMatchPublication, createPublishedPeriodCounts } from './published-counts.ts';
import type { PublishedCount } from './suppression.ts';

export interface PublishDependencies {
  readonly publications: PublicationLedger;
  readonly count: (week: Week) => Promise<WeekCountOutcome>;
  /** As `count`, but `undefined` for a week that was not counted. */
  readonly readFrozen: (week: Week) => Promise<WeekFigures | undefined>;
  readonly clock: Clock;
  readonly timeZone: string;
}

/** Counts only the unit's cases, nothing of the reserve's. */
export const createPublishDependencies = (
  deps: WeekCountDependencies & { readonly publications: PublicationLedger },
): PublishDependencies => ({
  publications: deps.publications,
  count: (week) => countWeek(deps, week, 'acu'),
  readFrozen: async (week) => {
    const frozen = await deps.weeks.read(week, 'acu');
    return frozen && parseWeekFigures(frozen.figures);
  },
  clock: deps.clock,
  timeZone: deps.timeZone,
});

/**
 * `notSafe`: beside what was published of other weeks it would tell more of hidden counts; `nearest`, the nearest
 * first, can be published. `notClosed`: it can be asked for an hour into `closesOn`. `notNow`: as in `WeekCountOutcome`.
 */
export type PublishOutcome =
  | PublicSummary
  | { readonly kind: 'notSafe'; readonly nearest: readonly Period[] }
  | { readonly kind: 'notClosed'; readonly week: Week; readonly closesOn: Day; readonly nearest: readonly Period[] }
  | { readonly kind: 'notNow' };

/** Servers that publish at once take turns: this many others can be faster. */
const maxTries = 12;
type FiguresByWeek = ReadonlyMap<Week, WeekFigures>;

/** `undefined` if the clock is in doubt. An unreadable week only keeps its own periods from being published. */
async function countPeriodWeeks(
  deps: PublishDependencies,
  periods: readonly PublicationPeriod[],
): Promise<FiguresByWeek | undefined> {
  const weeks = [...new Set(periods.flatMap((one) => getPeriodWeeks(toPeriod(one))))];
  const counted = new Map<Week, WeekFigures>();
  for (let done = 0; done < weeks.length; done += trendWeekCount) {
    const some = weeks.slice(done, done + trendWeekCount).map((week) => catchFiguresError(deps.count(week)));
    for (const outcome of await Promise.all(some)) {
      if (outcome === undefined) continue;
      if (outcome.kind !== 'counted') return undefined;
      counted.set(outcome.figures.week, outcome.figures);
    }
  }
  return counted;
}

/**
 * A version without a ledger may have published weeks in unrecorded blocks that cross these: each is published alone.
 */
const isPublishable = (period: PublicationPeriod, weeks: readonly (WeekFigures | undefined)[]): boolean =>
  period.level === 'week' || weeks.every((week) => week === undefined || asWeekFiguresV2(week) !== undefined);

async function canPublish(deps: PublishDependencies, period: PublicationPeriod): Promise<boolean> {
  const weeks = await catchFiguresError(Promise.all(getPeriodWeeks(toPeriod(period)).map(deps.readFrozen)));
  return weeks !== undefined && isPublishable(period, weeks);
}

async function findPublishablePeriods(
  deps: PublishDependencies,
  period: Period,
  last: Week,
): Promise<readonly Period[]> {
  const all = findNearestPeriods(period, last);
  const can = await Promise.all(all.map((publicationPeriod) => canPublish(deps, publicationPeriod)));
  return all.filter((_, place) => can[place]).map(toPeriod);
}

function createMissingCounts(
  history: PublicationHistory,
  periods: readonly PublicationPeriod[],
  counted: FiguresByWeek,
): readonly PublishedPeriodCounts[] {
  const published = new Map<string, PublishedPeriodCounts>();
  const missing: PublishedPeriodCounts[] = [];
  for (const publicationPeriod of periods.flatMap(getPeriodWithDescendants)) {
    const name = getPeriodKey(publicationPeriod);
    if (published.has(name)) continue;
    const weeks = getPeriodWeeks(toPeriod(publicationPeriod)).flatMap((week) => counted.get(week) ?? []);
    const current = history.current.get(name)?.counts;
    if (current) assertCountsMatchPublication(current, weeks);
    const children = getChildPeriods(publicationPeriod).flatMap((child) => published.get(getPeriodKey(child)) ?? []);
    const one = current ?? createPublishedPeriodCounts(publicationPeriod, children, weeks);
    if (!current) missing.push(one);
    published.set(name, one);
  }
  return missing;
}

interface CurrentSummary {
  readonly summary: PublicSummary;
  /** Nothing is missing that could be published beside it: the trend's weeks, and the period before. */
  readonly isComplete: boolean;
}

async function readCurrentSummary(
  deps: PublishDependencies,
  publicationPeriod: PublicationPeriod,
  history: PublicationHistory,
): Promise<CurrentSummary | undefined> {
  const findCurrent = (one: PublicationPeriod) => history.current.get(getPeriodKey(one));
  const current = findCurrent(publicationPeriod);
  if (!current) return undefined;
  const before = findCurrent(getPreviousPublicationPeriod(publicationPeriod));
  const weeks = getTrendPeriods(publicationPeriod);
  const trend = weeks.flatMap((week) => findCurrent(week) ?? []);
  const isAll =
    trend.length === weeks.length &&
    (before !== undefined || !(await canPublish(deps, getPreviousPublicationPeriod(publicationPeriod))));
  return { summary: createPublicSummary({ period: publicationPeriod, current, before, trend }), isComplete: isAll };
}

const getTrendPeriods = ({ to }: PublicationPeriod): readonly PublicationPeriod[] =>
  getTrailingWeeks(to, trendWeekCount).map((week) => getPublicationPeriod(week, 'week'));

/**
 * Publishes a period that is over for wider readers, at the first request; it then stays the same word for word, also
 * after recounts. Throws StoreError, and FiguresError: `damaged` if frozen figures or publications are unreadable, so
 * that nothing new is published (a damaged week of the trend is only left out); `differs` if weeks were recounted
 * behind their publication.
 */
export async function publishSummary(deps: PublishDependencies, period: Period): Promise<PublishOutcome> {
  const now = deps.clock();
  const last = getLastClosedWeek(now, deps.timeZone);
  const publicationPeriod = findPublicationPeriod(period);
  if (!publicationPeriod) return { kind: 'notSafe', nearest: await findPublishablePeriods(deps, period, last) };
  if (publicationPeriod.to > last) {
    const closesOn = addDays(firstDayOfWeek(publicationPeriod.to), 7);
    return {
      kind: 'notClosed',
      week: publicationPeriod.to,
      closesOn,
      nearest: await findPublishablePeriods(deps, period, last),
    };
  }
  for (let tried = 0; tried < maxTries; tried += 1) {
    const history = parsePublicationHistory(await deps.publications.all());
    const answer = await readCurrentSummary(deps, publicationPeriod, history);
    // Only what is known to be published is repeated: an unreadable publication may have told anything.
    if (answer && (answer.isComplete || !history.isIntact)) return answer.summary;
    if (!history.isIntact) throw new FiguresError('damaged');
    const unpublishedPeriods = [
      ...getTrendPeriods(publicationPeriod),
      getPreviousPublicationPeriod(publicationPeriod),
    ].filter((one) => !history.current.has(getPeriodKey(one)));
    const periods: readonly PublicationPeriod[] = [...unpublishedPeriods, publicationPeriod];
    const counted = await countPeriodWeeks(deps, periods);
    if (!counted) return { kind: 'notNow' };
    const getFigures = (one: PublicationPeriod) => getPeriodWeeks(toPeriod(one)).map((week) => counted.get(week));
    if (getFigures(publicationPeriod).includes(undefined)) throw new FiguresError('damaged');
    const publishable = periods.filter(
      (one) => !getFigures(one).includes(undefined) && isPublishable(one, getFigures(one)),
    );
    if (!publishable.includes(publicationPeriod))
      return { kind: 'notSafe', nearest: await findPublishablePeriods(deps, period, last) };
    const missing = createMissingCounts(history, publishable, counted);
    if (answer && missing.length === 0) return answer.summary;
    const header = { period: formatPeriod(period), issuedOn: toDay(now, deps.timeZone) };
    await deps.publications.add(createNextPublication(history, { ...header, told: missing }));
  }
  throw new StoreError('busy');
}

export interface PublicCount {
  readonly shown?: number;
  readonly within?: number;
}

export interface PublicTable {
  readonly id: 'received' | 'kind' | 'outcome';
  readonly total: PublicCount;
  /** In an order that never depends on the counts. */
  readonly parts: readonly (PublicCount & { readonly id: string })[];
}

export interface PublicWeek {
  readonly week: Week;
  readonly limit: PublishedPeriodCounts['limit'];
  readonly received: PublicCount;
  readonly inTime?: PublicCount;
}

/** Once published, the same for ever. */
export interface PublicSummary {
  readonly kind: 'issued';
  readonly period: Period;
  readonly level: PublicationPeriod['level'];
  readonly weeks: readonly Week[];
  readonly asAt: Day;
  readonly issuedOn: Day;
  readonly number: number;
  readonly rule: DisclosureRule;
  readonly limit: PublishedPeriodCounts['limit'];
  /** Nothing was received, and that may be said. */
  readonly quiet: boolean;
  readonly tables: readonly PublicTable[];
  readonly change?: { readonly before: Period; readonly received: number };
  readonly trend: readonly PublicWeek[];
}

interface CurrentPublications {
  readonly period: PublicationPeriod;
  readonly current: CurrentPublication;
  readonly before: CurrentPublication | undefined;
  readonly trend: readonly CurrentPublication[];
}

function toPublicCount({ shown, band }: PublishedCount): PublicCount {
  if (shown === undefined) return {};
  const within = Math.max(shown - band.low, band.high - shown);
  return within === 0 ? { shown } : { shown, within };
}

function toPublicTables({ received, inTime, kind, closed, outcome }: PublishedPeriodCounts): readonly PublicTable[] {
  const named = (parts: readonly (PublishedCount & { readonly id: string })[]) =>
    parts.map((part) => ({ id: part.id, ...toPublicCount(part) }));
  const total = toPublicCount(received);
  return [
    { id: 'received', total, parts: inTime ? [{ id: 'inTime', ...toPublicCount(inTime) }] : [] },
    ...(kind ? [{ id: 'kind', total, parts: named(kind) } as const] : []),
    ...(closed && outcome ? [{ id: 'outcome', total: toPublicCount(closed), parts: named(outcome) } as const] : []),
  ];
}

const toPublicWeek = ({ counts: { from, limit, received, inTime } }: CurrentPublication): PublicWeek => ({
  week: from,
  limit,
  received: toPublicCount(received),
  ...(inTime && { inTime: toPublicCount(inTime) }),
});

/** The first publication of each period, and nothing else. */
export function createPublicSummary({
  period: publicationPeriod,
  current,
  before,
  trend,
}: CurrentPublications): PublicSummary {
  const { counts, number, issuedOn } = current;
  const was = before?.counts.received.shown;
  const is = counts.received.shown;
  return {
    kind: 'issued',
    period: toPeriod(publicationPeriod),
    level: publicationPeriod.level,
    weeks: getPeriodWeeks(toPeriod(publicationPeriod)),
    asAt: counts.asAt,
    issuedOn,
    number,
    rule: { smallCount: counts.smallCount, hideZero: counts.hideZero },
    limit: counts.limit,
    quiet: is === 0,
    tables: toPublicTables(counts),
    ...(is !== undefined &&
      was !== undefined && {
        change: { before: toPeriod(getPreviousPublicationPeriod(publicationPeriod)), received: is - was },
      }),
    trend: trend.map(toPublicWeek),
  };
}
