import { crockford32Bits } from './crockford32.ts';
import { type Language, languages } from './language.ts';
import { generateReturnCode, hasReturnCodeChecksumError, parseReturnCode, type ReturnCode } from './return-code.ts';

/** 2,048 words for each language, of the letters a to z and at least three of them. */
export type ReturnCodeWordLists = Readonly<Record<Language, readonly string[]>>;

export const returnCodeWordCount = 11;

const bitsPerWord = 11n;
const randomBits = 115n;
const randomBytes = 15;
const checkBits = 6n;
/** x^6 + x^5 + x^4 + x + 1, which is primitive: each word has another weight in the remainder. */
const checkPolynomial = 0b111_0011n;

function remainder(bits: bigint): bigint {
  let rest = bits;
  for (let bit = randomBits + checkBits - 1n; bit >= checkBits; bit -= 1n) {
    if ((rest >> bit) & 1n) rest ^= checkPolynomial << (bit - checkBits);
  }
  return rest;
}

/**
 * The code's 115 random bits and a check of six, in eleven words. 31 of 2,047 wrong words pass the check, and as many
 * swaps of two words: none that one wrong, missing, added or swapped letter makes of a word of the lists.
 */
export function encodeReturnCodeWords(code: ReturnCode, words: readonly string[]): string {
  const random = crockford32Bits(code.slice(0, -1)) << checkBits;
  const bits = random | remainder(random);
  return Array.from({ length: returnCodeWordCount }, (_, place) => {
    const shift = BigInt(returnCodeWordCount - 1 - place) * bitsPerWord;
    return words[Number((bits >> shift) & ((1n << bitsPerWord) - 1n))];
  }).join(' ');
}

function decodePlaces(places: readonly number[]): ReturnCode | undefined {
  const bits = places.reduce((sum, place) => (sum << bitsPerWord) | BigInt(place), 0n);
  if (remainder(bits) !== 0n) return undefined;
  // Whole bytes: the code leaves out the last five bits.
  const padded = (bits >> checkBits) << 5n;
  return generateReturnCode(() =>
    Uint8Array.from({ length: randomBytes }, (_, at) => Number((padded >> BigInt((randomBytes - 1 - at) * 8)) & 255n)),
  );
}

/** Longer texts are not looked at. */
const maxTextLength = 400;
const minPrefixLength = 4;
/** Six bits tell no more readings apart. */
const maxReadings = 8;

const marks = /[\p{M}\p{Default_Ignorable_Code_Point}]/gu;

/** Letters of any case, with or without accents, without what numbers them. Single letters are no words. */
const splitWords = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replace(marks, '')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.replace(/^\p{N}+/u, ''))
    .filter((word) => word.length > 1);

const labelWords = new Set(['your', 'my', 'return', 'code', 'is', 'eich', 'fy', 'cod', 'dychwelyd', 'yw']);

/** Without a label, such as "Code:", if more words than those of a code are there. */
function withoutLabel(words: readonly string[]): readonly string[] {
  const first = words.findIndex((word) => !labelWords.has(word));
  const excess = Math.max(words.length - returnCodeWordCount, 0);
  return words.slice(Math.min(first === -1 ? 0 : first, excess));
}

/** Whether one letter that is wrong, missing, added or swapped with its neighbour makes one word of the other. */
function isOneSlipApart(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let from = 0;
  while (from < short.length && short[from] === long[from]) from += 1;
  const rest = short.slice(from);
  if (short.length < long.length) return rest === long.slice(from + 1);
  if (rest.slice(1) === long.slice(from + 1)) return true;
  return rest[0] === long[from + 1] && rest[1] === long[from] && rest.slice(2) === long.slice(from + 2);
}

interface Reading {
  readonly word: string;
  /** The word's place in the list, in full or by at least four letters that no other word begins with. */
  readonly known: number | undefined;
}

const placesByList = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

function placesOf(list: readonly string[]): ReadonlyMap<string, number> {
  const places = placesByList.get(list) ?? new Map(list.map((word, place) => [word, place]));
  placesByList.set(list, places);
  return places;
}

function readWord(word: string, list: readonly string[]): Reading {
  const exact = placesOf(list).get(word);
  if (exact !== undefined || word.length < minPrefixLength) return { word, known: exact };
  const first = list.findIndex((one) => one.startsWith(word));
  const isUnique = first !== -1 && list.findLastIndex((one) => one.startsWith(word)) === first;
  return { word, known: isUnique ? first : undefined };
}

const possiblePlaces = ({ word, known }: Reading, list: readonly string[]): readonly number[] => {
  if (known !== undefined && list[known] === word) return [known];
  return list.flatMap((one, place) =>
    (word.length >= minPrefixLength && one.startsWith(word)) || isOneSlipApart(word, one) ? [place] : [],
  );
};

