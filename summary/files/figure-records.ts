import { addDays, type Day, mondayOf, type Week } from '../../core/model/calendar.ts';
import type { Language } from '../../core/model/language.ts';
import { say, type WordKey } from '../../words/cards/translate.ts';
import {
  type Cell,
  type FigureSeries,
  type FigureTable,
  numberOf,
  type Summary,
  type SummaryHead,
} from '../figures/summary.ts';
import { periodText } from '../figures/periods.ts';

const states = {
  count: 'shown',
  change: 'shown',
  days: 'shown',
  rounded: 'rounded',
  hidden: 'hidden',
  none: 'none',
} as const satisfies Readonly<Record<Cell['kind'], string>>;

const headings = [
  'file.period',
  'file.from',
  'file.to',
  'file.asAt',
  'file.audience',
  'file.table',
  'file.tableTitle',
  'file.row',
  'file.rowTitle',
  'file.column',
  'file.columnTitle',
  'file.value',
  'file.state',
  'file.definition',
  'file.notes',
] as const satisfies readonly WordKey[];

interface Figure {
  readonly period: string;
  readonly from: Day;
  readonly to: Day;
  readonly table: Pick<FigureTable, 'id' | 'title'> & Partial<Pick<FigureTable, 'definition' | 'notes'>>;
  readonly row: { readonly id: string; readonly label: string };
  readonly column: { readonly id: string; readonly title: string };
  readonly cell: Cell;
}

export const headLabels = [
  ['received', 'summary.received'],
  ['change', 'file.change'],
  ['inTime', 'summary.inTime'],
  ['overdue', 'summary.overdue'],
] as const satisfies readonly (readonly [keyof SummaryHead, WordKey])[];

export function daysOf({ weeks, asAt }: Pick<Summary, 'weeks' | 'asAt'>): { readonly from: Day; readonly to: Day } {
  const [first] = weeks;
  const last = weeks.at(-1);
  if (first === undefined || last === undefined) return { from: asAt, to: asAt };
  return { from: mondayOf(first), to: addDays(mondayOf(last), 6) };
}

const countColumn = (language: Language) => ({ id: 'count', title: say(language, 'summary.count') });

function ofHead(summary: Summary, about: Pick<Figure, 'period' | 'from' | 'to'>): readonly Figure[] {
  const { head, language } = summary;
  return headLabels.flatMap(([id, label]) => {
    const cell = head[id];
    if (cell === undefined) return [];
    const table = { id: 'head', title: say(language, 'file.head') };
    return [{ ...about, table, row: { id, label: say(language, label) }, column: countColumn(language), cell }];
  });
}

function ofTable(table: FigureTable, about: Pick<Figure, 'period' | 'from' | 'to'>): readonly Figure[] {
  const nothing = { ...about, table, row: { id: '', label: '' }, column: { id: '', title: '' } };
  if (table.rows.length === 0) return [{ ...nothing, cell: { kind: 'none' } }];
  return table.rows.flatMap((row) =>
    row.cells.flatMap((cell, place) => {
      const column = table.columns[place];
      return column === undefined ? [] : [{ ...about, table, row, column, cell }];
    }),
  );
}

const ofWeek = (week: Week) => ({ period: week, from: mondayOf(week), to: addDays(mondayOf(week), 6) });

const ofSeries = ({ id, title, points }: FigureSeries, language: Language): readonly Figure[] =>
  points.map(({ week, cell }) => ({
    ...ofWeek(week),
    table: { id: `trend.${id}`, title: say(language, 'file.byWeek', { title }) },
    row: { id: week, label: week },
    column: countColumn(language),
    cell,
  }));

/**
 * Every figure of a summary as a record of a tidy table, headings first. The value is missing if its reader may have
 * none.
 */
export function figureRecords(summary: Summary): readonly (readonly string[])[] {
  const { language, audience, asAt } = summary;
  const about = { period: periodText(summary.period), ...daysOf(summary) };
  const figures = [
    ...ofHead(summary, about),
    ...summary.tables.flatMap((table) => ofTable(table, about)),
    ...summary.trend.flatMap((series) => ofSeries(series, language)),
  ];
  return [
    headings.map((heading) => say(language, heading)),
    ...figures.map(({ period, from, to, table, row, column, cell }) => [
      period,
      from,
      to,
      asAt,
      audience,
      table.id,
      table.title,
      row.id,
      row.label,
      column.id,
      column.title,
      String(numberOf(cell) ?? ''),
      states[cell.kind],
      table.definition ?? '',
      table.notes?.join(' ') ?? '',
    ]),
  ];
}
