const wholeNumber = /^[+-]?\d+$/u;
/** A spreadsheet takes these for the start of a formula, also behind apostrophes. */
const formulaStart = /^'*[=+\-@\t\r\n]/u;

/** An apostrophe leads text that a spreadsheet would run as a formula (RFC 4180). */
export function formatCsvField(text: string): string {
  const safe = formulaStart.test(text) && !wholeNumber.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const unescapeCsvField = (field: string): string =>
  field.startsWith("'") && formulaStart.test(field) ? field.slice(1) : field;

/** RFC 4180, CRLF. */
export const formatCsv = (records: readonly (readonly string[])[]): string =>
  records.map((record) => `${record.map(formatCsvField).join(',')}\r\n`).join('');

const byteOrderMark = '\uFEFF';

export const encodeCsv = (records: readonly (readonly string[])[]): Uint8Array =>
  new TextEncoder().encode(`${byteOrderMark}${formatCsv(records)}`);
