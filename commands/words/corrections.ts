import { correctionFaults } from './correction-faults.ts';
import { nameOf, type PlacedWord } from './placed-words.ts';
import { asCell, checkOf, headings, type SheetRow } from './sheet-rows.ts';

export interface Correction {
  readonly word: PlacedWord;
  readonly welsh: string;
}

export interface Corrections {
  readonly wrong: readonly string[];
  readonly corrections: readonly Correction[];
  readonly already: number;
  readonly remarks: readonly string[];
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
 * Compares a sheet with the words as they are now. A row without a correction may be of a word that has changed since;
 * text typed over in it is found all the same, since it may be meant as a correction.
 */
export function correctionsOf(
  rows: readonly SheetRow[],
  words: readonly PlacedWord[],
  buttonKeys: ReadonlySet<string>,
): Corrections {
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
