import { base64 } from '@scure/base';

const magic = 'age-encryption.org/v1';
const macBegins = '--- ';
/** No group has so many keys. */
const mostStanzas = 64;
const mostLines = 2 * mostStanzas + 2;
const longestLine = 1_600;
const nonceBytes = 16;
const tagBytes = 16;
const chunkBytes = 65_536;
const smallestPadded = 4096;

/** A stanza of the hybrid kind: a ciphertext of ML-KEM-768 and a share of X25519, 1,120 bytes; below it a wrapped key. */
const hybridStanza = /^-> mlkem768x25519 [A-Za-z0-9+/]{1493}[AQgw]$/u;
/** 32 bytes in base64 without padding, whose last bits are zero: any other text would be decoded to the same bytes. */
const wrappedKey = /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]$/u;
const macLine = /^--- [A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]$/u;

/** How many can open an age file, and where its content begins. */
interface HybridHeader {
  readonly recipients: number;
  readonly end: number;
}

/** The first lines of a file, until the one with its tag; where its content begins. */
function headerOf(bytes: Uint8Array): { readonly lines: readonly string[]; readonly end: number } | undefined {
  const lines: string[] = [];
  for (let from = 0; lines.length <= mostLines; ) {
    // No line is longer than that of a stanza.
    const end = bytes.subarray(from, from + longestLine).indexOf(0x0a);
    if (end === -1) return undefined;
    const line = String.fromCharCode(...bytes.subarray(from, from + end));
    lines.push(line);
    from += end + 1;
    if (line.startsWith(macBegins)) return { lines, end: from };
  }
  return undefined;
}

/** The header of an age file for post-quantum recipients alone; `undefined` where it is none. */
function hybridHeader(bytes: Uint8Array): HybridHeader | undefined {
  const header = headerOf(bytes);
  if (header === undefined || header.lines[0] !== magic || !macLine.test(header.lines.at(-1) ?? '')) return undefined;
  const stanzas = header.lines.slice(1, -1);
  const isWhole = stanzas.every((line, at) => (at % 2 === 0 ? hybridStanza : wrappedKey).test(line));
  const recipients = stanzas.length / 2;
  return isWhole && Number.isInteger(recipients) && recipients >= 1 && recipients <= mostStanzas
    ? { recipients, end: header.end }
    : undefined;
}

/** Whether content of so many bytes is what a padded text is sealed to. */
function isStep(bytes: number): boolean {
  for (let padded = smallestPadded; padded <= bytes; padded *= 2) {
    if (bytes === nonceBytes + padded + tagBytes * Math.ceil(padded / chunkBytes)) return true;
  }
  return false;
}

/**
 * How many can open a text that is a seal by its shape: an age file in base64 for post-quantum recipients alone, whose
 * content has one of the steps that text is padded to. `undefined` where it is none. Whether it opens, for whom, and what
 * it says, nobody can tell without a key.
 */
export function recipientsOfSeal(text: string): number | undefined {
  let bytes: Uint8Array;
  try {
    bytes = base64.decode(text);
  } catch {
    return undefined;
  }
  const header = hybridHeader(bytes);
  return header !== undefined && isStep(bytes.length - header.end) ? header.recipients : undefined;
}

/** Whether a text is a seal by its shape: see `recipientsOfSeal`. */
export const looksSealed = (text: string): boolean => recipientsOfSeal(text) !== undefined;

/**
 * Whether bytes begin as a sealed file by their shape: with the whole header of an age file for post-quantum recipients
 * alone, and something after it.
 */
export function looksSealedFile(bytes: Uint8Array): boolean {
  const header = hybridHeader(bytes);
  return header !== undefined && bytes.length > header.end + nonceBytes + tagBytes;
}
