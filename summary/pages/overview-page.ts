import { type Action, button, link } from '../../cards/action.ts';
import type { Page } from '../../cards/page.ts';
import { addDays, mondayOf, type Week } from '../../concerns/terms/calendar.ts';
import { showShortDay } from '../../words/days.ts';
import { say, type WordKey } from '../../words/cards/say.ts';
import { amendedId } from '../amendments/amended-tables.ts';
import { type Cell, numberOf } from '../cell.ts';
import { cellText } from '../cell-text.ts';
import { lengthOf } from '../periods.ts';
import type { FigureSeries, Summary } from '../summary.ts';
import { gap, sparkline } from './sparkline.ts';
import { inOtherLanguage, leadsTo, toTheStart, warningsFor } from './summary-parts.ts';

/** Where the tab shows a period, and where it makes files of it; missing where the tab has no address. */
export interface SummaryLinks {
  readonly page?: string | undefined;
  readonly file?: string | undefined;
}

/** The tables that have a button of their own on the first card of a summary; the others are behind "More figures". */
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

/** All that has to be known to read the figures, in as few lines as a phone has room for. */
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

/** The part of a first card that is the same wherever it stands. */
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

/**
 * The first card of a summary, which fits a phone's screen: how many, the change, in time, overdue, and the last weeks. Its
 * tables are a press away each. For somebody's own chat: whoever presses is asked for their role again.
 */
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
 * The same as it is posted into a channel: nothing is pulled there, since others would read the answer, so that all that
 * can be pressed opens the tab, which asks each for their role.
 */
export const postedOverviewPage = (summary: Summary, links: SummaryLinks): Page => ({
  ...said(summary),
  actions: linksTo(summary, links),
});
