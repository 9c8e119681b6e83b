import type { Audience } from '../../core/model/permissions.ts';
import { drawBlock, type PdfBlock } from '../../documents/pdf/draw-block.ts';
import {
  drawLyingBars,
  drawStandingBars,
  lyingHeight,
  type PdfBar,
  standingRoom,
} from '../../documents/pdf/draw-chart.ts';
import { drawTable } from '../../documents/pdf/draw-table.ts';
import { type OpenPdf, openPdf, type PdfFonts } from '../../documents/pdf/pdf-document.ts';
import { say, type WordKey } from '../../words/cards/translate.ts';
import { showDay } from '../../words/days.ts';
import { type Cell, type FigureSeries, type FigureTable, numberOf, type Summary } from '../figures/summary.ts';
import { cellText } from '../figures/text-tables.ts';
import { audienceWords, chartOfSeries, chartOfTable } from './chart-words.ts';
import { daysOf, headLabels } from './figure-records.ts';

const aboutAudience: Readonly<Record<Audience, WordKey>> = {
  acu: 'file.isAcu',
  reserve: 'file.isReserve',
  wider: 'file.isWider',
};

function barOf(label: string, cell: Cell, { language }: Pick<Summary, 'language'>): PdfBar {
  const value = numberOf(cell);
  const text = cellText(cell, language);
  return value === undefined ? { label, text, isHidden: cell.kind === 'hidden' } : { label, text, value };
}

function drawTitle(open: OpenPdf, summary: Summary): void {
  const { language, title, asAt, audience, head } = summary;
  const { from, to } = daysOf(summary);
  const fact = (label: WordKey, value: string): PdfBlock => ({
    kind: 'text',
    text: say(language, 'file.fact', { label: say(language, label), value }),
  });
  const dates = say(language, 'file.fromTo', { from: showDay(language, from), to: showDay(language, to) });
  const blocks: readonly PdfBlock[] = [
    { kind: 'title', text: say(language, 'file.report') },
    fact('file.period', `${title} (${dates})`),
    fact('file.asAt', showDay(language, asAt)),
    fact('file.audience', say(language, audienceWords[audience])),
    { kind: 'heading', text: say(language, 'file.head') },
  ];
  for (const block of blocks) drawBlock(open, block);
  drawTable(open, {
    columns: ['', say(language, 'summary.count')],
    rows: headLabels.flatMap(([id, label]) => {
      const cell = head[id];
      return cell === undefined ? [] : [[say(language, label), cellText(cell, language)]];
    }),
  });
}

function drawSeries(open: OpenPdf, series: FigureSeries, summary: Summary): void {
  const { language } = summary;
  const chart = chartOfSeries(series, language);
  const title = say(language, 'file.byWeek', { title: series.title });
  drawBlock(open, { kind: 'label', text: title }, chart ? standingRoom : 0);
  if (chart === undefined) {
    drawBlock(open, { kind: 'text', text: say(language, 'file.noneShown') });
    return;
  }
  const bars = series.points.map(({ week, cell }) => barOf(week.slice(5), cell, summary));
  drawStandingBars(open, { bars, alternative: chart.alternative });
}

function drawFigures(open: OpenPdf, table: FigureTable, summary: Summary): void {
  const { language } = summary;
  const { title, definition, columns, rows, notes } = table;
  const words = chartOfTable(table, language);
  const chart = words && {
    alternative: words.alternative,
    bars: rows.flatMap(({ label, cells: [cell] }) => (cell === undefined ? [] : [barOf(label, cell, summary)])),
  };
  drawBlock(open, { kind: 'label', text: title }, chart ? lyingHeight(chart) : 0);
  if (definition !== undefined) drawBlock(open, { kind: 'text', text: definition });
  if (chart) drawLyingBars(open, chart);
  if (rows.length > 0) {
    drawTable(open, {
      columns: ['', ...columns.map((column) => column.title)],
      rows: rows.map(({ label, cells }) => [label, ...cells.map((cell) => cellText(cell, language))]),
    });
  }
  for (const note of notes) drawBlock(open, { kind: 'text', text: note });
}

/** A summary as a tagged PDF to hand on, equal for equal summaries. Throws on a damaged font. */
export async function summaryPdf(summary: Summary, fonts: PdfFonts): Promise<Uint8Array> {
  const { language, audience, asAt, tables, trend } = summary;
  const title = say(language, 'file.fact', { label: say(language, 'file.report'), value: summary.title });
  const open = openPdf({ language, title, madeOn: new Date(`${asAt}T12:00:00Z`) }, fonts);
  const heading = (key: WordKey, follows = 0) =>
    drawBlock(open, { kind: 'heading', text: say(language, key) }, follows);
  const text = (key: WordKey) => drawBlock(open, { kind: 'text', text: say(language, key) });

  drawTitle(open, summary);
  if (trend.length > 0) {
    heading('file.trend', standingRoom);
    for (const series of trend) drawSeries(open, series, summary);
    const cells = trend.flatMap(({ points }) => points.map(({ cell }) => cell));
    if (cells.some(({ kind }) => kind === 'hidden')) text('file.hatched');
  }
  heading('file.tables');
  for (const table of tables) drawFigures(open, table, summary);
  heading('file.about');
  for (const key of ['file.frozen', aboutAudience[audience], 'file.more', 'file.noPeople'] as const) text(key);
  return await open.close({
    header: say(language, audienceWords[audience]),
    footer: (page, pages) => say(language, 'file.page', { title, page, pages }),
  });
}
