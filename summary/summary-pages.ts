import { type Action, button, type Button, otherLanguageTitle, link } from '../cards/page.ts';
import type { SubmittedAction } from '../cards/submitted-action.ts';
import type { Audience } from '../core/model/permissions.ts';
import { type Language, otherLanguage } from '../core/model/language.ts';
import { translate, type WordKey } from '../words/cards/translate.ts';
import {
  getPeriodLength,
  type Period,
  getPreviousPeriod,
  getContainingPeriods,
  formatPeriod,
} from './figures/periods.ts';
import type { Page } from '../cards/page.ts';
import { addWeeks, type Week } from '../core/model/calendar.ts';
import { formatShortDay } from '../words/date-format.ts';
import { revisionTableId } from './revisions/revision-tables.ts';
import { type FigureCell, type FigureSeries, type FigureTable, getCellValue, type Summary } from './figures/summary.ts';
import { cellText, toTextTables } from './figures/text-tables.ts';
import { choiceField } from '../cards/field.ts';
import { getLastClosedPeriod, toPeriod } from './disclosure-control/period-hierarchy.ts';
import { formatWeekRange, periodTitle } from './figures/period-text.ts';

export interface SummarySelection {
  readonly audience: Audience;
  readonly period: Period;
  readonly language: Language;
}

type SummaryAction = Extract<SubmittedAction, { verb: 'summary' }>;

/** Names the figures and holds none. */
export const createSummaryAction = (
  view: SummaryAction['view'],
  { audience, period, language }: SummarySelection,
  table?: string,
): SummaryAction => ({
  verb: 'summary',
  view,
  audience,
  period: formatPeriod(period),
  ...(table !== undefined && { table }),
  language,
});

const createStartButton = (language: Language): Button =>
  button(translate(language, 'common.start'), { verb: 'show', card: 'welcome', language });

const createLanguageButton = (language: Language, sends: SummaryAction): Action =>
  button(otherLanguageTitle(language), { ...sends, language: otherLanguage(language) });

const warningKeys: Readonly<Record<Audience, readonly WordKey[]>> = {
  acu: ['week.restricted'],
  reserve: ['week.reserveOnly'],
  wider: [],
};

const translateWarnings = (audience: Audience, language: Language): readonly string[] =>
  warningKeys[audience].map((key) => translate(language, key));

export interface SummaryLinks {
  readonly page?: string | undefined;
  readonly file?: string | undefined;
}

const tableButtonKeys = { kind: 'week.byKind', mode: 'week.byWay', open: 'week.byAge' } as const satisfies Readonly<
  Record<string, WordKey>
>;

/** A week is named by its days in the heading already. */
function daysLine({ period, weeks, asAt, language }: Summary): string {
  const [first, last] = [weeks[0], weeks.at(-1)] satisfies (Week | undefined)[];
  if (first === undefined || last === undefined) return '';
  return translate(language, 'week.dates', {
    dates: period.kind === 'week' ? 'none' : formatWeekRange(first, last, language),
    day: formatShortDay(language, asAt),
  });
}

function createOverviewLines(summary: Summary): readonly string[] {
  const { language, head, inUse, period, weeks } = summary;
  const all = getPeriodLength(period);
  const isPublished = head.received.kind === 'rounded' || head.received.kind === 'hidden';
  const isQuiet = getCellValue(head.received) === 0;
  return [
    daysLine(summary),
    ...(weeks.length < all
      ? [translate(language, 'week.soFar', { over: String(weeks.length), all: String(all) })]
      : []),
    ...(isQuiet && inUse?.isBefore !== true
      ? [translate(language, weeks.length === 1 ? 'summary.quietWeek' : 'summary.quietWeeks')]
      : []),
    ...(inUse?.notes ?? []),
    ...(isPublished && !isQuiet ? [translate(language, 'week.roundedHere')] : []),
    ...summary.tables.flatMap(({ id, notes }) => (id === revisionTableId ? notes : [])),
  ];
}

function createHeadlineFigures({ head, language }: Summary): NonNullable<Page['figures']> {
  const { received, change, inTime, overdue } = head;
  const cells: readonly (readonly [cell: FigureCell | undefined, label: WordKey])[] = [
    [received, 'week.received'],
    [change, 'week.change'],
    [inTime, 'week.inTime'],
    [overdue, 'week.overdue'],
  ];
  return cells.flatMap(([cell, label]) =>
    cell === undefined ? [] : [{ value: cellText(cell, language), label: translate(language, label) }],
  );
}

function createTrendBars({ points }: FigureSeries, { language }: Summary): NonNullable<Page['trends']>[number] {
  const cells = points.map(({ cell }) => cell);
  const counts = cells.map((cell) => cellText(cell, language)).join(', ');
  const sentence = translate(language, 'week.trend', { weeks: String(cells.length), counts });
  const bars = sparkline(cells);
  return {
    sentence: bars.includes(sparklineGap)
      ? `${sentence} ${translate(language, 'week.gap', { mark: sparklineGap })}`
      : sentence,
    bars,
  };
}

