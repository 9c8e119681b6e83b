import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseCsv } from 'hucre/csv';
import { readXlsx, type Sheet, writeXlsx } from 'hucre/xlsx';
import { isFileError } from '../../bot/runtime/file-error.ts';
import { csvFile, textOfField } from '../../summary/files/csv.ts';
import { bookText } from '../../summary/files/workbook.ts';
import { messageShape } from './message-shape.ts';
import { type PlacedWord, placedWords, readSources, readWordFiles, usesOf, WordsError } from './word-locations.ts';

export type Table = readonly (readonly string[])[];

export const headings = {
  file: 'File',
  key: 'Key',
  where: 'Where it is read',
  uses: 'Asked for in',
  english: 'English',
  welsh: 'Welsh',
  asks: 'Filled in',
  correction: 'Corrected Welsh',
  remark: 'Remark',
  check: 'Check',
} as const;
type Column = keyof typeof headings;
const columns: readonly Column[] = [
  'file',
  'key',
  'where',
  'uses',
  'english',
  'welsh',
  'asks',
  'correction',
  'remark',
  'check',
];
const readBack = ['file', 'key', 'english', 'welsh', 'correction', 'remark', 'check'] as const;

const isHeadings = (row: readonly unknown[] = []): boolean => row.includes(headings.file) && row.includes(headings.key);

const noHeadings = (): WordsError =>
  new WordsError('The first row of the sheet has to be its headings, and they were not found in the file.');

export interface SheetRow extends Readonly<Record<(typeof readBack)[number], string>> {
  readonly number: number;
}

export const asCell = (text: string): string => text.replaceAll(/\r\n?/gu, '\n').normalize('NFC').trim();

/** It begins with a letter, so that no spreadsheet takes it for a number. */
export const checkOf = (row: Pick<SheetRow, 'file' | 'key' | 'english' | 'welsh'>): string =>
  `c${createHash('sha256')
    .update(JSON.stringify([row.file, row.key, row.english, row.welsh].map(asCell)))
    .digest('hex')
    .slice(0, 10)}`;

function rowOf(word: PlacedWord, uses: readonly string[]): readonly string[] {
  const { file, key, where } = word;
  const [english, welsh] = [word.en.text, word.cy.text];
  const shape = messageShape('en', english);
  const asks = shape.kind === 'shape' ? shape.asks.join(' ') : '';
  const check = checkOf({ file, key, english, welsh });
  const row = { file, key, where, uses: uses.join(' '), english, welsh, asks, correction: '', remark: '', check };
  return columns.map((column) => row[column]);
}

export const tableOf = (
  words: readonly PlacedWord[],
  usesOf: (file: string, key: string) => readonly string[],
): Table => [
  columns.map((column) => headings[column]),
  ...words.map((word) => rowOf(word, usesOf(word.file, word.key))),
];

/** Without empty rows. Columns are found by their headings. Throws WordsError if one is missing. */
export function rowsOf(table: Table): readonly SheetRow[] {
  const [above = [], ...rows] = table;
  const places = new Map(above.map((text, place) => [asCell(text), place]));
  const missing = readBack.filter((column) => !places.has(headings[column])).map((column) => `“${headings[column]}”`);
  if (missing.length > 0)
    throw new WordsError(`The first row of the sheet has to be its headings, and lacks ${missing.join(', ')}.`);
  return rows.flatMap((cells, index): readonly SheetRow[] => {
    const cell = (column: (typeof readBack)[number]): string => asCell(cells[places.get(headings[column]) ?? -1] ?? '');
    const [file, key, english, welsh] = [cell('file'), cell('key'), cell('english'), cell('welsh')];
    const [correction, remark, check] = [cell('correction'), cell('remark'), cell('check')];
    if ([file, key, english, welsh, correction, remark].every((text) => text === '')) return [];
    return [{ number: index + 2, file, key, english, welsh, correction, remark, check }];
  });
}

const separators = [',', ';', '\t'];

function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const wide =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
  try {
    return new TextDecoder(wide ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Windows' own encoding has no ŵ and no ŷ: a text saved in it has lost them already.
    throw new WordsError(
      'The file is not in UTF-8, so letters such as ŵ are lost in it. Save it as “CSV UTF-8” or as an Excel workbook.',
    );
  }
}

const parsed = (text: string, delimiter: string): Table =>
  parseCsv(text, { delimiter }).map((row) => row.map((cell) => textOfField(String(cell ?? ''))));

/**
 * UTF-8 or UTF-16, with commas, semicolons or tabs, and any line ends. Throws WordsError for another encoding, and if
 * its first row is not the headings.
 */
export function tableOfCsv(bytes: Uint8Array): Table {
  const whole = decoded(bytes);
  const text = whole.replace(/^sep=.\r?\n/u, '');
  for (const separator of separators) {
    const [above] = parsed(text.slice(0, 10_000), separator);
    if (isHeadings(above)) return parsed(text, separator);
  }
  throw noHeadings();
}

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
 * Comments at its cells become remarks. Throws WordsError if it is no workbook, if not exactly one sheet has the
 * headings, and if a cell holds a formula.
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

/**
 * Returns how many words the sheet holds. Throws WordsError for another kind of name, and if the file exists or cannot
 * be written.
 */
export async function writeSheet(
  root: string,
  file: string | undefined,
  write: (text: string) => void,
): Promise<number> {
  const table = tableOf(placedWords(readWordFiles(root)), usesOf(readSources(root)));
  const words = table.length - 1;
  if (file === undefined) {
    write(new TextDecoder().decode(csvFile(table)));
    return words;
  }
  const isWorkbook = file.toLowerCase().endsWith('.xlsx');
  if (!isWorkbook && !file.toLowerCase().endsWith('.csv'))
    throw new WordsError('A sheet is a file whose name ends in .xlsx or .csv.');
  try {
    writeFileSync(resolve(file), isWorkbook ? await xlsxOfTable(table) : csvFile(table), { flag: 'wx' });
  } catch (error) {
    if (isFileError(error, 'EEXIST'))
      throw new WordsError('There is such a file already, and corrections may stand in it: name another.');
    if (isFileError(error)) throw new WordsError('The file cannot be written there.');
    throw error;
  }
  return words;
}
