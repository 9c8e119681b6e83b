import { sha256 } from '@noble/hashes/sha2.js';
import { hex } from '@scure/base';
import { fingerprintDigits, fingerprintOf, shortFingerprintDigits } from '../core/model/recipients.ts';
import { checkRecipient } from './recipient.ts';
import { isSigner } from './signer.ts';

/** Eleven bits each: 128 for the fingerprint and four of checksum. */
const wordsOfOne = 12;
const bitsOfWord = 11n;
const bitsOfCheck = 4n;

const checkOf = (fingerprint: string): bigint => BigInt((sha256(hex.decode(fingerprint))[0] ?? 0) >> 4);

export function fingerprintWords(fingerprint: string, words: readonly string[]): string {
  const bits = (BigInt(`0x${fingerprint}`) << bitsOfCheck) | checkOf(fingerprint);
  return Array.from({ length: wordsOfOne }, (_, place) => {
    const shift = BigInt(wordsOfOne - 1 - place) * bitsOfWord;
    return words[Number((bits >> shift) & ((1n << bitsOfWord) - 1n))];
  }).join(' ');
}

/** `undefined` if a word is not in the list or the checksum fails. */
function fromWords(said: readonly string[], words: readonly string[]): string | undefined {
  const places = said.map((word) => words.indexOf(word));
  if (said.length !== wordsOfOne || places.includes(-1)) return undefined;
  const bits = places.reduce((sum, place) => (sum << bitsOfWord) | BigInt(place), 0n);
  const fingerprint = (bits >> bitsOfCheck).toString(16).padStart(fingerprintDigits, '0');
  return checkOf(fingerprint) === (bits & ((1n << bitsOfCheck) - 1n)) ? fingerprint : undefined;
}

function isLine(text: string): boolean {
  if (isSigner(text)) return true;
  try {
    checkRecipient(text);
    return true;
  } catch {
    return false;
  }
}

/** A public line has about two thousand characters. */
const mostPasted = 4_000;

/**
 * Reads digits in any grouping, twelve words from one of the lists, or a whole public line. The older form of 16 digits
 * is returned as it is. `undefined` for anything else.
 */
export function readFingerprint(text: string, lists: readonly (readonly string[])[]): string | undefined {
  if (text.length > mostPasted) return undefined;
  const plain = text.trim();
  if (isLine(plain)) return fingerprintOf(plain);
  const digits = plain.toLowerCase().replace(/[\s:.,-]/gu, '');
  if (/^[0-9a-f]+$/u.test(digits) && [fingerprintDigits, shortFingerprintDigits].includes(digits.length)) return digits;
  const said = plain
    .toLowerCase()
    .split(/[\s,.]+/u)
    .filter((word) => word !== '');
  return lists.map((words) => fromWords(said, words)).find((found) => found !== undefined);
}
