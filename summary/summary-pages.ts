import { type Action, button, type Button, languageTitle, link } from '../cards/page.ts';
import type { Submitted } from '../cards/submitted-data.ts';
import type { Audience } from '../core/model/permissions.ts';
import { type Language, otherLanguage } from '../core/model/language.ts';
import { say, type WordKey } from '../words/cards/translate.ts';
import { lengthOf, type Period, periodBefore, periodsWith, periodText } from './figures/periods.ts';
import type { Page } from '../cards/page.ts';
import { addDays, addWeeks, mondayOf, type Week } from '../core/model/calendar.ts';
import { showShortDay } from '../words/days.ts';
import { amendedId } from './revisions/revised-tables.ts';
import { type Cell, type FigureSeries, type FigureTable, numberOf, type Summary } from './figures/summary.ts';
import { cellText, plainTables } from './figures/text-tables.ts';
import { choiceField } from '../cards/field.ts';
import { lastBy, periodOf } from './disclosure-control/period-hierarchy.ts';
import { periodTitle } from './figures/period-words.ts';

export interface Shown {
  readonly audience: Audience;
  readonly period: Period;
  readonly language: Language;
}

type SummaryAction = Extract<Submitted, { verb: 'summary' }>;

/** The data of a button to another view of a period. It names the figures and holds none. */
export const leadsTo = (
  view: SummaryAction['view'],
  { audience, period, language }: Shown,
  table?: string,
): SummaryAction => ({
  verb: 'summary',
  view,
  audience,
  period: periodText(period),
  ...(table !== undefined && { table }),
  language,
});

const toTheStart = (language: Language): Button =>
  button(say(language, 'common.start'), { verb: 'show', card: 'welcome', language });

const inOtherLanguage = (language: Language, sends: SummaryAction): Action =>
  button(languageTitle(language), { ...sends, language: otherLanguage(language) });

const warningKeys: Readonly<Record<Audience, readonly WordKey[]>> = {
  acu: ['week.restricted'],
  reserve: ['week.reserveOnly'],
  wider: [],
};

const warningsFor = (audience: Audience, language: Language): readonly string[] =>
  warningKeys[audience].map((key) => say(language, key));

export interface SummaryLinks {
  readonly page?: string | undefined;
  readonly file?: string | undefined;
}

const offered = { kind: 'week.byKind', mode: 'week.byWay', open: 'week.byAge' } as const satisfies Readonly<
  Record<string, WordKey>
>;

function daysLine({ weeks, asAt, language }: Summary): string {
  const [first, last] = [weeks[0], weeks.at(-1)] satisfies (Week | undefined)[];
  if (first === undefined || last === undefined) return '';
  return say(language, 'week.dates', {
    from: showShortDay(language, mondayOf(first)),
    to: showShortDay(language, addDays(mondayOf(last), 6)),
    day: showShortDay(language, asAt),
  });
}

function lines(summary: Summary): readonly string[] {
  const { language, head, inUse, period, weeks } = summary;
  const all = lengthOf(period);
  const isIssued = head.received.kind === 'rounded' || head.received.kind === 'hidden';
  const isQuiet = numberOf(head.received) === 0;
  return [
    daysLine(summary),
    ...(weeks.length < all ? [say(language, 'week.soFar', { over: String(weeks.length), all: String(all) })] : []),
    ...(isQuiet && inUse?.isBefore !== true
      ? [say(language, weeks.length === 1 ? 'summary.quietWeek' : 'summary.quietWeeks')]
      : []),
    ...(inUse?.notes ?? []),
    ...(isIssued && !isQuiet ? [say(language, 'week.roundedHere')] : []),
    ...summary.tables.flatMap(({ id, notes }) => (id === amendedId ? notes : [])),
  ];
}

function figures({ head, language }: Summary): NonNullable<Page['figures']> {
  const { received, change, inTime, overdue } = head;
  const told: readonly (readonly [cell: Cell | undefined, label: WordKey])[] = [
    [received, 'week.received'],
    [change, 'week.change'],
    [inTime, 'week.inTime'],
    [overdue, 'week.overdue'],
  ];
  return told.flatMap(([cell, label]) =>
    cell === undefined ? [] : [{ value: cellText(cell, language), label: say(language, label) }],
  );
}

function trend({ points }: FigureSeries, { language }: Summary): NonNullable<Page['trends']>[number] {
  const cells = points.map(({ cell }) => cell);
  const counts = cells.map((cell) => cellText(cell, language)).join(', ');
  const sentence = say(language, 'week.trend', { weeks: String(cells.length), counts });
  const bars = sparkline(cells);
  return { sentence: bars.includes(gap) ? `${sentence} ${say(language, 'week.gap', { mark: gap })}` : sentence, bars };
}

