import { globSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isFileError } from '../../bot/runtime/file-error.ts';
import { maxButtonTitle } from '../../cards/page.ts';
import { stripControlCharacters } from '../terminal/strip-control-characters.ts';
import { analyseIcuMessage } from './icu-message-analysis.ts';
import {
  findButtonKeys,
  wordName,
  type LocatedWord,
  locateWords,
  readSources,
  readWordFiles,
  WordsError,
} from './word-locations.ts';
import {
  normaliseCell,
  rowChecksum,
  columnHeadings,
  parseSheetRows,
  type SheetRow,
  parseCsvTable,
  parseXlsxTable,
} from './word-sheet.ts';

const maxSheetBytes = 20_000_000;

async function readSheetFile(file: string): Promise<readonly SheetRow[]> {
  const bytes = (() => {
    try {
      if (statSync(file).size > maxSheetBytes) throw new WordsError('The file is far too large for a sheet of texts.');
      return readFileSync(file);
    } catch (error) {
      if (isFileError(error)) throw new WordsError('The file cannot be read: check its name.');
      throw error;
    }
  })();
  const isArchive = bytes.subarray(0, 2).toString('latin1') === 'PK';
  return parseSheetRows(isArchive ? await parseXlsxTable(bytes) : parseCsvTable(bytes));
}

function replaceFiles(root: string, texts: ReadonlyMap<string, string>): void {
  const temporaryPath = (path: string): string => join(root, `${path}.new`);
  for (const [path, text] of texts) writeFileSync(temporaryPath(path), text);
  for (const path of texts.keys()) renameSync(temporaryPath(path), join(root, path));
}

const toSingleLines = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => stripControlCharacters(line.replaceAll(/[\n\r\u0085\u2028\u2029]+/gu, ' ')));

const findGuideQuotes = (root: string, corrections: readonly Correction[]): readonly string[] =>
  globSync('docs/guides/cy/*.md', { cwd: root })
    .sort()
    .flatMap((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      const quoted = corrections.filter(({ word }) => text.includes(`**${word.cy.text}**`));
      return quoted.map(({ word, welsh }) => `${path} quotes “${word.cy.text}”, which is now “${welsh}”.`);
    });

interface SheetResult {
  readonly lines: readonly string[];
  readonly changed: readonly string[];
  readonly isValid: boolean;
}

/** All or none. Throws WordsError if the file is no sheet. */
export async function applySheet(root: string, file: string): Promise<SheetResult> {
  const rows = await readSheetFile(resolve(file));
  const files = readWordFiles(root);
  const { wrong, corrections, already, remarks } = parseCorrections(
    rows,
    locateWords(files),
    findButtonKeys(readSources(root)),
  );
  const remarked = remarks.length > 0 ? ['Remarks:', ...remarks.map((remark) => `  ${remark}`)] : [];
  if (wrong.length > 0) {
    const count = wrong.length === 1 ? 'this problem' : `these ${wrong.length} problems`;
    return {
      lines: toSingleLines([...wrong, ...remarked, `Nothing was written: correct ${count} first.`]),
      changed: [],
      isValid: false,
    };
  }
  const texts = correctFiles(files, corrections);
  replaceFiles(root, texts);
  return {
    lines: toSingleLines([
      ...remarked,
      ...findGuideQuotes(root, corrections),
      ...[...texts.keys()].map((path) => {
        const count = corrections.filter(({ word }) => word.file === path).length;
        return `${path}: ${count} corrected.`;
      }),
      `Corrections written: ${corrections.length}. Already there: ${already}.`,
    ]),
    changed: [...texts.keys()],
    isValid: true,
  };
}

interface Correction {
  readonly word: LocatedWord;
  readonly welsh: string;
}

/** ICU takes an apostrophe for an escape, and keyboards have only straight quotes. */
const fixPunctuation = (text: string): string =>
  text
    .replaceAll("'", '’')
    .replaceAll('...', '…')
    .replaceAll(/"([^"\n]*)"/gu, '“$1”');

const rowLabel = (row: SheetRow): string => `Row ${row.number} (${row.key === '' ? 'no key' : row.key})`;

function rowProblems(row: SheetRow, word: LocatedWord | undefined, welsh: string): readonly string[] {
  const isTypedOver = row.check !== rowChecksum(row);
  if (isTypedOver)
    return [
      `someone changed its file, key, English or Welsh. Put corrections into “${columnHeadings.correction}” and leave the other columns as they were`,
    ];
  if (welsh === '') return [];
  if (word === undefined) return [`${row.file} no longer has this text. Make a new sheet`];
  const english = normaliseCell(word.en.text) !== row.english;
  const hasChanged = normaliseCell(word.cy.text) !== row.welsh && word.cy.text !== welsh;
  if (english || hasChanged)
    return [
      `the ${english ? 'English' : 'Welsh'} has changed since the sheet was made. Make a new sheet and check again`,
    ];
  return [];
}

/**
 * A row without a correction may be of a word that has changed since; it still finds text typed over, which may be
 * meant as a correction.
 */
