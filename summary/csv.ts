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

const byteOrderMark = '\uFEFF';

/**
 * Records as a CSV file in UTF-8, with the mark at its beginning by which Excel knows that it is: without it, ŵ and ŷ
 * become two letters each.
 */
export const csvFile = (records: readonly (readonly string[])[]): Uint8Array =>
  new TextEncoder().encode(`${byteOrderMark}${csvOfRecords(records)}`);
