import type { Audience } from '../../core/model/permissions.ts';
import { drawBlock, type PdfBlock } from '../../documents/pdf/draw-block.ts';
import {
  drawHorizontalBars,
  drawVerticalBars,
  horizontalChartHeight,
  type PdfBar,
  verticalChartHeight,
} from '../../documents/pdf/draw-chart.ts';
import { drawTable } from '../../documents/pdf/draw-table.ts';
import { type PdfBuilder, createPdfBuilder, type PdfFonts } from '../../documents/pdf/pdf-builder.ts';
import { translate, type WordKey } from '../../words/cards/translate.ts';
import { formatDay, formatDayRange, formatWeekLabel } from '../../words/date-format.ts';
import {
  type FigureCell,
  type FigureSeries,
  type FigureTable,
  getCellValue,
  type Summary,
} from '../figures/summary.ts';
import { cellText } from '../figures/text-tables.ts';
import { fileAudienceWords, createSeriesChartText, createTableChartText } from './chart-text.ts';
import { getSummaryDates, headlineLabels } from './figure-records.ts';

const audienceNoteKeys: Readonly<Record<Audience, WordKey>> = {
  acu: 'file.isAcu',
  reserve: 'file.isReserve',
  wider: 'file.isWider',
};

function createBar(label: string, cell: FigureCell, { language }: Pick<Summary, 'language'>): PdfBar {
  const value = getCellValue(cell);
  const text = cellText(cell, language);
  return value === undefined ? { label, text, isHidden: cell.kind === 'hidden' } : { label, text, value };
}

function drawTitle(open: PdfBuilder, summary: Summary): void {
  const { language, title, asAt, audience, head } = summary;
  const { from, to } = getSummaryDates(summary);
  const fact = (label: WordKey, value: string): PdfBlock => ({
    kind: 'text',
    text: translate(language, 'file.fact', { label: translate(language, label), value }),
  });
  const dates = formatDayRange(language, from, to);
  const blocks: readonly PdfBlock[] = [
    { kind: 'title', text: translate(language, 'file.report') },
    fact('file.period', title === dates ? title : `${title} (${dates})`),
    fact('file.asAt', formatDay(language, asAt)),
    fact('file.audience', translate(language, fileAudienceWords[audience])),
    { kind: 'heading', text: translate(language, 'file.head') },
  ];
  for (const block of blocks) drawBlock(open, block);
  drawTable(open, {
    columns: ['', translate(language, 'summary.count')],
    rows: headlineLabels.flatMap(([id, label]) => {
      const cell = head[id];
      return cell === undefined ? [] : [[translate(language, label), cellText(cell, language)]];
    }),
  });
}

function drawSeries(open: PdfBuilder, series: FigureSeries, summary: Summary): void {
  const { language } = summary;
  const chart = createSeriesChartText(series, language);
  const title = translate(language, 'file.byWeek', { title: series.title });
  drawBlock(open, { kind: 'label', text: title }, chart ? verticalChartHeight : 0);
  if (chart === undefined) {
    drawBlock(open, { kind: 'text', text: translate(language, 'file.noneShown') });
    return;
  }
  const bars = series.points.map(({ week, cell }) => createBar(formatWeekLabel(language, week), cell, summary));
  drawVerticalBars(open, { bars, alternative: chart.alternative });
}

function drawFigureTable(open: PdfBuilder, table: FigureTable, summary: Summary): void {
  const { language } = summary;
  const { title, definition, columns, rows, notes } = table;
  const words = createTableChartText(table, language);
  const chart = words && {
    alternative: words.alternative,
    bars: rows.flatMap(({ label, cells: [cell] }) => (cell === undefined ? [] : [createBar(label, cell, summary)])),
  };
  drawBlock(open, { kind: 'label', text: title }, chart ? horizontalChartHeight(chart) : 0);
  if (definition !== undefined) drawBlock(open, { kind: 'text', text: definition });
  if (chart) drawHorizontalBars(open, chart);
  if (rows.length > 0) {
    drawTable(open, {
      columns: ['', ...columns.map((column) => column.title)],
      rows: rows.map(({ label, cells }) => [label, ...cells.map((cell) => cellText(cell, language))]),
    });
  }
  for (const note of notes) drawBlock(open, { kind: 'text', text: note });
}

/** A tagged PDF to hand on, equal for equal summaries. Throws on a damaged font. */
export async function renderSummaryPdf(summary: Summary, fonts: PdfFonts): Promise<Uint8Array> {
  const { language, audience, asAt, tables, trend } = summary;
  const title = translate(language, 'file.fact', { label: translate(language, 'file.report'), value: summary.title });
  const open = createPdfBuilder({ language, title, createdOn: new Date(`${asAt}T12:00:00Z`) }, fonts);
  const heading = (key: WordKey, follows = 0) =>
    drawBlock(open, { kind: 'heading', text: translate(language, key) }, follows);
  const text = (key: WordKey) => drawBlock(open, { kind: 'text', text: translate(language, key) });

  drawTitle(open, summary);
  if (trend.length > 0) {
    heading('file.trend', verticalChartHeight);
    for (const series of trend) drawSeries(open, series, summary);
    const cells = trend.flatMap(({ points }) => points.map(({ cell }) => cell));
    if (cells.some(({ kind }) => kind === 'hidden')) text('file.hatched');
  }
  heading('file.tables');
  for (const table of tables) drawFigureTable(open, table, summary);
  heading('file.about');
  for (const key of ['file.frozen', audienceNoteKeys[audience], 'file.more', 'file.noPeople'] as const) text(key);
  return await open.close({
    header: translate(language, fileAudienceWords[audience]),
    footer: (page, pages) => translate(language, 'file.page', { title, page, pages }),
  });
}
