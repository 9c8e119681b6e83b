import { stripInvisibleCharacters } from './invisible-characters.ts';

/** Crockford's base 32: https://www.crockford.com/base32.html. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const symbolAliases: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0' };

/** The generator of GF(32) with the primitive polynomial x^5 + x^2 + 1. */
const timesGenerator = (x: number): number => (x & 16 ? (x << 1) ^ 0b100101 : x << 1);

/**
 * A sum over GF(32) with a different weight at each place: unlike a sum modulo 32 it finds every single wrong symbol
 * and every swap of two, up to 31 places apart.
 */
const checkSymbol = (values: readonly number[]): number =>
  timesGenerator(values.reduce((sum, value) => timesGenerator(sum) ^ value, 0));

const symbolValues = (symbols: string): readonly number[] => Array.from(symbols, (symbol) => alphabet.indexOf(symbol));

/** `count` symbols of five bits each, and a check symbol. */
export function encodeCrockford32(bytes: Uint8Array, count: number): string {
  if (bytes.length * 8 < count * 5) throw new RangeError('too few bytes for the symbols');
  const values = Array.from({ length: count }, (_, place) => {
    const bit = place * 5;
    const pair = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0);
    return (pair >> (11 - (bit & 7))) & 31;
  });
  return [...values, checkSymbol(values)].map((value) => alphabet.charAt(value)).join('');
}

/** The bits that the symbols hold, the first symbol's highest. */
export const crockford32Bits = (symbols: string): bigint =>
  symbolValues(symbols).reduce((bits, value) => (bits << 5n) | BigInt(value), 0n);

const punctuation = /[.\p{Dash}\p{Quotation_Mark}`\u00b4\u2032\u2033]/gu;
export const stripPunctuation = (text: string): string => text.replace(punctuation, '');

const labelPattern = /^(?:[^:=\uff1a\uff1d]*[:=\uff1a\uff1d]|[^\d\s]*\s+)/u;

const canonicalPattern = /^[0-9A-HJKMNP-TV-Z]*$/u;

const normaliseInput = (text: string): string =>
  stripInvisibleCharacters(stripPunctuation(text)).normalize('NFKC').toUpperCase();

/** Unchecked: any case, O for 0, I and L for 1, without marks. `undefined` if the text has anything else. */
export function normaliseCrockford32(text: string): string | undefined {
  if (text.length > 200) return undefined;
  if (canonicalPattern.test(text)) return text;
  const symbols = Array.from(normaliseInput(text), (symbol) => symbolAliases[symbol] ?? symbol).join('');
  return symbolValues(symbols).includes(-1) ? undefined : symbols;
}

function parseWithChecksum(text: string, length: number): string | undefined {
  const symbols = normaliseCrockford32(text);
  if (symbols?.length !== length) return undefined;
  const values = symbolValues(symbols);
  return checkSymbol(values.slice(0, -1)) === values.at(-1) ? symbols : undefined;
}

/** Long texts yield nothing. */
function* candidateTexts(text: string): Generator<string> {
  if (text.length > 200) return;
  let rest = text;
  for (;;) {
    yield rest;
    const word = labelPattern.exec(rest)?.[0];
    if (word === undefined) return;
    rest = rest.slice(word.length);
  }
}

/** As a person typed or said them, also behind a label ("Code: ABCD-…"), or `undefined`. */
export function parseCrockford32(text: string, length: number): string | undefined {
  for (const rest of candidateTexts(text)) {
    const symbols = parseWithChecksum(rest, length);
    if (symbols !== undefined) return symbols;
  }
  return undefined;
}

/** True if the text is as long as a code and misses its check, as a mistyped one does. */
export function failsCrockford32Checksum(text: string, length: number): boolean {
  if (parseCrockford32(text, length) !== undefined) return false;
  return [...candidateTexts(text)]
    .map(normaliseInput)
    .some((written) => written.length === length && /^[0-9A-Z]+$/u.test(written) && /\d/u.test(written));
}

export function formatGroups(symbols: string, sizes: readonly number[]): string {
  let from = 0;
  return sizes
    .map((size) => {
      from += size;
      return symbols.slice(from - size, from);
    })
    .join('-');
}
