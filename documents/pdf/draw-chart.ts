import { columnWidth, margin, type PdfBuilder } from './pdf-builder.ts';

/** `value` is missing if it is not shown; both if there is none. */
export interface PdfBar {
  readonly label: string;
  readonly text: string;
  readonly value?: number;
  readonly isHidden?: boolean;
}

export interface PdfChart {
  readonly bars: readonly PdfBar[];
  readonly alternative: string;
}

const colour = '#4F52B2';
const grey = '#8A8886';
const ink = '#000000';
const labelFontSize = 8;
const rowHeight = 17;
const labelWidth = 190;
const valueWidth = 40;
const barAreaHeight = 84;

export const horizontalChartHeight = ({ bars }: PdfChart): number => bars.length * rowHeight + 12;
export const verticalChartHeight = barAreaHeight + 40;

const maxBarValue = (bars: readonly PdfBar[]): number => Math.max(1, ...bars.map(({ value = 0 }) => value));

/** A figure drawn from `top` and read aloud as `alt`. */
function addFigure(
  { pdf, add, ensureSpace }: PdfBuilder,
  height: number,
  alt: string,
  draw: (top: number) => void,
): void {
  ensureSpace(height);
  const top = pdf.y + 6;
  const bbox = [margin, top, margin + columnWidth, top + height - 6] as const;
  add(pdf.struct('Figure', { alt, bbox, placement: 'Block' }, () => draw(top)));
  pdf.fillColor(ink);
  pdf.x = margin;
  pdf.y = top + height - 6;
}

export function drawHorizontalBars(builder: PdfBuilder, chart: PdfChart): void {
  const { pdf, toDrawable } = builder;
  const most = maxBarValue(chart.bars);
  const room = columnWidth - labelWidth - valueWidth;
  addFigure(builder, horizontalChartHeight(chart), chart.alternative, (top) => {
    for (const [place, { label, text, value = 0 }] of chart.bars.entries()) {
      const y = top + place * rowHeight;
      const length = (value / most) * room;
      const left = margin + labelWidth;
      pdf.rect(left, y, Math.max(length, 0.75), rowHeight - 5).fill(colour);
      pdf.font('regular', labelFontSize).fillColor(ink);
      pdf.text(toDrawable(label), margin, y + 1, { width: labelWidth - 8, height: rowHeight - 4, ellipsis: true });
      pdf.text(toDrawable(text), left + length + 5, y + 1, { lineBreak: false });
    }
  });
}

/** A hatched foot, unlike any number's bar, for a count that is not shown. */
function drawHatch({ pdf }: PdfBuilder, left: number, bottom: number, width: number): void {
  const height = 10;
  pdf
    .lineWidth(0.5)
    .rect(left, bottom - height, width, height)
    .stroke(grey);
  for (let x = 3; x < width; x += 5)
    pdf
      .moveTo(left + x, bottom)
      .lineTo(left + Math.min(width, x + 5), bottom - height)
      .stroke(grey);
}

export function drawVerticalBars(builder: PdfBuilder, chart: PdfChart): void {
  const { pdf, toDrawable } = builder;
  const most = maxBarValue(chart.bars);
  const step = columnWidth / Math.max(1, chart.bars.length);
  addFigure(builder, verticalChartHeight, chart.alternative, (top) => {
    const bottom = top + 12 + barAreaHeight;
    for (const [place, { label, text, value, isHidden }] of chart.bars.entries()) {
      const left = margin + place * step;
      const height = ((value ?? 0) / most) * barAreaHeight;
      const width = step * 0.66;
      if (value !== undefined)
        pdf.rect(left + step * 0.17, bottom - height, width, Math.max(height, 0.75)).fill(colour);
      else if (isHidden === true) drawHatch(builder, left + step * 0.17, bottom, width);
      pdf.font('regular', labelFontSize).fillColor(ink);
      const centred = { width: step, align: 'center', lineBreak: false } as const;
      if (value !== undefined) pdf.text(toDrawable(text), left, bottom - height - 11, centred);
      pdf.text(toDrawable(label), left, bottom + 4, centred);
    }
    pdf
      .lineWidth(0.5)
      .moveTo(margin, bottom)
      .lineTo(margin + columnWidth, bottom)
      .stroke(grey);
  });
}