/** Every code that the words may be meant for, or `undefined` if there are more readings than the check tells apart. */
function possibleCodes(readings: readonly Reading[], list: readonly string[]): ReadonlySet<ReturnCode> | undefined {
  let ways: readonly (readonly number[])[] = [[]];
  for (const reading of readings) {
    const places = possiblePlaces(reading, list);
    if (ways.length * places.length > maxReadings) return undefined;
    ways = ways.flatMap((way) => places.map((place) => [...way, place]));
  }
  return new Set(ways.flatMap((way) => decodePlaces(way) ?? []));
}

/** Fewer are mended by guessing, and may be letters and digits. */
const minKnownWords = 6;
const minWords = 8;

/** With a digit among them, or behind the words: eleven words may have four letters each, also before the symbols. */
const hasSymbols = (text: string, words: readonly string[]): boolean =>
  [...text.matchAll(/(?=((?:[0-9A-Z]{4}[\s-]){5}[0-9A-Z]{4}))/giu)].some(
    ([, groups = '']) => /\d/u.test(groups) || words.length >= returnCodeWordCount + 6,
  );

export type ReturnCodeProblem =
  | { readonly code: 'odd' | 'slip' | 'wordSlip' }
  /** So many words, or the place of the word that is not known. */
  | { readonly code: 'wordCount' | 'unknownWord'; readonly by: number };

interface ReadWords {
  readonly code: ReturnCode | undefined;
  readonly knownCount: number;
  readonly problem: ReturnCodeProblem;
}

function readWords(words: readonly string[], list: readonly string[]): ReadWords {
  // Beginnings are looked for in eleven words alone: a short text may normalise to thousands.
  const isWhole = words.length === returnCodeWordCount;
  const readings = words.map((word) => (isWhole ? readWord(word, list) : { word, known: placesOf(list).get(word) }));
  const known = readings.flatMap((reading) => reading.known ?? []);
  const read = { code: undefined, knownCount: known.length };
  if (!isWhole) return { ...read, problem: { code: 'wordCount', by: words.length } };
  const problem = {
    code: 'unknownWord',
    by: readings.findIndex((reading) => reading.known === undefined) + 1,
  } as const;
  if (known.length === words.length) {
    const code = decodePlaces(known);
    if (code !== undefined) return { ...read, code, problem };
  }
  const codes = known.length < minKnownWords ? undefined : possibleCodes(readings, list);
  const [code] = codes?.size === 1 ? codes : [];
  return { ...read, code, problem: known.length === words.length ? { code: 'wordSlip' } : problem };
}

/**
 * The code that was typed as eleven words of either language or as symbols, or what is not right with it. Words may
 * have any case, accents, numbers and a label, and be cut after four letters that no other begins with. A misspelt one
 * is mended if, of all words that are one slip away and at most eight readings, the check leaves one code: a wrong one
 * for one in 64 of the readings, if two letters were wrong. It depends on the text alone. Without `lists`, symbols only.
 */
export function readReturnCode(
  text: string,
  lists?: ReturnCodeWordLists,
): { readonly code: ReturnCode } | { readonly problem: ReturnCodeProblem } {
  if (text.length > maxTextLength) return { problem: { code: 'odd' } };
  const words = lists === undefined ? [] : splitWords(text);
  const read = languages
    .flatMap((language) => (lists === undefined ? [] : [readWords(withoutLabel(words), lists[language])]))
    .sort((one, other) => other.knownCount - one.knownCount);
  const [found, other] = new Set(read.flatMap(({ code }) => code ?? []));
  if (found !== undefined && other === undefined) return { code: found };
  const isWords =
    (read[0]?.knownCount ?? 0) >= minKnownWords || words.filter((word) => /^\p{L}{3,}$/u.test(word)).length >= minWords;
  // The last words alone may be as long as a code of symbols, and pass its check.
  const symbols = isWords && !hasSymbols(text, words) ? undefined : parseReturnCode(text);
  if (symbols !== undefined) return { code: symbols };
  if (read[0] !== undefined && isWords) return { problem: read[0].problem };
  return { problem: { code: hasReturnCodeChecksumError(text) ? 'slip' : 'odd' } };
}

/** Whether a text has eleven of the words in a row, in full: such that pass the check, or all but one, as with a slip. */
export function containsReturnCodeWords(text: string, lists: ReturnCodeWordLists, by: 'check' | 'likeness'): boolean {
  const words = splitWords(text);
  return languages.some((language) => {
    const places = words.map((word) => placesOf(lists[language]).get(word));
    return places.some((_, from) => {
      const known = places.slice(from, from + returnCodeWordCount).flatMap((place) => place ?? []);
      return by === 'check'
        ? known.length === returnCodeWordCount && decodePlaces(known) !== undefined
        : known.length >= returnCodeWordCount - 1;
    });
  });
}