const createLinks = ({ language }: Summary, { page, file }: SummaryLinks): readonly Action[] => [
  ...(file === undefined ? [] : [link(translate(language, 'week.file'), file)]),
  ...(page === undefined ? [] : [link(translate(language, 'week.page'), page)]),
];

function createOverviewBase(summary: Summary): Page {
  const { audience, language, title } = summary;
  const received = summary.trend.find(({ id }) => id === 'received');
  return {
    language,
    heading: title,
    progress: translate(language, 'common.week'),
    warnings: translateWarnings(audience, language),
    sections: [{ text: createOverviewLines(summary) }],
    figures: createHeadlineFigures(summary),
    trends: received ? [createTrendBars(received, summary)] : [],
    actions: [],
  };
}

/** For someone's own chat. Each press checks the person's role again. */
export function summaryOverviewPage(summary: Summary, links: SummaryLinks): Page {
  const { language, tables } = summary;
  const shortcuts = (['kind', 'mode', 'open'] as const).filter((table) => tables.some(({ id }) => id === table));
  return {
    ...createOverviewBase(summary),
    links: [
      ...shortcuts.map((table) =>
        button(translate(language, tableButtonKeys[table]), createSummaryAction('table', summary, table)),
      ),
      button(translate(language, 'week.more'), createSummaryAction('tables', summary)),
    ],
    actions: [
      button(translate(language, 'week.another'), createSummaryAction('periods', summary)),
      ...createLinks(summary, links),
      createStartButton(language),
      createLanguageButton(language, createSummaryAction('overview', summary)),
    ],
  };
}

/** In a channel others would read an answer: all buttons open the tab, which asks each person for their role. */
export const postedSummaryOverviewPage = (summary: Summary, links: SummaryLinks): Page => ({
  ...createOverviewBase(summary),
  actions: createLinks(summary, links),
});

export const sparklineGap = '╌';
const sparklineZero = '▁';
const sparklineBars = ['▂', '▃', '▅', '▇'] as const;

/** A bar for each figure; one hidden or not counted is a gap, never a zero. */
export function sparkline(cells: readonly FigureCell[]): string {
  const numbers = cells.map(getCellValue);
  const max = Math.max(1, ...numbers.map((number) => number ?? 0));
  return numbers
    .map((number) => {
      if (number === undefined) return sparklineGap;
      return number <= 0
        ? sparklineZero
        : (sparklineBars[Math.ceil((number / max) * sparklineBars.length) - 1] ?? sparklineBars[0]);
    })
    .join('');
}

function narrowTable(table: FigureTable): FigureTable {
  const { columns, rows } = table;
  const hasChange = columns.some(({ id }) => id === 'change');
  const isShown = (place: number) =>
    hasChange ? columns[place]?.id !== 'before' : place === 0 || place === columns.length - 1;
  return {
    ...table,
    columns: columns.filter((_, place) => isShown(place)),
    rows: rows.map((row) => ({ ...row, cells: row.cells.filter((_, place) => isShown(place)) })),
  };
}

export function summaryTablePage(summary: Summary, table: FigureTable): Page {
  const { audience, language, title } = summary;
  const { definition } = table;
  const read = definition === undefined ? table : { ...table, notes: [definition, ...table.notes] };
  return {
    language,
    heading: title,
    progress: translate(language, 'common.week'),
    warnings: translateWarnings(audience, language),
    // A client takes no cell without text.
    tables: toTextTables([narrowTable(read)], language).map((one) => ({
      ...one,
      columns: [translate(language, 'week.counted'), ...one.columns.slice(1)],
    })),
    actions: [
      button(translate(language, 'week.back'), createSummaryAction('overview', summary), 'positive'),
      button(translate(language, 'week.more'), createSummaryAction('tables', summary)),
      createStartButton(language),
      createLanguageButton(language, createSummaryAction('table', summary, table.id)),
    ],
  };
}

/** `isUnknownTable`: the one asked for is none of them. */
export function summaryTableListPage(summary: Summary, isUnknownTable: boolean): Page {
  const { audience, language, tables, title } = summary;
  const label = translate(language, 'week.whichTable');
  return {
    language,
    heading: title,
    progress: translate(language, 'common.week'),
    warnings: translateWarnings(audience, language),
    fields: [
      choiceField({
        language,
        id: 'table',
        label,
        required: true,
        value: tables[0]?.id ?? '',
        problems: isUnknownTable ? [{ question: 'table', code: 'odd' }] : [],
        choices: tables.map(({ id, title: name }) => ({ title: name, value: id })),
      }),
    ],
    actions: [
      button(translate(language, 'week.show'), createSummaryAction('table', summary), 'positive'),
      button(translate(language, 'week.back'), createSummaryAction('overview', summary)),
      createStartButton(language),
      createLanguageButton(language, createSummaryAction('tables', summary)),
    ],
  };
}

