import { csvFile } from '../csv.ts';
import { workbook } from '../files/workbook.ts';
import type { FilledReturn } from './make-return.ts';
import { definitionsTable, type PlainTable, returnTable } from './return-tables.ts';

/** A file of CSV has one table: notes follow in the first field, after an empty record. */
function csvOfTable({ columns, rows, notes }: PlainTable): Uint8Array {
  const width = columns.length;
  const record = (values: readonly (string | number | undefined)[]): readonly string[] =>
    Array.from({ length: width }, (_, place) => String(values[place] ?? ''));
  return csvFile([
    columns.map(({ title }) => title),
    ...rows.map(record),
    ...(notes.length > 0 ? [record([]), ...notes.map((note) => record([note]))] : []),
  ]);
}

export const csvOfReturn = (
  filled: FilledReturn,
): { readonly figures: Uint8Array; readonly definitions: Uint8Array } => ({
  figures: csvOfTable(returnTable(filled)),
  definitions: csvOfTable(definitionsTable(filled)),
});

export const workbookOfReturn = async (filled: FilledReturn, madeOn: Date): Promise<Uint8Array> =>
  await workbook({
    title: filled.name,
    language: filled.language,
    madeOn,
    sheets: [returnTable(filled), definitionsTable(filled)],
  });
