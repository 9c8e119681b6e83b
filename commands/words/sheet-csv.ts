import { parseCsv } from 'hucre/csv';
import { textOfField } from '../../summary/csv.ts';
import { isHeadings, noHeadings, type Table } from './sheet-rows.ts';
import { WordsError } from './words-error.ts';

/** The characters that spreadsheets put between cells, by the country that they are set to. */
const separators = [',', ';', '\t'];

/** The text of a file, which its first bytes or its own validity tell the encoding of. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const wide =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
  try {
    return new TextDecoder(wide ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Windows' own encoding has no ŵ and no ŷ: what was saved in it has lost them already.
    throw new WordsError(
      'The file is not in UTF-8, so letters such as ŵ are lost in it. Save it as “CSV UTF-8” or as an Excel workbook.',
    );
  }
}

const parsed = (text: string, delimiter: string): Table =>
  parseCsv(text, { delimiter }).map((row) => row.map((cell) => textOfField(String(cell ?? ''))));

/**
 * The sheet in a CSV file: UTF-8 or UTF-16, with commas, semicolons or tabs, and any line ends. Throws WordsError for
 * another encoding, and where its first row is not the headings of a sheet.
 */
export function tableOfCsv(bytes: Uint8Array): Table {
  const whole = decoded(bytes);
  // Excel writes and reads such a line before everything else.
  const text = whole.replace(/^sep=.\r?\n/u, '');
  for (const separator of separators) {
    const [above] = parsed(text.slice(0, 10_000), separator);
    if (isHeadings(above)) return parsed(text, separator);
  }
  throw noHeadings();
}
