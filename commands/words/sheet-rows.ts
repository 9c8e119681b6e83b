import { createHash } from 'node:crypto';
import { messageShape } from './message-shape.ts';
import type { PlacedWord } from './placed-words.ts';
import { WordsError } from './words-error.ts';

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

export const isHeadings = (row: readonly unknown[] = []): boolean =>
  row.includes(headings.file) && row.includes(headings.key);

export const noHeadings = (): WordsError =>
  new WordsError('The first row of the sheet has to be its headings, and they were not found in the file.');

export interface SheetRow extends Readonly<Record<(typeof readBack)[number], string>> {
  readonly number: number;
}

export const asCell = (text: string): string => text.replaceAll(/\r\n?/gu, '\n').normalize('NFC').trim();

/**
 * Shows whether someone typed over a row's file, key or words. It begins with a letter, so that no spreadsheet takes it
 * for a number.
 */
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
