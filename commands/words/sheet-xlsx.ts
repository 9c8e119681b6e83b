import { readXlsx, type Sheet, writeXlsx } from 'hucre/xlsx';
import { bookText } from '../../summary/files/workbook.ts';
import { headings, isHeadings, noHeadings, type Table } from './sheet-rows.ts';
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

/** A sheet as an Excel workbook. Every cell is text, also when somebody types into it. */
export async function xlsxOfTable(table: Table): Promise<Uint8Array> {
  const [above = []] = table;
  const cell = { alignment: { wrapText: true, vertical: 'top' }, numFmt: '@' } as const;
  return await writeXlsx({
    sheets: [
      {
        name: 'Words',
        columns: above.map((heading) => ({ width: widths[heading] ?? wide, style: cell })),
        rows: table.map((row) => row.map(bookText)),
        cells: new Map(
          above.map((value, place) => [`0,${place}`, { value, style: { ...cell, font: { bold: true } } }]),
        ),
        freezePane: { rows: 1, columns: 2 },
      },
    ],
  });
}

/** The one sheet of a workbook that has the headings. */
function sheetOfWords(sheets: readonly Sheet[]): Sheet {
  const [sheet, other] = sheets.filter(({ rows }) => isHeadings(rows[0]));
  if (sheet === undefined) throw noHeadings();
  if (other !== undefined)
    throw new WordsError('Two sheets of the workbook have the headings: put them into two files.');
  return sheet;
}

/** The comments at the cells of each row, by the row's place. */
function commentsOf(sheet: Sheet): ReadonlyMap<number, string> {
  const comments = new Map<number, string>();
  for (const [place, { comment, type }] of sheet.cells ?? []) {
    const row = Number(place.split(',')[0]);
    if (type === 'formula') throw new WordsError(`Row ${row + 1} holds a formula. Put the text itself in its place.`);
    if (comment) comments.set(row, [comments.get(row), comment.text].filter(Boolean).join(' '));
  }
  return comments;
}

/**
 * The sheet in an Excel workbook that has the headings. Comments at its cells stand among the remarks. Throws
 * WordsError for what is no workbook, where none of its sheets or more than one has the headings, and where a cell
 * holds a formula.
 */
export async function tableOfXlsx(bytes: Uint8Array): Promise<Table> {
  const workbook = await readXlsx(bytes).catch(() => {
    // Its errors speak of the parts of the archive.
    throw new WordsError('The file cannot be read as an Excel workbook.');
  });
  const sheet = sheetOfWords(workbook.sheets);
  const comments = commentsOf(sheet);
  const [above = []] = sheet.rows;
  const remark = above.indexOf(headings.remark);
  return sheet.rows.map((row, place) => {
    const texts = above.map((_, column) => String(row[column] ?? ''));
    const comment = comments.get(place);
    if (comment === undefined || place === 0 || remark < 0) return texts;
    return texts.with(remark, [texts[remark], comment].filter(Boolean).join(' '));
  });
}
