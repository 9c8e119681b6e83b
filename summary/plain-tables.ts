import type { SummaryTable } from '../cards/summary-table.ts';
import type { Language } from '../concerns/terms/language.ts';
import { cellText } from './cell-text.ts';
import type { FigureTable } from './summary.ts';

export const plainTables = (tables: readonly FigureTable[], language: Language): readonly SummaryTable[] =>
  tables.map(({ title, columns, rows, notes }) => ({
    title,
    columns: ['', ...columns.map((column) => column.title)],
    rows: rows.map(({ label, cells }) => [label, ...cells.map((cell) => cellText(cell, language))]),
    notes,
  }));
