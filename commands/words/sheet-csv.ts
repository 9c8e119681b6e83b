import { parseCsv } from 'hucre/csv';
import { textOfField } from '../../summary/csv.ts';
import { isHeadings, noHeadings, type Table } from './sheet-rows.ts';
import { WordsError } from './words-error.ts';

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
