import type { PublicationLedger, StoredPublication, WeekRevision } from '../../../core/ports/store.ts';
import type { WeekFigureQueries } from '../../../core/ports/case-store.ts';
import { addDays, firstDayOfWeek, type Week } from '../../../core/model/calendar.ts';
import {
  publishSummary,
  type PublishDependencies,
  type PublishOutcome,
} from '../../../summary/disclosure-control/publish-summary.ts';
import { type SummaryDependencies, querySummary } from '../../../summary/query-summary.ts';
import { parsePeriod, type Period } from '../../../summary/figures/periods.ts';
import {
  ageGroups,
  type DisclosureRule,
  figureKinds,
  figureOutcomes,
  figureRoutes,
  urgencies,
  type WeekFigures,
  type WeekFiguresV2,
  weekFiguresV2Schema,
} from '../../../summary/figures/week-figures.ts';
import { identityModes } from '../../../core/model/questions.ts';
import { languages } from '../../../core/model/language.ts';
import { rule as usualRule } from './figures.ts';
import { equalCounts, zeroCounts, noActivity } from './counted-weeks.ts';

/** The counts of a week that wider readers are told of, in one way or another. */
export interface TrueWeek {
  readonly kind: Readonly<Partial<Record<(typeof figureKinds)[number], number>>>;
  readonly outcome: Readonly<Partial<Record<(typeof figureOutcomes)[number], number>>>;
  /** As a share of those received. */
  readonly inTime: number;
  readonly limitDays?: number;
  readonly rule?: DisclosureRule;
}

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((all, count) => all + count, 0);
/** The frozen figures of a week with some counts; what wider readers are never told is as simple as can be. */
export function trueFigures(
  week: Week,
  { kind, outcome, inTime, limitDays = 3, rule = usualRule }: TrueWeek,
): WeekFiguresV2 {
  const received = sum(kind);
  const closed = sum(outcome);
  const soon = Math.round(received * inTime);
  return weekFiguresV2Schema.parse({
    v: 2,
    week,
    handledBy: 'acu',
    countedOn: addDays(firstDayOfWeek(week), 7),
    received,
    kind: { ...zeroCounts(figureKinds), ...kind },
    urgency: equalCounts(received, urgencies),
    mode: equalCounts(received, identityModes),
    route: equalCounts(received, figureRoutes),
    language: equalCounts(received, languages),
    acknowledgement: { target: 'days', days: limitDays, inTime: soon, late: received - soon, overdue: 0, notYetDue: 0 },
    open: zeroCounts(ageGroups),
    rule,
    ...noActivity,
    closedDays: closed > 0 ? { 1: closed } : {},
    outcome: { ...zeroCounts(figureOutcomes), ...outcome },
  });
}

/** The weeks that are frozen; those that are missing were quiet. */
export type Frozen = Map<Week, WeekFigures>;

/** A ledger in memory. */
export function createMemoryLedger(): PublicationLedger {
  const kept: StoredPublication[] = [];
  return {
    all: async () => [...kept],
    add: async (issue) => {
      if (kept.some(({ number }) => number === issue.number)) return 'exists';
      kept.push(issue);
      return 'added';
    },
  };
}

const quiet: TrueWeek = { kind: {}, outcome: {}, inTime: 0 };
/** A store of frozen weeks needs no cases. */
export const noCases: WeekFigureQueries = {
  listWeekCases: async () => [],
  listOpenCases: async () => [],
  countReferralsDue: async () => 0,
  listDepartedCases: async () => [],
};

/** What wider readers ask, of weeks that are frozen, with a ledger of their own. */
export function createPublisher(frozen: Frozen, issues: PublicationLedger, now = '2027-07-01T12:00:00Z') {
  const figures = (week: Week): WeekFigures => frozen.get(week) ?? trueFigures(week, quiet);
  const deps: PublishDependencies = {
    publications: issues,
    count: async (week) => ({ kind: 'counted', figures: figures(week) }),
    readFrozen: async (week) => figures(week),
    clock: () => new Date(now),
    timeZone: 'Europe/London',
  };
  return (text: string): Promise<PublishOutcome> => publishSummary(deps, parseTestPeriod(text));
}

/**
 * The same by the way that a page, a card and a file take, from a store in which weeks are counted again. Gives the
 * summary that wider readers are handed.
 */
export function createPublicSummaries(frozen: Frozen, issues: PublicationLedger, now = '2027-07-01T12:00:00Z') {
  const kept: WeekRevision[] = [];
  // Weeks are read over and over: each is made into a text once.
  const texts = new WeakMap<WeekFigures, string>();
  const textOf = (figures: WeekFigures): string => {
    const text = texts.get(figures) ?? JSON.stringify(figures);
    texts.set(figures, text);
    return text;
  };
  const deps: SummaryDependencies = {
    publications: issues,
    queries: noCases,
    weeks: {
      freeze: async (week) => week,
      read: async (week, handledBy) => ({
        week,
        handledBy,
        figures: textOf(frozen.get(week) ?? trueFigures(week, quiet)),
      }),
      addRevision: async () => 'exists',
      listRevisions: async (from, to) => kept.filter(({ week }) => week >= from && week <= to),
    },
    clock: () => new Date(now),
    timeZone: 'Europe/London',
    limitDays: 3,
    rule: usualRule,
  };
  return {
    /** All that the door of wider readers is opened with. */
    deps,
    pull: (text: string) => querySummary(deps, { audience: 'wider', period: parseTestPeriod(text), language: 'en' }),
    /** Adds a later count of a week. */
    amend: (figures: WeekFiguresV2): void => {
      const { week } = figures;
      const number = kept.filter((each) => each.week === week).length + 1;
      kept.push({ week, handledBy: 'acu', number, figures: JSON.stringify(figures) });
    },
  };
}

/** A period by its name. */
export function parseTestPeriod(text: string): Period {
  const period = parsePeriod(text);
  if (!period) throw new RangeError('no period');
  return period;
}
