import type { Correction } from './corrections.ts';
import { nameOf, placedWords } from './placed-words.ts';
import { WordsError } from './words-error.ts';

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
 * The files that corrections change, by path. `files` are the texts in which the words were found. Throws WordsError if
 * the result would not say what it should.
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