export function parseCorrections(
  rows: readonly SheetRow[],
  words: readonly LocatedWord[],
  buttonKeys: ReadonlySet<string>,
) {
  const byName = new Map(words.map((word) => [wordName(word), word]));
  const wrong: string[] = [];
  const corrections = new Map<LocatedWord, { readonly row: SheetRow; readonly welsh: string }>();
  let already = 0;
  for (const row of rows) {
    const word = byName.get(wordName(row));
    const welsh = fixPunctuation(row.correction);
    const problems = rowProblems(row, word, welsh);
    wrong.push(...problems.map((problem) => `${rowLabel(row)}: ${problem}.`));
    if (word === undefined || welsh === '' || problems.length > 0) continue;
    const other = corrections.get(word);
    if (other !== undefined && other.welsh !== welsh)
      wrong.push(`${rowLabel(row)}: row ${other.row.number} corrects the same text differently.`);
    if (other !== undefined) continue;
    if (word.cy.text === welsh) {
      already += 1;
      continue;
    }
    const isButton = word.file.startsWith('words/cards/') && buttonKeys.has(word.key);
    wrong.push(...correctionProblems(word, welsh, isButton).map((problem) => `${rowLabel(row)}: ${problem}.`));
    corrections.set(word, { row, welsh });
  }
  return {
    wrong,
    corrections: [...corrections].map(([word, { welsh }]) => ({ word, welsh })),
    already,
    remarks: rows.filter(({ remark }) => remark !== '').map((row) => `${rowLabel(row)}: ${row.remark}`),
  };
}

const maxTitleLength = 32;
const maxDescriptionLength = 128;

/** A copied correction may bring invisible letters along. */
const invisibleCharacters = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u;
const spreadsheetErrorPattern = /^#(?:NAME|REF|VALUE|DIV|NULL|NUM|N\/A|SPILL|CALC)/u;

function maxLength(word: LocatedWord, isButton: boolean): { readonly length: number; readonly why: string } {
  if (isButton) return { length: maxButtonTitle, why: 'it is a button, which must fit on a phone' };
  if (word.file.startsWith('manifest/')) {
    const isDescription = word.key.endsWith('.description');
    return { length: isDescription ? maxDescriptionLength : maxTitleLength, why: 'Teams shows no more in its menu' };
  }
  const length = 2 * Math.max(word.en.text.length, word.cy.text.length) + 60;
  return { length, why: 'that is twice as long as the text there now' };
}

function shapeProblems(word: LocatedWord, correction: string): readonly string[] {
  const [english, welsh] = [analyseIcuMessage('en', word.en.text), analyseIcuMessage('cy', correction)];
  if (welsh.kind === 'broken') return ['a {brace} in it is not closed, or a plural or a choice in it lacks “other”'];
  if (english.kind === 'broken') return [];
  const missing = english.placeholders.filter((one) => !welsh.placeholders.includes(one));
  const added = welsh.placeholders.filter((one) => !english.placeholders.includes(one));
  return [
    ...(missing.length > 0 ? [`it lacks ${missing.join(', ')}, which Candour fills in`] : []),
    ...(added.length > 0 ? [`it has ${added.join(', ')}, which the English does not have`] : []),
    ...welsh.neverSaid.map((form) => `no number in Welsh has the plural form “${form}”`),
  ];
}

function correctionProblems(word: LocatedWord, correction: string, isButton: boolean): readonly string[] {
  if (spreadsheetErrorPattern.test(correction)) return ['it is an error from the spreadsheet'];
  const { length, why } = maxLength(word, isButton);
  const lines = (text: string): number => text.split('\n').length;
  const [now, wanted] = [lines(correction), lines(word.en.text)];
  return [
    ...shapeProblems(word, correction),
    ...(correction.length > length ? [`it has ${correction.length} characters and may have ${length}: ${why}`] : []),
    ...(now === wanted ? [] : [`it has ${now} lines and the English has ${wanted}`]),
    ...(invisibleCharacters.test(correction.replaceAll('\n', '')) ? ['it has an invisible character'] : []),
    ...(correction.includes('!') ? ['it has an exclamation mark, which Candour never uses'] : []),
    ...(correction.includes('"') ? ['it has a straight quotation mark without a pair'] : []),
  ];
}

const stringLiteral = (text: string): string =>
  `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;

function assertOnlyCorrectionsChanged(
  files: ReadonlyMap<string, string>,
  changed: ReadonlyMap<string, string>,
  corrections: readonly Correction[],
): void {
  const wanted = new Map(corrections.map(({ word, welsh }) => [wordName(word), welsh]));
  const before = locateWords(new Map([...changed.keys()].map((file) => [file, files.get(file) ?? ''])));
  const after = locateWords(changed);
  const isSame =
    before.length === after.length &&
    before.every((word, place) => {
      const now = after[place];
      const welsh = wanted.get(wordName(word)) ?? word.cy.text;
      return (
        now !== undefined && wordName(now) === wordName(word) && now.en.text === word.en.text && now.cy.text === welsh
      );
    });
  if (!isSame) throw new WordsError('The corrections could not be put into the files. Nothing was written.');
}

/** Throws WordsError if the result would say something else. `files`: the texts in which the words were found. */
export function correctFiles(
  files: ReadonlyMap<string, string>,
  corrections: readonly Correction[],
): ReadonlyMap<string, string> {
  const changed = new Map<string, string>();
  const fromEnd = corrections.toSorted((one, other) => other.word.cy.start - one.word.cy.start);
  for (const { word, welsh } of fromEnd) {
    const text = changed.get(word.file) ?? files.get(word.file) ?? '';
    changed.set(word.file, text.slice(0, word.cy.start) + stringLiteral(welsh) + text.slice(word.cy.end));
  }
  if (changed.size > 0) assertOnlyCorrectionsChanged(files, changed, corrections);
  return new Map([...changed].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
