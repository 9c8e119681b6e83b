import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseCsv } from 'hucre/csv';
import { readXlsx, type Sheet, writeXlsx } from 'hucre/xlsx';
import { isFileError } from '../../bot/runtime/file-error.ts';
import { encodeCsv, unescapeCsvField } from '../../summary/files/csv.ts';
import { escapeWorkbookText } from '../../summary/files/workbook.ts';
import { analyseIcuMessage } from './icu-message-analysis.ts';
import { type LocatedWord, locateWords, readSources, readWordFiles, indexUses, WordsError } from './word-locations.ts';

export type SheetTable = readonly (readonly string[])[];

export const columnHeadings = {
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
type Column = keyof typeof columnHeadings;
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
const inputColumns = ['file', 'key', 'english', 'welsh', 'correction', 'remark', 'check'] as const;

const isHeadingRow = (row: readonly unknown[] = []): boolean =>
  row.includes(columnHeadings.file) && row.includes(columnHeadings.key);

const missingHeadingsError = (): WordsError =>
  new WordsError('The first row of the sheet has to be its headings, and they were not found in the file.');

export interface SheetRow extends Readonly<Record<(typeof inputColumns)[number], string>> {
  readonly number: number;
}

export const normaliseCell = (text: string): string => text.replaceAll(/\r\n?/gu, '\n').normalize('NFC').trim();

/** Begins with a letter, so that no spreadsheet takes it for a number. */
export const rowChecksum = (row: Pick<SheetRow, 'file' | 'key' | 'english' | 'welsh'>): string =>
  `c${createHash('sha256')
    .update(JSON.stringify([row.file, row.key, row.english, row.welsh].map(normaliseCell)))
    .digest('hex')
    .slice(0, 10)}`;

function sheetRow(word: LocatedWord, uses: readonly string[]): readonly string[] {
  const { file, key, where } = word;
  const [english, welsh] = [word.en.text, word.cy.text];
  const shape = analyseIcuMessage('en', english);
  const asks = shape.kind === 'shape' ? shape.placeholders.join(' ') : '';
  const check = rowChecksum({ file, key, english, welsh });
  const row = { file, key, where, uses: uses.join(' '), english, welsh, asks, correction: '', remark: '', check };
  return columns.map((column) => row[column]);
}

export const createSheetTable = (
  words: readonly LocatedWord[],
  usesOf: (file: string, key: string) => readonly string[],
): SheetTable => [
  columns.map((column) => columnHeadings[column]),
  ...words.map((word) => sheetRow(word, usesOf(word.file, word.key))),
];

/** Without empty rows. Finds columns by their headings. Throws WordsError if one is missing. */
export function parseSheetRows(table: SheetTable): readonly SheetRow[] {
  const [above = [], ...rows] = table;
  const places = new Map(above.map((text, place) => [normaliseCell(text), place]));
  const missing = inputColumns
    .filter((column) => !places.has(columnHeadings[column]))
    .map((column) => `“${columnHeadings[column]}”`);
  if (missing.length > 0)
    throw new WordsError(`The first row of the sheet must be its headings, but lacks ${missing.join(', ')}.`);
  return rows.flatMap((cells, index): readonly SheetRow[] => {
    const cell = (column: (typeof inputColumns)[number]): string =>
      normaliseCell(cells[places.get(columnHeadings[column]) ?? -1] ?? '');
    const [file, key, english, welsh] = [cell('file'), cell('key'), cell('english'), cell('welsh')];
    const [correction, remark, check] = [cell('correction'), cell('remark'), cell('check')];
    if ([file, key, english, welsh, correction, remark].every((text) => text === '')) return [];
    return [{ number: index + 2, file, key, english, welsh, correction, remark, check }];
  });
}

const delimiters = [',', ';', '\t'];

function decodeText(bytes: Uint8Array): string {
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

const parseDelimited = (text: string, delimiter: string): SheetTable =>
  parseCsv(text, { delimiter }).map((row) => row.map((cell) => unescapeCsvField(String(cell ?? ''))));

/**
 * UTF-8 or UTF-16, with commas, semicolons or tabs, and any line ends. Throws WordsError for another encoding, or if
 * headings are not first.
 */
export function parseCsvTable(bytes: Uint8Array): SheetTable {
  const whole = decodeText(bytes);
  const text = whole.replace(/^sep=.\r?\n/u, '');
  for (const separator of delimiters) {
    const [above] = parseDelimited(text.slice(0, 10_000), separator);
    if (isHeadingRow(above)) return parseDelimited(text, separator);
  }
  throw missingHeadingsError();
}

const columnWidths: Readonly<Record<string, number>> = {
  [columnHeadings.file]: 24,
  [columnHeadings.key]: 24,
  [columnHeadings.where]: 24,
  [columnHeadings.uses]: 16,
  [columnHeadings.asks]: 16,
  [columnHeadings.check]: 12,
};
const defaultWidth = 48;

export async function renderXlsx(table: SheetTable): Promise<Uint8Array> {
  const [above = []] = table;
  const cell = { alignment: { wrapText: true, vertical: 'top' }, numFmt: '@' } as const;
  return await writeXlsx({
    sheets: [
      {
        name: 'Words',
        columns: above.map((heading) => ({ width: columnWidths[heading] ?? defaultWidth, style: cell })),
        rows: table.map((row) => row.map(escapeWorkbookText)),
        cells: new Map(
          above.map((value, place) => [`0,${place}`, { value, style: { ...cell, font: { bold: true } } }]),
        ),
        freezePane: { rows: 1, columns: 2 },
      },
    ],
  });
}

function findWordSheet(sheets: readonly Sheet[]): Sheet {
  const [sheet, other] = sheets.filter(({ rows }) => isHeadingRow(rows[0]));
  if (sheet === undefined) throw missingHeadingsError();
  if (other !== undefined)
    throw new WordsError('Two sheets of the workbook have the headings: put them into two files.');
  return sheet;
}

function readComments(sheet: Sheet): ReadonlyMap<number, string> {
  const comments = new Map<number, string>();
  for (const [place, { comment, type }] of sheet.cells ?? []) {
    const row = Number(place.split(',')[0]);
    if (type === 'formula') throw new WordsError(`Row ${row + 1} holds a formula. Replace it with the text itself.`);
    if (comment) comments.set(row, [comments.get(row), comment.text].filter(Boolean).join(' '));
  }
  return comments;
}

/**
 * Comments at cells become remarks. Throws WordsError if it is no workbook, not exactly one sheet has the headings, or
 * a cell holds a formula.
 */
export async function parseXlsxTable(bytes: Uint8Array): Promise<SheetTable> {
  const workbook = await readXlsx(bytes).catch(() => {
    throw new WordsError('The file cannot be read as an Excel workbook.');
  });
  const sheet = findWordSheet(workbook.sheets);
  const comments = readComments(sheet);
  const [above = []] = sheet.rows;
  const remark = above.indexOf(columnHeadings.remark);
  return sheet.rows.map((row, place) => {
    const texts = above.map((_, column) => String(row[column] ?? ''));
    const comment = comments.get(place);
    if (comment === undefined || place === 0 || remark < 0) return texts;
    return texts.with(remark, [texts[remark], comment].filter(Boolean).join(' '));
  });
}

/**
 * Returns how many words the sheet holds. Throws WordsError for another kind of name, and if the file exists or is
 * unwritable.
 */
export async function writeWordSheet(
  root: string,
  file: string | undefined,
  write: (text: string) => void,
): Promise<number> {
  const table = createSheetTable(locateWords(readWordFiles(root)), indexUses(readSources(root)));
  const words = table.length - 1;
  if (file === undefined) {
    write(new TextDecoder().decode(encodeCsv(table)));
    return words;
  }
  const isWorkbook = file.toLowerCase().endsWith('.xlsx');
  if (!isWorkbook && !file.toLowerCase().endsWith('.csv'))
    throw new WordsError('A sheet is a file whose name ends in .xlsx or .csv.');
  try {
    writeFileSync(resolve(file), isWorkbook ? await renderXlsx(table) : encodeCsv(table), { flag: 'wx' });
  } catch (error) {
    if (isFileError(error, 'EEXIST'))
      throw new WordsError('There is such a file already, and corrections may stand in it: name another.');
    if (isFileError(error)) throw new WordsError('The file cannot be written there.');
    throw error;
  }
  return words;
}
