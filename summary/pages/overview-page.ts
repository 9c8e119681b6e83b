import { type Action, button, link } from '../../cards/action.ts';
import type { Page } from '../../cards/page.ts';
import { addDays, mondayOf, type Week } from '../../concerns/terms/calendar.ts';
import { showShortDay } from '../../words/days.ts';
import { say, type WordKey } from '../../words/cards/say.ts';
import { amendedId } from '../amendments/amended-tables.ts';
import { type Cell, numberOf } from '../cell.ts';
import { cellText } from '../plain-tables.ts';
import { lengthOf } from '../periods.ts';
import type { FigureSeries, Summary } from '../summary.ts';
import { inOtherLanguage, leadsTo, toTheStart, warningsFor } from './summary-parts.ts';

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