const linksTo = ({ language }: Summary, { page, file }: SummaryLinks): readonly Action[] => [
  ...(file === undefined ? [] : [link(say(language, 'week.file'), file)]),
  ...(page === undefined ? [] : [link(say(language, 'week.page'), page)]),
];

function said(summary: Summary): Page {
  const { audience, language, title } = summary;
  const received = summary.trend.find(({ id }) => id === 'received');
  return {
    language,
    heading: title,
    progress: say(language, 'common.week'),
    warnings: warningsFor(audience, language),
    sections: [{ text: lines(summary) }],
    figures: figures(summary),
    trends: received ? [trend(received, summary)] : [],
    actions: [],
  };
}

/** The first card of a summary, for someone's own chat. Each press asks for the person's role again. */
export function overviewPage(summary: Summary, links: SummaryLinks): Page {
  const { language, tables } = summary;
  const shortcuts = (['kind', 'mode', 'open'] as const).filter((table) => tables.some(({ id }) => id === table));
  return {
    ...said(summary),
    links: [
      ...shortcuts.map((table) => button(say(language, offered[table]), leadsTo('table', summary, table))),
      button(say(language, 'week.more'), leadsTo('tables', summary)),
    ],
    actions: [
      button(say(language, 'week.another'), leadsTo('periods', summary)),
      ...linksTo(summary, links),
      toTheStart(language),
      inOtherLanguage(language, leadsTo('overview', summary)),
    ],
  };
}

/**
 * The same for a channel: others would read an answer there, so all its buttons open the tab, which asks each person
 * for their role.
 */
export const postedOverviewPage = (summary: Summary, links: SummaryLinks): Page => ({
  ...said(summary),
  actions: linksTo(summary, links),
});

export const gap = '╌';
const zero = '▁';
const bars = ['▂', '▃', '▅', '▇'] as const;

/** Figures as bars of text, one each. A figure that is hidden or was not counted is a gap, never a zero. */
export function sparkline(cells: readonly Cell[]): string {
  const numbers = cells.map(numberOf);
  const most = Math.max(1, ...numbers.map((number) => number ?? 0));
  return numbers
    .map((number) => {
      if (number === undefined) return gap;
      return number <= 0 ? zero : (bars[Math.ceil((number / most) * bars.length) - 1] ?? bars[0]);
    })
    .join('');
}

function narrow(table: FigureTable): FigureTable {
  const { columns, rows } = table;
  const hasChange = columns.some(({ id }) => id === 'change');
  const isKept = (place: number) =>
    hasChange ? columns[place]?.id !== 'before' : place === 0 || place === columns.length - 1;
  return {
    ...table,
    columns: columns.filter((_, place) => isKept(place)),
    rows: rows.map((row) => ({ ...row, cells: row.cells.filter((_, place) => isKept(place)) })),
  };
}

export function tablePage(summary: Summary, table: FigureTable): Page {
  const { audience, language, title } = summary;
  const { definition } = table;
  const read = definition === undefined ? table : { ...table, notes: [definition, ...table.notes] };
  return {
    language,
    heading: title,
    progress: say(language, 'common.week'),
    warnings: warningsFor(audience, language),
    // A client takes no cell without text.
    tables: plainTables([narrow(read)], language).map((one) => ({
      ...one,
      columns: [say(language, 'week.counted'), ...one.columns.slice(1)],
    })),
    actions: [
      button(say(language, 'week.back'), leadsTo('overview', summary), 'positive'),
      button(say(language, 'week.more'), leadsTo('tables', summary)),
      toTheStart(language),
      inOtherLanguage(language, leadsTo('table', summary, table.id)),
    ],
  };
}

