import {
  type FigureCell,
  formatCell,
  type FigureSeries,
  type FigureTable,
  getCellValue,
  type Summary,
} from '../../summary/figures/summary.ts';
import { lastDayOfWeek } from '../../core/model/calendar.ts';
import { formatDay, formatWeek, formatWeekLabel } from '../../words/date-format.ts';
import type { Tab } from '../ui/tab-context.ts';

export interface Bar {
  readonly id: string;
  readonly label: string;
  readonly words: string;
  /** Missing if the figure is suppressed or does not exist. */
  readonly value?: number;
  readonly gap?: 'hidden' | 'none';
  readonly before?: number;
}

export interface Chart {
  readonly id: string;
  readonly title: string;
  readonly definition?: string;
  readonly bars: readonly Bar[];
}

const chartedTables = ['kind', 'category', 'acknowledgement', 'open', 'outcome', 'referral'] as const;

function toBar(translate: Tab['translate'], id: string, label: string, cell: FigureCell): Bar {
  const value = getCellValue(cell);
  return {
    id,
    label,
    words: cellLabel(translate, cell),
    ...(value === undefined ? { gap: cell.kind === 'hidden' ? 'hidden' : 'none' } : { value }),
  };
}

type TabWords = Pick<Tab, 'translate' | 'language'>;

export const toWeeksChart = ({ translate, language }: TabWords, { id, title, points }: FigureSeries): Chart => ({
  id,
  title,
  bars: points.map(({ week, cell }) => toBar(translate, week, formatWeekLabel(language, week), cell)),
});

function tableChart(translate: Tab['translate'], table: FigureTable, compares: boolean): Chart {
  const columnIndex = (id: string): number => table.columns.findIndex((column) => column.id === id);
  const [count, before] = [columnIndex('count'), columnIndex('before')];
  return {
    id: table.id,
    title: table.title,
    ...(table.definition !== undefined && { definition: table.definition }),
    bars: table.rows.flatMap(({ id, label, cells }): readonly Bar[] => {
      const cell = cells[count];
      if (cell === undefined) return [];
      const bar = toBar(translate, id, label, cell);
      const earlier = compares ? cells[before] : undefined;
      if (earlier === undefined) return [bar];
      const value = getCellValue(earlier);
      return [
        {
          ...bar,
          words: translate('summaries.before', { value: bar.words, before: cellLabel(translate, earlier) }),
          ...(value !== undefined && { before: value }),
        },
      ];
    }),
  };
}

export const tableCharts = (translate: Tab['translate'], summary: Summary, compares: boolean): readonly Chart[] =>
  chartedTables
    .flatMap((id) => summary.tables.filter((table) => table.id === id && table.rows.length > 1))
    .map((table) => tableChart(translate, table, compares));

export function trendTable(
  { translate, language }: TabWords,
  series: readonly FigureSeries[],
): FigureTable | undefined {
  const [first] = series;
  const last = first?.points.at(-1);
  if (first === undefined || last === undefined) return undefined;
  return {
    id: 'trend',
    title: translate('summaries.trend', {
      weeks: first.points.length,
      day: formatDay(language, lastDayOfWeek(last.week)),
    }),
    of: 'flow',
    columns: series.map(({ title }) => ({ id: 'count', title })),
    rows: first.points.map(({ week }, place) => ({
      id: week,
      label: formatWeek(language, week),
      cells: series.map(({ points }) => points[place]?.cell ?? { kind: 'none' }),
    })),
    notes: [],
  };
}

const maxNamedHighest = 2;
const joinLabels = (bars: readonly Bar[]): string => bars.map(({ label }) => label).join(', ');

function valueSentences(translate: Tab['translate'], { bars }: Chart, isByWeek: boolean): readonly string[] {
  const barsWithValue = bars.flatMap((bar) => (bar.value === undefined ? [] : [{ ...bar, value: bar.value }]));
  const values = barsWithValue.map(({ value }) => value);
  const last = barsWithValue.at(-1);
  if (last === undefined) return [];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (most === 0) return [translate('summaries.allZero')];
  if (!isByWeek) {
    const highest = barsWithValue.filter(({ value }) => value === most);
    const label = joinLabels(highest.slice(0, maxNamedHighest));
    return highest.length > maxNamedHighest
      ? [translate('summaries.highestTied', { label, value: most, count: highest.length })]
      : [translate('summaries.highest', { label, value: most })];
  }
  if (least === most) return [translate('summaries.level', { value: most })];
  return [translate('summaries.between', { least, most, day: last.label, last: last.value })];
}

/** Names a hidden figure as hidden, and uses it in no other figure. */
export function chartSentence(translate: Tab['translate'], chart: Chart, isByWeek: boolean): string {
  const hidden = chart.bars.filter(({ gap }) => gap === 'hidden');
  const lacking = chart.bars.filter(({ gap }) => gap === 'none');
  const isAllHidden = hidden.length === chart.bars.length;
  return [
    ...valueSentences(translate, chart, isByWeek),
    ...(hidden.length === 0
      ? []
      : [
          isAllHidden
            ? translate('summaries.allKeptBack')
            : translate('summaries.keptBack', { labels: joinLabels(hidden) }),
        ]),
    ...(lacking.length === 0 ? [] : [translate('summaries.lacking', { labels: joinLabels(lacking) })]),
  ].join(' ');
}

export const cellLabel = (translate: Tab['translate'], cell: FigureCell): string =>
  formatCell({ hidden: translate('summaries.hidden'), none: translate('summaries.none') }, cell);
