import { readXlsx, type Sheet, writeXlsx } from 'hucre/xlsx';
import { bookText } from '../../summary/files/workbook.ts';
import { headings, isHeadings, noHeadings, type Table } from './sheet-rows.ts';
import { WordsError } from './words-error.ts';

const widths: Readonly<Record<string, number>> = {
  [headings.file]: 24,
  [headings.key]: 24,
  [headings.where]: 24,
  [headings.uses]: 16,
  [headings.asks]: 16,
  [headings.check]: 12,
};
const wide = 48;

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

function sheetOfWords(sheets: readonly Sheet[]): Sheet {
  const [sheet, other] = sheets.filter(({ rows }) => isHeadings(rows[0]));
  if (sheet === undefined) throw noHeadings();
  if (other !== undefined)
    throw new WordsError('Two sheets of the workbook have the headings: put them into two files.');
  return sheet;
}

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
 * The one sheet with the headings. Comments at its cells become remarks. Throws WordsError if it is no workbook, if not
 * exactly one sheet has the headings, and if a cell holds a formula.
 */
export async function tableOfXlsx(bytes: Uint8Array): Promise<Table> {
  const workbook = await readXlsx(bytes).catch(() => {
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
