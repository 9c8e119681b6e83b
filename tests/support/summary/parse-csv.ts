/** Reads RFC 4180 back, as a spreadsheet would. */
export function parseCsvRows(text: string): string[][] {
  const fields = [...text.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/gu)];
  const records: string[][] = [[]];
  for (const [, field = '', end] of fields) {
    records.at(-1)?.push(field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field);
    if (end === '\r\n') records.push([]);
  }
  return records.slice(0, -1);
}
