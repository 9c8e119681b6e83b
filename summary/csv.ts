import type { SummaryTable } from '../cards/summary-table.ts';

const wholeNumber = /^[+-]?\d+$/u;
/** The characters that a spreadsheet would take for the beginning of a formula, also behind apostrophes. */
const formulaStart = /^'*[=+\-@\t\r\n]/u;

/** A field of RFC 4180. A text that a spreadsheet would run as a formula is led by an apostrophe. */
export function csvField(text: string): string {
  const safe = formulaStart.test(text) && !wholeNumber.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The text that `csvField` made a field of, without the field's quotes. */
export const textOfField = (field: string): string =>
  field.startsWith("'") && formulaStart.test(field) ? field.slice(1) : field;

/** Records as CSV (RFC 4180, CRLF). */
export const csvOfRecords = (records: readonly (readonly string[])[]): string =>
  records.map((record) => `${record.map(csvField).join(',')}\r\n`).join('');

/**
 * Tables as CSV: a record for each row and each note, all with as many fields. The first field is
 * the table's title and the second the row's label; a heading record stands before the rows of each table.
 */
export function csvOf(tables: readonly SummaryTable[]): string {
  const width = Math.max(2, ...tables.map(({ columns }) => columns.length + 1));
  const records = tables.flatMap(({ title, columns, rows, notes }) => [
    ...(rows.length > 0 ? [[title, ...columns]] : []),
    ...rows.map((row) => [title, ...row]),
    ...notes.map((note) => [title, note]),
  ]);
  return csvOfRecords(records.map((record) => Array.from({ length: width }, (_, place) => record[place] ?? '')));
}
