import type { Page } from '../../../cards/page.ts';
import type { Audience } from '../../../core/model/permissions.ts';
import { addDays, addWeeks, firstDayOfWeek, type Week } from '../../../core/model/calendar.ts';
import type { WeekCase } from '../../../core/model/counted-cases.ts';
import { reportKinds } from '../../../core/model/classification.ts';
import type { Language } from '../../../core/model/language.ts';
import { identityModes } from '../../../core/model/questions.ts';
import { changeCell, countCell, type Summary } from '../../../summary/figures/summary.ts';
import { createFullTables } from '../../../summary/figures/full-tables.ts';
import {
  unsafePeriodPage,
  summaryOverviewPage,
  summaryPeriodPage,
  postedSummaryOverviewPage,
  summaryTablePage,
  summaryTableListPage,
} from '../../../summary/summary-pages.ts';
import { periodTitle } from '../../../summary/figures/period-text.ts';
import { findNearestPeriods, toPeriod } from '../../../summary/disclosure-control/period-hierarchy.ts';
import { createTrend, trendWeekCount } from '../../../summary/figures/trend.ts';
import { getTrailingWeeks } from '../../../summary/figures/periods.ts';
import {
  createPublicHeadline,
  createPublicTables,
  createPublicTrend,
} from '../../../summary/disclosure-control/public-tables.ts';
import { createCase } from '../contracts/records.ts';
import { publicSummaryFixture } from '../summary/public-summary.ts';
import { parseTestWeek, createWeekFigures, createOpenCases } from '../summary/figures.ts';

export const exampleWeek = parseTestWeek('2026-W47');

/** How many reports came in each of thirteen weeks, the last one in `exampleWeek`. */
const received = [7, 4, 0, 2, 6, 3, 9, 5, 1, 0, 6, 9, 12] as const;

/** So many cases of a week, of every kind and way in turn. */
const mixed = (week: Week, count: number): readonly WeekCase[] =>
  Array.from({ length: count }, (_, place) => {
    const receivedOn = firstDayOfWeek(week);
    const [kind, mode] = [
      reportKinds[place % reportKinds.length],
      identityModes[place % identityModes.length] ?? 'notKept',
    ];
    return createCase({
      receivedOn,
      mode,
      ...(kind && { kind }),
      ...(place % 4 > 0 && { acknowledgedOn: receivedOn }),
    });
  });

function weekFigures(week: Week, count: number) {
  const earlier = [-1, -3, -9, -20].flatMap((weeks, place) => createOpenCases(addWeeks(week, weeks), place + 1));
  return createWeekFigures(week, count, 0, { cases: mixed(week, count), open: earlier });
}

/** The summary of a made-up week: of the last of thirteen, or of one that was quiet. */
export function exampleSummary(audience: Audience, language: Language, isQuiet = false): Summary {
  const counts = isQuiet ? [...received.slice(0, -1), 0] : received;
  const weeks = getTrailingWeeks(exampleWeek, trendWeekCount).map((week, place) =>
    weekFigures(week, counts[place] ?? 0),
  );
  const [before, now] = [weeks.slice(-2, -1), weeks.slice(-1)];
  const [last, then] = [now[0]?.received ?? 0, before[0]?.received ?? 0];
  const wider = publicSummaryFixture(now, weeks);
  const period = { kind: 'week', week: exampleWeek } as const;
  return {
    audience,
    language,
    period,
    weeks: [exampleWeek],
    asAt: addDays(firstDayOfWeek(exampleWeek), 7),
    title: periodTitle(period, language),
    head:
      audience === 'wider'
        ? createPublicHeadline(wider)
        : { received: countCell(last), change: changeCell(last - then), inTime: countCell(9), overdue: countCell(3) },
    tables: audience === 'wider' ? createPublicTables(wider, language) : createFullTables({ now, before }, language),
    trend:
      audience === 'wider'
        ? createPublicTrend(wider, language)
        : createTrend(
            weeks.map(({ week }) => week),
            weeks,
            language,
          ),
  };
}

const address = 'https://teams.microsoft.com/l/entity/00000000-0000-4000-8000-000000000001/cases?context=';
export const exampleLinks = { page: `${address}page`, file: `${address}file` } as const;

/** Every card of a summary, named as its picture is. */
export function summaryPages(language: Language): readonly (readonly [name: string, page: Page])[] {
  const summary = exampleSummary('acu', language);
  const table = (id: string) => {
    const found = summary.tables.find((one) => one.id === id);
    if (found === undefined) throw new Error(`the example has no table ${id}`);
    return summaryTablePage(summary, found);
  };
  // Thirteen weeks overlap the blocks and quarters that are told: these are refused, however many reports there were.
  const thirteen = { kind: 'rolling', weeks: 13, upTo: exampleWeek } as const;
  return [
    ['week', summaryOverviewPage(summary, exampleLinks)],
    ['week-wider', summaryOverviewPage(exampleSummary('wider', language), exampleLinks)],
    ['week-reserve-quiet', summaryOverviewPage(exampleSummary('reserve', language, true), exampleLinks)],
    ['week-posted', postedSummaryOverviewPage(exampleSummary('wider', language), exampleLinks)],
    ['week-kind', table('kind')],
    ['week-age', table('open')],
    ['week-tables', summaryTableListPage(summary, false)],
    [
      'week-chooser',
      summaryPeriodPage({ language, last: exampleWeek, audiences: ['acu', 'wider'], problem: 'notClosed' }),
    ],
    [
      'week-not-safe',
      unsafePeriodPage(
        { audience: 'wider', language, period: thirteen },
        findNearestPeriods(thirteen, exampleWeek).map(toPeriod),
      ),
    ],
  ];
}
