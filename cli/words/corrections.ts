import { globSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isFileError } from '../../bot/runtime/file-error.ts';
import { longestButton } from '../../cards/page.ts';
import { oneLine } from '../terminal/one-line.ts';
import { messageShape } from './message-shape.ts';
import {
  buttonKeysIn,
  nameOf,
  type PlacedWord,
  placedWords,
  readSources,
  readWordFiles,
  WordsError,
} from './word-locations.ts';
import { asCell, checkOf, headings, rowsOf, type SheetRow, tableOfCsv, tableOfXlsx } from './sheet.ts';

const largestSheet = 20_000_000;

async function rowsIn(file: string): Promise<readonly SheetRow[]> {
  const bytes = (() => {
    try {
      if (statSync(file).size > largestSheet) throw new WordsError('The file is far larger than a sheet of words.');
      return readFileSync(file);
    } catch (error) {
      if (isFileError(error)) throw new WordsError('The file cannot be read: is its name right?');
      throw error;
    }
  })();
  const isArchive = bytes.subarray(0, 2).toString('latin1') === 'PK';
  return rowsOf(isArchive ? await tableOfXlsx(bytes) : tableOfCsv(bytes));
}

function replaceFiles(root: string, texts: ReadonlyMap<string, string>): void {
  const beside = (path: string): string => join(root, `${path}.new`);
  for (const [path, text] of texts) writeFileSync(beside(path), text);
  for (const path of texts.keys()) renameSync(beside(path), join(root, path));
}

const asLines = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => oneLine(line.replaceAll(/[\n\r\u0085\u2028\u2029]+/gu, ' ')));

const guidesThatQuote = (root: string, corrections: readonly Correction[]): readonly string[] =>
  globSync('docs/guides/cy/*.md', { cwd: root })
    .sort()
    .flatMap((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      const quoted = corrections.filter(({ word }) => text.includes(`**${word.cy.text}**`));
      return quoted.map(({ word, welsh }) => `${path} quotes “${word.cy.text}”, which is “${welsh}” now.`);
    });

interface ReadSheet {
  readonly lines: readonly string[];
  readonly changed: readonly string[];
  readonly isRight: boolean;
}

/** All of them or none. Throws WordsError if the file is no sheet. */
export async function readSheet(root: string, file: string): Promise<ReadSheet> {
  const rows = await rowsIn(resolve(file));
  const files = readWordFiles(root);
  const { wrong, corrections, already, remarks } = correctionsOf(
    rows,
    placedWords(files),
    buttonKeysIn(readSources(root)),
  );
  const remarked = remarks.length > 0 ? ['Remarks:', ...remarks.map((remark) => `  ${remark}`)] : [];
  if (wrong.length > 0) {
    const count = wrong.length === 1 ? 'One thing is' : `${wrong.length} things are`;
    return {
      lines: asLines([...wrong, ...remarked, `Nothing was written: ${count} to be put right first.`]),
      changed: [],
      isRight: false,
    };
  }
  const texts = correctedFiles(files, corrections);
  replaceFiles(root, texts);
  return {
    lines: asLines([
      ...remarked,
      ...guidesThatQuote(root, corrections),
      ...[...texts.keys()].map((path) => {
        const count = corrections.filter(({ word }) => word.file === path).length;
        return `${path}: ${count} corrected.`;
      }),
      `Corrections written: ${corrections.length}. Standing there already: ${already}.`,
    ]),
    changed: [...texts.keys()],
    isRight: true,
  };
}

interface Correction {
  readonly word: PlacedWord;
  readonly welsh: string;
}

/** Keyboards have only straight quotes, and ICU would take an apostrophe for an escape. */
const setMarks = (text: string): string =>
  text
    .replaceAll("'", '’')
    .replaceAll('...', '…')
    .replaceAll(/"([^"\n]*)"/gu, '“$1”');

const named = (row: SheetRow): string => `Row ${row.number} (${row.key === '' ? 'no key' : row.key})`;

function rowFaults(row: SheetRow, word: PlacedWord | undefined, welsh: string): readonly string[] {
  const isTypedOver = row.check !== checkOf(row);
  if (isTypedOver)
    return [
      `its file, key, English or Welsh was typed over. Put corrections into “${headings.correction}” and leave those as they were`,
    ];
  if (welsh === '') return [];
  if (word === undefined) return [`${row.file} has no such word now. Make the sheet anew`];
  const english = asCell(word.en.text) !== row.english;
  const hasChanged = asCell(word.cy.text) !== row.welsh && word.cy.text !== welsh;
  if (english || hasChanged)
    return [`the ${english ? 'English' : 'Welsh'} has changed since the sheet was made. Make it anew and look again`];
  return [];
}

/**
 * A row without a correction may be of a word that has changed since; text typed over in it is found all the same,
 * since it may be meant as a correction.
 */
