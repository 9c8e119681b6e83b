import type { StructureElement } from 'pdfkit';
import { columnWidth, margin, type PdfBuilder } from './pdf-builder.ts';

export interface PdfTable {
  readonly columns: readonly string[];
  /** A label, then a text for each further column. */
  readonly rows: readonly (readonly string[])[];
}

const size = 9;
const padding = 3;
const numberWidth = 78;
const lineColour = '#8A8886';

function columnPositions(count: number): readonly { readonly x: number; readonly width: number }[] {
  const others = Math.min(numberWidth, (columnWidth * 0.6) / Math.max(1, count - 1));
  const first = columnWidth - others * (count - 1);
  return Array.from({ length: count }, (_, place) =>
    place === 0 ? { x: margin, width: first } : { x: margin + first + (place - 1) * others, width: others },
  );
}

/** Rows stay whole. A further page repeats the headings, read aloud once. */
export function drawTable({ pdf, toDrawable, add, ensureSpace }: PdfBuilder, { columns, rows }: PdfTable): void {
  const places = columnPositions(columns.length);
  const cellStyle = (place: number) =>
    ({ width: (places[place]?.width ?? 0) - 2 * padding, align: place === 0 ? 'left' : 'right' }) as const;
  const setFont = (isHead: boolean) => pdf.font(isHead ? 'bold' : 'regular', size);
  const rowHeight = (cells: readonly string[], isHead: boolean): number =>
    Math.max(...cells.map((cell, place) => setFont(isHead).heightOfString(toDrawable(cell), cellStyle(place)))) +
    2 * padding;

  const drawCell = (text: string, place: number, top: number, isHead: boolean) => {
    setFont(isHead).text(toDrawable(text), (places[place]?.x ?? 0) + padding, top + padding, cellStyle(place));
  };
  const drawLine = (y: number) => {
    pdf.markContent('Artifact', { type: 'Layout' });
    pdf
      .lineWidth(0.5)
      .moveTo(margin, y)
      .lineTo(margin + columnWidth, y)
      .stroke(lineColour);
    pdf.endMarkedContent();
  };
  const finishRow = (top: number, height: number) => {
    drawLine(top + height);
    pdf.x = margin;
    pdf.y = top + height;
  };

  const headHeight = rowHeight(columns, true);
  const repeatHead = () => {
    const top = pdf.y;
    pdf.markContent('Artifact', { type: 'Pagination' });
    for (const [place, title] of columns.entries()) drawCell(title, place, top, true);
    pdf.endMarkedContent();
    finishRow(top, headHeight);
  };
  const table = pdf.struct('Table');
  add(table);
  const addRow = (cells: readonly string[], isHead: boolean, height: number) => {
    const top = pdf.y;
    const row = pdf.struct('TR');
    table.add(row);
    for (const [place, text] of cells.entries()) {
      const draw = () => drawCell(text, place, top, isHead);
      row.add(createCell(text, place, isHead, draw));
    }
    row.end();
    finishRow(top, height);
  };
  const createCell = (text: string, place: number, isHead: boolean, draw: () => void): StructureElement => {
    if (text === '') return pdf.struct('TD', {}, draw);
    if (isHead) return pdf.struct('TH', { scope: 'Column' }, draw);
    return place === 0 ? pdf.struct('TH', { scope: 'Row' }, draw) : pdf.struct('TD', {}, draw);
  };

  pdf.y += 4;
  const [first = []] = rows;
  ensureSpace(headHeight + rowHeight(first, false));
  addRow(columns, true, headHeight);
  for (const row of rows) {
    const height = rowHeight(row, false);
    if (ensureSpace(height)) repeatHead();
    addRow(row, false, height);
  }
  table.end();
  pdf.y += 4;
}
