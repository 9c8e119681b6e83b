import { globSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isFileError } from '../../bot/running/file-error.ts';
import { oneLine } from '../verb.ts';
import { correctedFiles, type Correction, correctionsOf } from './corrections.ts';
import { buttonKeysIn, placedWords, readSources, readWordFiles, WordsError } from './placed-words.ts';
import { rowsOf, type SheetRow, tableOfCsv, tableOfXlsx } from './sheet.ts';

const largestSheet = 20_000_000;

/** A workbook is an archive, whatever its name: its first two letters tell. */
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

export interface ReadSheet {
  readonly lines: readonly string[];
  readonly changed: readonly string[];
  readonly isRight: boolean;
}

/**
 * Puts the corrections of a returned sheet into the word files of a project, all of them or none. Throws WordsError if
 * the file is no sheet.
 */
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
