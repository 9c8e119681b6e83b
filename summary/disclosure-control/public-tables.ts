import type { Language } from '../../core/model/language.ts';
import { translate, type WordKey } from '../../words/cards/translate.ts';
import {
  type FigureCell,
  changeCell,
  type FigureRow,
  type FigureSeries,
  type FigureTable,
  publishedCell,
  type SummaryHeadline,
} from '../figures/summary.ts';
import { figureOutcomeText } from '../figures/activity-tables.ts';
import { kindRowWords } from '../figures/full-tables.ts';
import type { PublicSummary, PublicTable, PublicWeek } from './publish-summary.ts';
import { trendWeekCount } from '../figures/trend.ts';
import { getTrailingWeeks } from '../figures/periods.ts';
import { createDateNotes } from '../figures/period-text.ts';

const tableTitles: Readonly<Record<PublicTable['id'], WordKey>> = {
  received: 'summary.received',
  kind: 'summary.kind',
  outcome: 'figure.outcome',
};
const rowLabels: Readonly<Record<string, WordKey>> = {
  inTime: 'summary.inTime',
  ...kindRowWords,
};

function limitNotes({ limit }: PublicSummary, language: Language): readonly string[] {
  if (limit === 'unlike') return [translate(language, 'summary.unlike')];
  if (limit === 'none') return [translate(language, 'summary.noTarget')];
  return [translate(language, 'summary.target', { days: limit }), translate(language, 'summary.rest')];
}

function createNotes(summary: PublicSummary, language: Language): readonly string[] {
  const { rule, level, quiet, weeks } = summary;
  const isWeek = level === 'week';
  const blocks = isWeek ? [] : [translate(language, 'summary.blocks')];
  const dates = createDateNotes(
    weeks.map((week) => ({ week })),
    language,
  );
  if (quiet) return [translate(language, isWeek ? 'summary.quietWeek' : 'summary.quietWeeks'), ...dates, ...blocks];
  const maxHidden = rule.smallCount - 1;
  return [
    ...dates,
    ...limitNotes(summary, language),
    translate(language, rule.hideZero ? 'summary.hiddenWithZero' : 'summary.hiddenBelow', { most: maxHidden }),
    translate(language, isWeek ? 'summary.rounded' : 'summary.roundedSum'),
    ...blocks,
  ];
}

function createPublicTable({ id, total, parts }: PublicTable, summary: PublicSummary, language: Language): FigureTable {
  const isFirst = id === 'received';
  const all: FigureRow = {
    id: 'all',
    label: translate(language, isFirst ? tableTitles[id] : 'summary.all'),
    cells: [publishedCell(total.shown)],
  };
  const rows = parts.map((part) => ({
    id: part.id,
    label: figureOutcomeText(language, part.id) ?? translate(language, rowLabels[part.id] ?? 'summary.all'),
    cells: [publishedCell(part.shown)],
  }));
  return {
    id,
    title: translate(language, tableTitles[id]),
    of: 'flow',
    columns: [{ id: 'count', title: translate(language, 'summary.count') }],
    rows: [all, ...rows],
    notes: isFirst ? createNotes(summary, language) : [],
  };
}

/** A row of 0 stays, so that each figure has the same place in the files of every period of a kind. */
export const createPublicTables = (summary: PublicSummary, language: Language): readonly FigureTable[] =>
  summary.tables.map((table) => createPublicTable(table, summary, language));

export function createPublicHeadline({ tables, change }: PublicSummary): SummaryHeadline {
  const received = tables.find(({ id }) => id === 'received');
  const inTime = received?.parts.find(({ id }) => id === 'inTime');
  return {
    received: publishedCell(received?.total.shown),
    ...(change && { change: changeCell(change.received) }),
    ...(inTime && { inTime: publishedCell(inTime.shown) }),
  };
}

export function createPublicTrend({ trend, weeks }: PublicSummary, language: Language): readonly FigureSeries[] {
  const last = weeks.at(-1);
  const points = (cellOf: (published: PublicWeek) => FigureCell) =>
    (last === undefined ? [] : getTrailingWeeks(last, trendWeekCount)).map((week) => {
      const published = trend.find((each) => each.week === week);
      return { week, cell: published ? cellOf(published) : ({ kind: 'none' } as const) };
    });
  return [
    {
      id: 'received',
      title: translate(language, 'summary.received'),
      points: points(({ received }) => publishedCell(received.shown)),
    },
    {
      id: 'inTime',
      title: translate(language, 'summary.inTime'),
      points: points(({ inTime }) => (inTime ? publishedCell(inTime.shown) : { kind: 'none' })),
    },
  ];
}
