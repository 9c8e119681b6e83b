import { type Day, firstDayOfWeek } from '../../core/model/calendar.ts';
import type { Language } from '../../core/model/language.ts';
import { translate } from '../../words/cards/translate.ts';
import { formatDay } from '../../words/date-format.ts';
import { type FigureCell, type FigureTable, getCellValue, type Summary } from '../figures/summary.ts';
import { cellText } from '../figures/text-tables.ts';
import { fileAudienceWords, createSeriesChartText, createTableChartText } from './chart-text.ts';
import { getSummaryDates, headlineLabels } from './figure-records.ts';
import { type WorkbookCell, type WorkbookSheet, createWorkbook } from './workbook.ts';

const workbookCell = (cell: FigureCell, language: Language): WorkbookCell =>
  getCellValue(cell) ?? cellText(cell, language);

function overviewSheet(summary: Summary): WorkbookSheet {
  const { language, title, audience, asAt, head, tables } = summary;
  const { from, to } = getSummaryDates(summary);
  const day = (each: Day): string => formatDay(language, each);
  const notes = new Set(tables.flatMap((table) => table.notes));
  return {
    title: translate(language, 'file.summary'),
    columns: [
      { title: translate(language, 'file.report'), width: 60 },
      { title: '', width: 30 },
    ],
    rows: [
      [translate(language, 'file.period'), title],
      [translate(language, 'file.from'), day(from)],
      [translate(language, 'file.to'), day(to)],
      [translate(language, 'file.asAt'), day(asAt)],
      [translate(language, 'file.audience'), translate(language, fileAudienceWords[audience])],
      ...headlineLabels.flatMap(([id, label]): readonly (readonly WorkbookCell[])[] => {
        const cell = head[id];
        return cell === undefined ? [] : [[translate(language, label), workbookCell(cell, language)]];
      }),
    ],
    notes: [...notes],
  };
}

function tableSheet(table: FigureTable, language: Language): WorkbookSheet {
  const chart = createTableChartText(table, language);
  return {
    title: table.title,
    columns: [{ title: table.title, width: 46 }, ...table.columns.map(({ title }) => ({ title, width: 16 }))],
    rows: table.rows.map(({ label, cells }) => [label, ...cells.map((cell) => workbookCell(cell, language))]),
    notes: [...(table.definition === undefined ? [] : [table.definition]), ...table.notes],
    ...(chart && { charts: [{ ...chart, kind: 'bar', names: 0, numbers: 1 }] }),
  };
}

/** A hidden figure is an empty cell: a chart then has a gap and no nought. */
function trendSheet({ trend, language }: Summary): WorkbookSheet {
  const weeks = trend[0]?.points.map(({ week }) => week) ?? [];
  const state = (cell: FigureCell | undefined): WorkbookCell =>
    cell?.kind === 'hidden'
      ? translate(language, 'summary.hidden')
      : cell?.kind === 'none'
        ? translate(language, 'file.noFigure')
        : undefined;
  return {
    title: translate(language, 'file.trend'),
    columns: [
      { title: translate(language, 'file.week'), width: 12 },
      { title: translate(language, 'file.weekOf'), width: 20 },
      ...trend.flatMap(({ title }) => [
        { title, width: 20 },
        { title: translate(language, 'file.state'), width: 14 },
      ]),
    ],
    rows: weeks.map((week, place) => [
      week,
      formatDay(language, firstDayOfWeek(week)),
      ...trend.flatMap(({ points }) => {
        const cell = points[place]?.cell;
        return [cell && getCellValue(cell), state(cell)];
      }),
    ]),
    notes: [translate(language, 'file.gaps')],
    charts: trend.flatMap((series, place) => {
      const chart = createSeriesChartText(series, language);
      return chart ? [{ ...chart, kind: 'column', names: 1, numbers: 2 + 2 * place }] : [];
    }),
  };
}

const definitionSheet = ({ tables, language }: Summary): WorkbookSheet => ({
  title: translate(language, 'file.definitions'),
  columns: [
    { title: translate(language, 'file.table'), width: 36 },
    { title: translate(language, 'file.definition'), width: 80 },
    { title: translate(language, 'file.notes'), width: 80 },
  ],
  rows: tables.map(({ title, definition, notes }) => [title, definition, notes.join(' ')]),
});

/** About the summary, a sheet for each table with its chart, the trend, the definitions. */
export const createSummaryWorkbook = (summary: Summary): Promise<Uint8Array> =>
  createWorkbook({
    title: `${translate(summary.language, 'file.report')}: ${summary.title}`,
    language: summary.language,
    madeOn: new Date(`${summary.asAt}T12:00:00Z`),
    sheets: [
      overviewSheet(summary),
      ...summary.tables.filter(({ rows }) => rows.length > 0).map((table) => tableSheet(table, summary.language)),
      ...(summary.trend.length > 0 ? [trendSheet(summary)] : []),
      definitionSheet(summary),
    ],
  });
