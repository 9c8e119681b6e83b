import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isFileError } from '../../bot/running/file-error.ts';
import { placedWords } from './placed-words.ts';
import { csvFile } from '../../summary/csv.ts';
import { tableOf } from './sheet-rows.ts';
import { xlsxOfTable } from './sheet-xlsx.ts';
import { readSources, readWordFiles, usesOf } from './word-sources.ts';
import { WordsError } from './words-error.ts';

/**
 * Writes the sheet of all words into a new file, an Excel workbook or CSV by its name, or as CSV onto standard output.
 * Returns how many words it holds. Throws WordsError for another kind of name, and if the file exists or cannot be
 * written.
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
