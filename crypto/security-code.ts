import { sha256 } from '@noble/hashes/sha2.js';
import { hex } from '@scure/base';
import { fingerprintDigits, keyFingerprint, shortFingerprintDigits } from '../core/model/public-keys.ts';
import { assertRecipient } from './recipient.ts';
import { isSigner } from './signer.ts';

/** Eleven bits each: 128 for the fingerprint and four of checksum. */
const wordCount = 12;
const bitsPerWord = 11n;
const checksumBits = 4n;

const checksum = (fingerprint: string): bigint => BigInt((sha256(hex.decode(fingerprint))[0] ?? 0) >> 4);

export function securityCode(fingerprint: string, words: readonly string[]): string {
  const bits = (BigInt(`0x${fingerprint}`) << checksumBits) | checksum(fingerprint);
  return Array.from({ length: wordCount }, (_, place) => {
    const shift = BigInt(wordCount - 1 - place) * bitsPerWord;
    return words[Number((bits >> shift) & ((1n << bitsPerWord) - 1n))];
  }).join(' ');
}

function parseSecurityCode(typedWords: readonly string[], words: readonly string[]): string | undefined {
  const places = typedWords.map((word) => words.indexOf(word));
  if (typedWords.length !== wordCount || places.includes(-1)) return undefined;
  const bits = places.reduce((sum, place) => (sum << bitsPerWord) | BigInt(place), 0n);
  const fingerprint = (bits >> checksumBits).toString(16).padStart(fingerprintDigits, '0');
  return checksum(fingerprint) === (bits & ((1n << checksumBits) - 1n)) ? fingerprint : undefined;
}

function isPublicKey(text: string): boolean {
  if (isSigner(text)) return true;
  try {
    assertRecipient(text);
    return true;
  } catch {
    return false;
  }
}

/** A public key's text has about two thousand characters. */
const maxPastedLength = 4_000;

/**
 * Digits in any grouping, twelve words from one of the lists, or a whole public key's text; 16 digits, the older form,
 * are returned as they are. `undefined` for anything else.
 */
export function parseFingerprint(text: string, lists: readonly (readonly string[])[]): string | undefined {
  if (text.length > maxPastedLength) return undefined;
  const plain = text.trim();
  if (isPublicKey(plain)) return keyFingerprint(plain);
  const digits = plain.toLowerCase().replace(/[\s:.,-]/gu, '');
  if (/^[0-9a-f]+$/u.test(digits) && [fingerprintDigits, shortFingerprintDigits].includes(digits.length)) return digits;
  const typedWords = plain
    .toLowerCase()
    .split(/[\s,.]+/u)
    .filter((word) => word !== '');
  return lists.map((words) => parseSecurityCode(typedWords, words)).find((found) => found !== undefined);
}
