import type { Language } from '../../core/model/language.ts';
import { say, type WordKey } from '../../words/cards/translate.ts';
import {
  type Cell,
  changeCell,
  type FigureRow,
  type FigureSeries,
  type FigureTable,
  issuedCell,
  type SummaryHead,
} from '../figures/summary.ts';
import { outcomeText } from '../figures/activity-tables.ts';
import { kindRowWords } from '../figures/full-tables.ts';
import type { WiderSummary, WiderTable, WiderWeek } from './publish.ts';
import { trendWeeks } from '../figures/trend.ts';
import { weeksUpTo } from '../figures/periods.ts';
import { datesNote } from '../figures/period-words.ts';

const words: Readonly<Record<WiderTable['id'], WordKey>> = {
  received: 'summary.received',
  kind: 'summary.kind',
  outcome: 'figure.outcome',
};
const rowWords: Readonly<Record<string, WordKey>> = {
  inTime: 'summary.inTime',
  ...kindRowWords,
};

function limitNotes({ limit }: WiderSummary, language: Language): readonly string[] {
  if (limit === 'unlike') return [say(language, 'summary.unlike')];
  if (limit === 'none') return [say(language, 'summary.noTarget')];
  return [say(language, 'summary.target', { days: limit }), say(language, 'summary.rest')];
}

function notesOf(summary: WiderSummary, language: Language): readonly string[] {
  const { rule, level, quiet, weeks } = summary;
  const isWeek = level === 'week';
  const blocks = isWeek ? [] : [say(language, 'summary.blocks')];
  const dates = datesNote(
    weeks.map((week) => ({ week })),
    language,
  );
  if (quiet) return [say(language, isWeek ? 'summary.quietWeek' : 'summary.quietWeeks'), ...dates, ...blocks];
  const most = rule.smallCount - 1;
  return [
    ...dates,
    ...limitNotes(summary, language),
    say(language, rule.hideZero ? 'summary.hiddenWithZero' : 'summary.hiddenBelow', { most }),
    say(language, isWeek ? 'summary.rounded' : 'summary.roundedSum'),
    ...blocks,
  ];
}

function tableOf({ id, total, parts }: WiderTable, summary: WiderSummary, language: Language): FigureTable {
  const isFirst = id === 'received';
  const isTold = !isFirst || !summary.quiet;
  const all: FigureRow = {
    id: 'all',
    label: say(language, isFirst ? words[id] : 'summary.all'),
    cells: [issuedCell(total.shown)],
  };
  const told = parts.filter(({ shown }) => isFirst || shown !== 0);
  const rows = told.map((part) => ({
    id: part.id,
    label: outcomeText(language, part.id) ?? say(language, rowWords[part.id] ?? 'summary.all'),
    cells: [issuedCell(part.shown)],
  }));
  return {
    id,
    title: say(language, words[id]),
    of: 'flow',
    columns: [{ id: 'count', title: say(language, 'summary.count') }],
    rows: isTold ? [all, ...rows] : [],
    notes: isFirst ? notesOf(summary, language) : [],
  };
}

export const widerTables = (summary: WiderSummary, language: Language): readonly FigureTable[] =>
  summary.tables
    .filter(({ id, total }) => id === 'received' || total.shown !== 0)
    .map((table) => tableOf(table, summary, language));

export function widerHead({ tables, change }: WiderSummary): SummaryHead {
  const received = tables.find(({ id }) => id === 'received');
  const inTime = received?.parts.find(({ id }) => id === 'inTime');
  return {
    received: issuedCell(received?.total.shown),
    ...(change && { change: changeCell(change.received) }),
    ...(inTime && { inTime: issuedCell(inTime.shown) }),
  };
}

export function widerTrend({ trend, weeks }: WiderSummary, language: Language): readonly FigureSeries[] {
  const last = weeks.at(-1);
  const points = (cellOf: (issued: WiderWeek) => Cell) =>
    (last === undefined ? [] : weeksUpTo(last, trendWeeks)).map((week) => {
      const issued = trend.find((each) => each.week === week);
      return { week, cell: issued ? cellOf(issued) : ({ kind: 'none' } as const) };
    });
  return [
    {
      id: 'received',
      title: say(language, 'summary.received'),
      points: points(({ received }) => issuedCell(received.shown)),
    },
    {
      id: 'inTime',
      title: say(language, 'summary.inTime'),
      points: points(({ inTime }) => (inTime ? issuedCell(inTime.shown) : { kind: 'none' })),
    },
  ];
}
