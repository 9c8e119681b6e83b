import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { headings, type Table } from './sheet-rows.ts';
import { WordsError } from './words-error.ts';

/** How wide a column is, in characters. Words are read side by side, so theirs are wide. */
const widths: Readonly<Record<string, number>> = {
  [headings.file]: 24,
  [headings.key]: 24,
  [headings.where]: 24,
  [headings.uses]: 16,
  [headings.asks]: 16,
  [headings.check]: 12,
};
const wide = 48;

/** Text that reads like an escape of the format would be taken for one. */
const escaped = (text: string): string => text.replaceAll(/_x(?=[0-9A-Fa-f]{4}_)/gu, '_x005F_x');

/** A sheet as an Excel workbook. Every cell is text, also when somebody types into it. */
export async function xlsxOfTable(table: Table): Promise<Uint8Array> {
  const [above = []] = table;
  const cell = { alignment: { wrapText: true, vertical: 'top' }, numFmt: '@' } as const;
  return await writeXlsx({
    sheets: [
      {
        name: 'Words',
        columns: above.map((heading) => ({ width: widths[heading] ?? wide, style: cell })),
        rows: table.map((row) => row.map(escaped)),
        cells: new Map(
          above.map((value, place) => [`0,${place}`, { value, style: { ...cell, font: { bold: true } } }]),
        ),
        freezePane: { rows: 1, columns: 2 },
      },
    ],
  });
}

/**
 * The sheet in an Excel workbook: the first of its sheets that has the headings. Throws WordsError for what is no
 * workbook, where no sheet has them, and where a cell that is read holds a formula.
 */
export async function tableOfXlsx(bytes: Uint8Array): Promise<Table> {
  const workbook = await readXlsx(bytes, { maxRows: 50_000 }).catch(() => {
    // Its errors speak of the parts of the archive.
    throw new WordsError('The file cannot be read as an Excel workbook.');
  });
  const sheet = workbook.sheets.find(({ rows }) => rows[0]?.includes(headings.key) && rows[0].includes(headings.file));
  if (sheet === undefined)
    throw new WordsError('The first row of the sheet has to be its headings, and they were not found in the file.');
  for (const [place, { type }] of sheet.cells ?? []) {
    const [row = 0] = place.split(',').map(Number);
    if (type === 'formula') throw new WordsError(`Row ${row + 1} holds a formula. Put the text itself in its place.`);
  }
  return sheet.rows.map((row) => row.map((value) => (value === null ? '' : String(value))));
}
