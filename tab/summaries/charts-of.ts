import { type Cell, numberOf } from '../../summary/cell.ts';
import type { FigureSeries, FigureTable, Summary } from '../../summary/summary.ts';
import type { Tab } from '../parts/tab-context.ts';
import { cellWords } from './shown-cell.ts';

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

/** The weeks are its rows. */
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
