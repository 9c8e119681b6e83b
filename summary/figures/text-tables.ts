import type { PageTable } from '../../cards/page.ts';
import type { Language } from '../../core/model/language.ts';
import { type FigureCell, formatCell, type FigureTable } from './summary.ts';
import { translate } from '../../words/cards/translate.ts';

export const toTextTables = (tables: readonly FigureTable[], language: Language): readonly PageTable[] =>
  tables.map(({ title, columns, rows, notes }) => ({
    title,
    columns: ['', ...columns.map((column) => column.title)],
    rows: rows.map(({ label, cells }) => [label, ...cells.map((cell) => cellText(cell, language))]),
    notes,
  }));

const pageWidth = 80;
const columnGap = '  ';

function wrapText(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/u).filter((each) => each !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length > 0 ? lines : [''];
}

function formatRow(cells: readonly string[], widths: readonly number[]): readonly string[] {
  const columns = cells.map((cell, place) => wrapText(cell, widths[place] ?? pageWidth));
  const height = Math.max(...columns.map((column) => column.length));
  return Array.from({ length: height }, (_, line) =>
    columns
      .map((column, place) => {
        const text = column[line] ?? '';
        const width = widths[place] ?? 0;
        return place === 0 ? text.padEnd(width) : text.padStart(width);
      })
      .join(columnGap)
      .trimEnd(),
  );
}

function getColumnWidths({ columns, rows }: PageTable): readonly number[] {
  const longestWord = (text: string) => Math.max(0, ...text.split(/\s+/u).map((word) => word.length));
  const numbers = columns
    .slice(1)
    .map((heading, place) => Math.max(longestWord(heading), ...rows.map((row) => (row[place + 1] ?? '').length)));
  const taken = numbers.reduce((sum, width) => sum + width + columnGap.length, 0);
  const longestLabel = Math.max(0, ...rows.map(([label]) => (label ?? '').length));
  return [Math.min(longestLabel, Math.max(10, pageWidth - taken)), ...numbers];
}

function formatTable(table: PageTable): string {
  const widths = getColumnWidths(table);
  const heading = formatRow(table.columns, widths);
  const rule = '-'.repeat(Math.min(pageWidth, Math.max(...heading.map((line) => line.length), table.title.length)));
  const body =
    table.rows.length > 0
      ? [...heading, ...heading.slice(0, 1).map(() => rule), ...table.rows.flatMap((row) => formatRow(row, widths))]
      : [];
  return [
    ...wrapText(table.title, pageWidth),
    ...body,
    ...table.notes.flatMap((note) => wrapText(note, pageWidth)),
  ].join('\n');
}

/** Fits 80 columns, with an empty line between tables. */
export const formatTables = (tables: readonly PageTable[]): string => `${tables.map(formatTable).join('\n\n')}\n`;

/** A cell in the words of cards and files. The page has its own words. */
export const cellText = (cell: FigureCell, language: Language): string =>
  formatCell({ hidden: translate(language, 'summary.hidden'), none: '–' }, cell);