/** Asks which table of a summary; `isOdd`: the one asked for is none of them. */
export function tablesPage(summary: Summary, isOdd: boolean): Page {
  const { audience, language, tables, title } = summary;
  const label = say(language, 'week.whichTable');
  return {
    language,
    heading: title,
    progress: say(language, 'common.week'),
    warnings: warningsFor(audience, language),
    fields: [
      choiceField({
        language,
        id: 'table',
        label,
        required: true,
        value: tables[0]?.id ?? '',
        problems: isOdd ? [{ question: 'table', code: 'odd' }] : [],
        choices: tables.map(({ id, title: name }) => ({ title: name, value: id })),
      }),
    ],
    actions: [
      button(say(language, 'week.show'), leadsTo('table', summary), 'positive'),
      button(say(language, 'week.back'), leadsTo('overview', summary)),
      toTheStart(language),
      inOtherLanguage(language, leadsTo('tables', summary)),
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

function backFrom(period: Period, periods: number): readonly Period[] {
  const found = [period];
  while (found.length < periods) found.push(periodBefore(found.at(-1) ?? period));
  return found;
}

/** The last block for readers who may have neither. */
const upTo = (last: Week, isWider: boolean): readonly Period[] =>
  isWider
    ? [periodOf(lastBy(last, 'block'))]
    : [
        { kind: 'rolling', weeks: 4, upTo: last },
        { kind: 'rolling', weeks: 13, upTo: last },
      ];

/** Wider readers are offered only those that they may have. */
function offeredAt(last: Week, isWider: boolean): readonly Period[] {
  const { quarter, yearToMarch } = isWider
    ? { quarter: periodOf(lastBy(last, 'quarter')), yearToMarch: periodOf(lastBy(last, 'year')) }
    : periodsWith(last);
  return [
    { kind: 'week', week: last },
    ...upTo(last, isWider),
    ...backFrom(quarter, quartersOffered),
    ...backFrom(yearToMarch, yearsOffered),
    ...backFrom({ kind: 'week', week: addWeeks(last, -1) }, weeksOffered - 1),
  ];
}

function titleOf(period: Period, language: Language): string {
  if (period.kind !== 'week') return periodTitle(period, language);
  const monday = mondayOf(period.week);
  return say(language, 'week.option', {
    number: String(Number(period.week.slice(6))),
    from: showShortDay(language, monday),
    to: showShortDay(language, addDays(monday, 6)),
  });
}

/** Asks for which period, and for whom. `last` is the last week that is over. */
export function periodPage(view: {
  readonly language: Language;
  readonly last: Week;
  readonly audiences: readonly Audience[];
  readonly chosen?: Pick<Shown, 'audience' | 'period'>;
  readonly problem?: 'odd' | 'notClosed' | 'notNow';
}): Page {
  const { language, last, audiences, problem } = view;
  const which = say(language, 'week.which');
  const problemWords = {
    odd: () => say(language, 'problem.odd', { label: which }),
    notClosed: () => say(language, 'week.notClosed'),
    notNow: () => say(language, 'week.notNow'),
  };
  const chosen = view.chosen ?? { audience: audiences[0] ?? 'wider', period: { kind: 'week', week: last } };
  const offered = offeredAt(
    last,
    audiences.every((audience) => audience === 'wider'),
  );
  const value = periodText(chosen.period);
  return {
    language,
    heading: say(language, 'common.week'),
    callouts: problem
      ? [{ style: 'attention', heading: say(language, 'problem.heading'), text: [problemWords[problem]()] }]
      : [],
    sections: [{ text: [say(language, 'week.intro')] }],
    fields: [
      choiceField({
        language,
        id: 'week',
        label: which,
        required: true,
        value: offered.some((period) => periodText(period) === value) ? value : last,
        problems: [],
        style: 'compact',
        choices: offered.map((period) => ({ title: titleOf(period, language), value: periodText(period) })),
      }),
      choiceField({
        language,
        id: 'audience',
        label: say(language, 'week.audience'),
        required: true,
        value: chosen.audience,
        problems: [],
        choices: audiences.map((audience) => ({ title: say(language, audienceKeys[audience]), value: audience })),
      }),
    ],
    links: [button(say(language, 'sending.how'), { verb: 'sendWeek', audience: chosen.audience, language })],
    actions: [
      button(say(language, 'week.show'), { verb: 'week', language }, 'positive'),
      toTheStart(language),
      inOtherLanguage(language, leadsTo('periods', { ...chosen, language })),
    ],
  };
}

export function notSafePage(shown: Shown, nearest: readonly Period[]): Page {
  const { audience, language } = shown;
  return {
    language,
    heading: say(language, 'week.notSafeHeading'),
    progress: periodTitle(shown.period, language),
    sections: [
      {
        text: [say(language, 'week.notSafe')],
        links: nearest.map((period) =>
          button(periodTitle(period, language), leadsTo('overview', { audience, period, language })),
        ),
      },
    ],
    actions: [
      button(say(language, 'week.another'), leadsTo('periods', shown)),
      toTheStart(language),
      inOtherLanguage(language, leadsTo('overview', shown)),
    ],
  };
}
