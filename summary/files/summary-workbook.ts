import { type Day, mondayOf } from '../../core/model/calendar.ts';
import type { Language } from '../../core/model/language.ts';
import { say } from '../../words/cards/translate.ts';
import { showDay } from '../../words/days.ts';
import { type Cell, type FigureTable, numberOf, type Summary } from '../figures/summary.ts';
import { cellText } from '../figures/text-tables.ts';
import { audienceWords, chartOfSeries, chartOfTable } from './chart-words.ts';
import { daysOf, headLabels } from './figure-records.ts';
import { type BookCell, type BookSheet, workbook } from './workbook.ts';

const bookCell = (cell: Cell, language: Language): BookCell => numberOf(cell) ?? cellText(cell, language);

function firstSheet(summary: Summary): BookSheet {
  const { language, title, audience, asAt, head, tables } = summary;
  const { from, to } = daysOf(summary);
  const day = (each: Day): string => showDay(language, each);
  const notes = new Set(tables.flatMap((table) => table.notes));
  return {
    title: say(language, 'file.summary'),
    columns: [
      { title: say(language, 'file.report'), width: 60 },
      { title: '', width: 30 },
    ],
    rows: [
      [say(language, 'file.period'), title],
      [say(language, 'file.from'), day(from)],
      [say(language, 'file.to'), day(to)],
      [say(language, 'file.asAt'), day(asAt)],
      [say(language, 'file.audience'), say(language, audienceWords[audience])],
      ...headLabels.flatMap(([id, label]): readonly (readonly BookCell[])[] => {
        const cell = head[id];
        return cell === undefined ? [] : [[say(language, label), bookCell(cell, language)]];
      }),
    ],
    notes: [...notes],
  };
}

function tableSheet(table: FigureTable, language: Language): BookSheet {
  const chart = chartOfTable(table, language);
  return {
    title: table.title,
    columns: [{ title: table.title, width: 46 }, ...table.columns.map(({ title }) => ({ title, width: 16 }))],
    rows: table.rows.map(({ label, cells }) => [label, ...cells.map((cell) => bookCell(cell, language))]),
    notes: [...(table.definition === undefined ? [] : [table.definition]), ...table.notes],
    ...(chart && { charts: [{ ...chart, kind: 'bar', names: 0, numbers: 1 }] }),
  };
}

/** A hidden figure is an empty cell, so that a chart has a gap there and no nought. */
function trendSheet({ trend, language }: Summary): BookSheet {
  const weeks = trend[0]?.points.map(({ week }) => week) ?? [];
  const state = (cell: Cell | undefined): BookCell =>
    cell?.kind === 'hidden'
      ? say(language, 'summary.hidden')
      : cell?.kind === 'none'
        ? say(language, 'file.noFigure')
        : undefined;
  return {
    title: say(language, 'file.trend'),
    columns: [
      { title: say(language, 'file.week'), width: 12 },
      { title: say(language, 'file.weekOf'), width: 20 },
      ...trend.flatMap(({ title }) => [
        { title, width: 20 },
        { title: say(language, 'file.state'), width: 14 },
      ]),
    ],
    rows: weeks.map((week, place) => [
      week,
      showDay(language, mondayOf(week)),
      ...trend.flatMap(({ points }) => {
        const cell = points[place]?.cell;
        return [cell && numberOf(cell), state(cell)];
      }),
    ]),
    notes: [say(language, 'file.gaps')],
    charts: trend.flatMap((series, place) => {
      const chart = chartOfSeries(series, language);
      return chart ? [{ ...chart, kind: 'column', names: 0, numbers: 2 + 2 * place }] : [];
    }),
  };
}

const definitionSheet = ({ tables, language }: Summary): BookSheet => ({
  title: say(language, 'file.definitions'),
  columns: [
    { title: say(language, 'file.table'), width: 36 },
    { title: say(language, 'file.definition'), width: 80 },
    { title: say(language, 'file.notes'), width: 80 },
  ],
  rows: tables.map(({ title, definition, notes }) => [title, definition, notes.join(' ')]),
});

/** A summary as an Excel workbook: about it, a sheet for each table with its chart, the trend, the definitions. */
export const summaryWorkbook = (summary: Summary): Promise<Uint8Array> =>
  workbook({
    title: `${say(summary.language, 'file.report')}: ${summary.title}`,
    language: summary.language,
    madeOn: new Date(`${summary.asAt}T12:00:00Z`),
    sheets: [
      firstSheet(summary),
      ...summary.tables.filter(({ rows }) => rows.length > 0).map((table) => tableSheet(table, summary.language)),
      ...(summary.trend.length > 0 ? [trendSheet(summary)] : []),
      definitionSheet(summary),
    ],
  });
