import {
  type Cell,
  cellWith,
  type FigureSeries,
  type FigureTable,
  numberOf,
  type Summary,
} from '../../summary/figures/summary.ts';
import type { Tab } from '../ui/tab-context.ts';

export interface Bar {
  readonly id: string;
  readonly label: string;
  readonly words: string;
  /** Missing if the figure is kept back or does not exist. */
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

function barOf(say: Tab['say'], id: string, label: string, cell: Cell): Bar {
  const value = numberOf(cell);
  return {
    id,
    label,
    words: cellWords(say, cell),
    ...(value === undefined ? { gap: cell.kind === 'hidden' ? 'hidden' : 'none' } : { value }),
  };
}

export const weeksChart = (say: Tab['say'], { id, title, points }: FigureSeries): Chart => ({
  id,
  title,
  bars: points.map(({ week, cell }) => barOf(say, week, week.slice(5), cell)),
});

function tableChart(say: Tab['say'], table: FigureTable, compares: boolean): Chart {
  const place = (id: string): number => table.columns.findIndex((column) => column.id === id);
  const [count, before] = [place('count'), place('before')];
  return {
    id: table.id,
    title: table.title,
    ...(table.definition !== undefined && { definition: table.definition }),
    bars: table.rows.flatMap(({ id, label, cells }): readonly Bar[] => {
      const cell = cells[count];
      if (cell === undefined) return [];
      const bar = barOf(say, id, label, cell);
      const earlier = compares ? cells[before] : undefined;
      if (earlier === undefined) return [bar];
      const value = numberOf(earlier);
      return [
        {
          ...bar,
          words: say('summaries.before', { value: bar.words, before: cellWords(say, earlier) }),
          ...(value !== undefined && { before: value }),
        },
      ];
    }),
  };
}

/** One row alone is no chart. */
export const tableCharts = (say: Tab['say'], summary: Summary, compares: boolean): readonly Chart[] =>
  chartedTables
    .flatMap((id) => summary.tables.filter((table) => table.id === id && table.rows.length > 1))
    .map((table) => tableChart(say, table, compares));

export function trendTable(say: Tab['say'], series: readonly FigureSeries[]): FigureTable | undefined {
  const [first] = series;
  const last = first?.points.at(-1);
  if (first === undefined || last === undefined) return undefined;
  return {
    id: 'trend',
    title: say('summaries.trend', { weeks: first.points.length, week: last.week }),
    of: 'flow',
    columns: series.map(({ title }) => ({ id: 'count', title })),
    rows: first.points.map(({ week }, place) => ({
      id: week,
      label: week,
      cells: series.map(({ points }) => points[place]?.cell ?? { kind: 'none' }),
    })),
    notes: [],
  };
}

const labels = (bars: readonly Bar[]): string => bars.map(({ label }) => label).join(', ');

function drawnWords(say: Tab['say'], { bars }: Chart, isByWeek: boolean): readonly string[] {
  const drawn = bars.flatMap((bar) => (bar.value === undefined ? [] : [{ ...bar, value: bar.value }]));
  const values = drawn.map(({ value }) => value);
  const last = drawn.at(-1);
  if (last === undefined) return [];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (most === 0) return [say('summaries.allZero')];
  if (!isByWeek) {
    const highest = drawn.filter(({ value }) => value === most);
    return [say('summaries.highest', { label: labels(highest), value: most })];
  }
  if (least === most) return [say('summaries.level', { value: most })];
  return [say('summaries.between', { least, most, week: last.label, last: last.value })];
}

/** The chart in a sentence. A hidden figure is named as hidden, and enters no other figure of the sentence. */
export function chartSentence(say: Tab['say'], chart: Chart, isByWeek: boolean): string {
  const hidden = chart.bars.filter(({ gap }) => gap === 'hidden');
  const lacking = chart.bars.filter(({ gap }) => gap === 'none');
  const isAllHidden = hidden.length === chart.bars.length;
  return [
    ...drawnWords(say, chart, isByWeek),
    ...(hidden.length === 0
      ? []
      : [isAllHidden ? say('summaries.allKeptBack') : say('summaries.keptBack', { labels: labels(hidden) })]),
    ...(lacking.length === 0 ? [] : [say('summaries.lacking', { labels: labels(lacking) })]),
  ].join(' ');
}

export const cellWords = (say: Tab['say'], cell: Cell): string =>
  cellWith({ hidden: say('summaries.hidden'), none: say('summaries.none') }, cell);