const weeksOffered = 13;
const quartersOffered = 4;
const yearsOffered = 2;

const audienceKeys: Readonly<Record<Audience, WordKey>> = {
  acu: 'week.acu',
  reserve: 'week.reserve',
  wider: 'week.wider',
};

function getPrecedingPeriods(period: Period, periods: number): readonly Period[] {
  const found = [period];
  while (found.length < periods) found.push(getPreviousPeriod(found.at(-1) ?? period));
  return found;
}

/** The last block for readers who may have neither. */
const getRecentPeriods = (last: Week, isWider: boolean): readonly Period[] =>
  isWider
    ? [toPeriod(getLastClosedPeriod(last, 'block'))]
    : [
        { kind: 'rolling', weeks: 4, upTo: last },
        { kind: 'rolling', weeks: 13, upTo: last },
      ];

/** Wider readers are offered only those that they may have. */
function getOfferedPeriods(last: Week, isWider: boolean): readonly Period[] {
  const { quarter, yearToMarch } = isWider
    ? {
        quarter: toPeriod(getLastClosedPeriod(last, 'quarter')),
        yearToMarch: toPeriod(getLastClosedPeriod(last, 'year')),
      }
    : getContainingPeriods(last);
  return [
    { kind: 'week', week: last },
    ...getRecentPeriods(last, isWider),
    ...getPrecedingPeriods(quarter, quartersOffered),
    ...getPrecedingPeriods(yearToMarch, yearsOffered),
    ...getPrecedingPeriods({ kind: 'week', week: addWeeks(last, -1) }, weeksOffered - 1),
  ];
}

/** `last`: the last week that is over. */
export function summaryPeriodPage(view: {
  readonly language: Language;
  readonly last: Week;
  readonly audiences: readonly Audience[];
  readonly chosen?: Pick<SummarySelection, 'audience' | 'period'>;
  readonly problem?: 'odd' | 'notClosed' | 'notNow';
}): Page {
  const { language, last, audiences, problem } = view;
  const which = translate(language, 'week.which');
  const problemWords = {
    odd: () => translate(language, 'problem.odd', { label: which }),
    notClosed: () => translate(language, 'week.notClosed'),
    notNow: () => translate(language, 'week.notNow'),
  };
  const chosen = view.chosen ?? { audience: audiences[0] ?? 'wider', period: { kind: 'week', week: last } };
  const offered = getOfferedPeriods(
    last,
    audiences.every((audience) => audience === 'wider'),
  );
  const value = formatPeriod(chosen.period);
  return {
    language,
    heading: translate(language, 'common.week'),
    callouts: problem
      ? [{ style: 'attention', heading: translate(language, 'problem.heading'), text: [problemWords[problem]()] }]
      : [],
    sections: [{ text: [translate(language, 'week.intro')] }],
    fields: [
      choiceField({
        language,
        id: 'week',
        label: which,
        required: true,
        value: offered.some((period) => formatPeriod(period) === value) ? value : last,
        problems: [],
        style: 'compact',
        choices: offered.map((period) => ({ title: periodTitle(period, language), value: formatPeriod(period) })),
      }),
      choiceField({
        language,
        id: 'audience',
        label: translate(language, 'week.audience'),
        required: true,
        value: chosen.audience,
        problems: [],
        choices: audiences.map((audience) => ({ title: translate(language, audienceKeys[audience]), value: audience })),
      }),
    ],
    links: [button(translate(language, 'sending.how'), { verb: 'sendWeek', audience: chosen.audience, language })],
    actions: [
      button(translate(language, 'week.show'), { verb: 'week', language }, 'positive'),
      createStartButton(language),
      createLanguageButton(language, createSummaryAction('periods', { ...chosen, language })),
    ],
  };
}

export function unsafePeriodPage(shown: SummarySelection, nearest: readonly Period[]): Page {
  const { audience, language } = shown;
  return {
    language,
    heading: translate(language, 'week.notSafeHeading'),
    progress: periodTitle(shown.period, language),
    sections: [
      {
        text: [translate(language, 'week.notSafe')],
        links: nearest.map((period) =>
          button(periodTitle(period, language), createSummaryAction('overview', { audience, period, language })),
        ),
      },
    ],
    actions: [
      button(translate(language, 'week.another'), createSummaryAction('periods', shown)),
      createStartButton(language),
      createLanguageButton(language, createSummaryAction('overview', shown)),
    ],
  };
}
