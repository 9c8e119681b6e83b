import { addDays, type Day, firstDayOfWeek, type Week } from '../../core/model/calendar.ts';
import type { Language } from '../../core/model/language.ts';
import { translate, type WordKey } from '../../words/cards/translate.ts';
import {
  type FigureCell,
  type FigureSeries,
  type FigureTable,
  getCellValue,
  type Summary,
  type SummaryHeadline,
} from '../figures/summary.ts';
import { formatPeriod } from '../figures/periods.ts';

const cellStates = {
  count: 'shown',
  change: 'shown',
  days: 'shown',
  rounded: 'rounded',
  hidden: 'hidden',
  none: 'none',
} as const satisfies Readonly<Record<FigureCell['kind'], string>>;

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

interface FigureRecord {
  readonly period: string;
  readonly from: Day;
  readonly to: Day;
  readonly table: Pick<FigureTable, 'id' | 'title'> & Partial<Pick<FigureTable, 'definition' | 'notes'>>;
  readonly row: { readonly id: string; readonly label: string };
  readonly column: { readonly id: string; readonly title: string };
  readonly cell: FigureCell;
}

export const headlineLabels = [
  ['received', 'summary.received'],
  ['change', 'file.change'],
  ['inTime', 'summary.inTime'],
  ['overdue', 'summary.overdue'],
] as const satisfies readonly (readonly [keyof SummaryHeadline, WordKey])[];

export function getSummaryDates({ weeks, asAt }: Pick<Summary, 'weeks' | 'asAt'>): {
  readonly from: Day;
  readonly to: Day;
} {
  const [first] = weeks;
  const last = weeks.at(-1);
  if (first === undefined || last === undefined) return { from: asAt, to: asAt };
  return { from: firstDayOfWeek(first), to: addDays(firstDayOfWeek(last), 6) };
}

const countColumn = (language: Language) => ({ id: 'count', title: translate(language, 'summary.count') });

function createHeadlineRecords(
  summary: Summary,
  about: Pick<FigureRecord, 'period' | 'from' | 'to'>,
): readonly FigureRecord[] {
  const { head, language } = summary;
  return headlineLabels.flatMap(([id, label]) => {
    const cell = head[id];
    if (cell === undefined) return [];
    const table = { id: 'head', title: translate(language, 'file.head') };
    return [{ ...about, table, row: { id, label: translate(language, label) }, column: countColumn(language), cell }];
  });
}

function createTableRecords(
  table: FigureTable,
  about: Pick<FigureRecord, 'period' | 'from' | 'to'>,
): readonly FigureRecord[] {
  const nothing = { ...about, table, row: { id: '', label: '' }, column: { id: '', title: '' } };
  if (table.rows.length === 0) return [{ ...nothing, cell: { kind: 'none' } }];
  return table.rows.flatMap((row) =>
    row.cells.flatMap((cell, place) => {
      const column = table.columns[place];
      return column === undefined ? [] : [{ ...about, table, row, column, cell }];
    }),
  );
}

const getWeekDates = (week: Week) => ({
  period: week,
  from: firstDayOfWeek(week),
  to: addDays(firstDayOfWeek(week), 6),
});

const createSeriesRecords = ({ id, title, points }: FigureSeries, language: Language): readonly FigureRecord[] =>
  points.map(({ week, cell }) => ({
    ...getWeekDates(week),
    table: { id: `trend.${id}`, title: translate(language, 'file.byWeek', { title }) },
    row: { id: week, label: week },
    column: countColumn(language),
    cell,
  }));

/** A tidy table, headings first. The value is missing if its reader may have none. */
export function createFigureRecords(summary: Summary): readonly (readonly string[])[] {
  const { language, audience, asAt } = summary;
  const about = { period: formatPeriod(summary.period), ...getSummaryDates(summary) };
  const figures = [
    ...createHeadlineRecords(summary, about),
    ...summary.tables.flatMap((table) => createTableRecords(table, about)),
    ...summary.trend.flatMap((series) => createSeriesRecords(series, language)),
  ];
  return [
    headings.map((heading) => translate(language, heading)),
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
      String(getCellValue(cell) ?? ''),
      cellStates[cell.kind],
      table.definition ?? '',
      table.notes?.join(' ') ?? '',
    ]),
  ];
}