export function correctionsOf(
  rows: readonly SheetRow[],
  words: readonly PlacedWord[],
  buttonKeys: ReadonlySet<string>,
) {
  const byName = new Map(words.map((word) => [nameOf(word), word]));
  const wrong: string[] = [];
  const corrections = new Map<PlacedWord, { readonly row: SheetRow; readonly welsh: string }>();
  let already = 0;
  for (const row of rows) {
    const word = byName.get(nameOf(row));
    const welsh = setMarks(row.correction);
    const faults = rowFaults(row, word, welsh);
    wrong.push(...faults.map((fault) => `${named(row)}: ${fault}.`));
    if (word === undefined || welsh === '' || faults.length > 0) continue;
    const other = corrections.get(word);
    if (other !== undefined && other.welsh !== welsh)
      wrong.push(`${named(row)}: row ${other.row.number} corrects the same word in another way.`);
    if (other !== undefined) continue;
    if (word.cy.text === welsh) {
      already += 1;
      continue;
    }
    const isButton = word.file.startsWith('words/cards/') && buttonKeys.has(word.key);
    wrong.push(...correctionFaults(word, welsh, isButton).map((fault) => `${named(row)}: ${fault}.`));
    corrections.set(word, { row, welsh });
  }
  return {
    wrong,
    corrections: [...corrections].map(([word, { welsh }]) => ({ word, welsh })),
    already,
    remarks: rows.filter(({ remark }) => remark !== '').map((row) => `${named(row)}: ${row.remark}`),
  };
}

const longestTitle = 32;
const longestDescription = 128;

/** Invisible letters, which a copied correction may bring along. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u;
const spreadsheetError = /^#(?:NAME|REF|VALUE|DIV|NULL|NUM|N\/A|SPILL|CALC)/u;

function longestFor(word: PlacedWord, isButton: boolean): { readonly length: number; readonly why: string } {
  if (isButton) return { length: longestButton, why: 'it is a button, which has to fit a phone' };
  if (word.file.startsWith('manifest/')) {
    const isDescription = word.key.endsWith('.description');
    return { length: isDescription ? longestDescription : longestTitle, why: 'Teams shows no more in its menu' };
  }
  const length = 2 * Math.max(word.en.text.length, word.cy.text.length) + 60;
  return { length, why: 'that is twice as long as what stands there' };
}

function faultsOfShape(word: PlacedWord, correction: string): readonly string[] {
  const [asked, asks] = [messageShape('en', word.en.text), messageShape('cy', correction)];
  if (asks.kind === 'broken') return ['its {braces} do not close, or a plural or a choice in it lacks “other”'];
  if (asked.kind === 'broken') return [];
  const missing = asked.asks.filter((one) => !asks.asks.includes(one));
  const added = asks.asks.filter((one) => !asked.asks.includes(one));
  return [
    ...(missing.length > 0 ? [`it lacks ${missing.join(', ')}, which is filled in`] : []),
    ...(added.length > 0 ? [`it has ${added.join(', ')}, which the English does not`] : []),
    ...asks.neverSaid.map((form) => `no number in Welsh has the plural form “${form}”`),
  ];
}

function correctionFaults(word: PlacedWord, correction: string, isButton: boolean): readonly string[] {
  if (spreadsheetError.test(correction)) return ['it is an error of the spreadsheet'];
  const { length, why } = longestFor(word, isButton);
  const lines = (text: string): number => text.split('\n').length;
  const [now, wanted] = [lines(correction), lines(word.en.text)];
  return [
    ...faultsOfShape(word, correction),
    ...(correction.length > length ? [`it has ${correction.length} characters and may have ${length}: ${why}`] : []),
    ...(now === wanted ? [] : [`it has ${now} lines and the English has ${wanted}`]),
    ...(unseen.test(correction.replaceAll('\n', '')) ? ['it has a character that nobody sees'] : []),
    ...(correction.includes('!') ? ['it has an exclamation mark, and Candour speaks calmly'] : []),
    ...(correction.includes('"') ? ['a straight quotation mark in it has no partner'] : []),
  ];
}

const literalOf = (text: string): string =>
  `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;

function expectNothingElse(
  files: ReadonlyMap<string, string>,
  changed: ReadonlyMap<string, string>,
  corrections: readonly Correction[],
): void {
  const wanted = new Map(corrections.map(({ word, welsh }) => [nameOf(word), welsh]));
  const before = placedWords(new Map([...changed.keys()].map((file) => [file, files.get(file) ?? ''])));
  const after = placedWords(changed);
  const isSame =
    before.length === after.length &&
    before.every((word, place) => {
      const now = after[place];
      const welsh = wanted.get(nameOf(word)) ?? word.cy.text;
      return now !== undefined && nameOf(now) === nameOf(word) && now.en.text === word.en.text && now.cy.text === welsh;
    });
  if (!isSame) throw new WordsError('The corrections could not be put into the files. Nothing was written.');
}

/**
 * `files` are the texts in which the words were found. Throws WordsError if the result would not say what it should.
 */
export function correctedFiles(
  files: ReadonlyMap<string, string>,
  corrections: readonly Correction[],
): ReadonlyMap<string, string> {
  const changed = new Map<string, string>();
  const fromEnd = corrections.toSorted((one, other) => other.word.cy.start - one.word.cy.start);
  for (const { word, welsh } of fromEnd) {
    const text = changed.get(word.file) ?? files.get(word.file) ?? '';
    changed.set(word.file, text.slice(0, word.cy.start) + literalOf(welsh) + text.slice(word.cy.end));
  }
  if (changed.size > 0) expectNothingElse(files, changed, corrections);
  return new Map([...changed].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
