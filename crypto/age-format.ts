import { base64 } from '@scure/base';

const magic = 'age-encryption.org/v1';
const macBegins = '--- ';
/** More than any group has keys. */
const mostStanzas = 64;
const mostLines = 2 * mostStanzas + 2;
const longestLine = 1_600;
const nonceBytes = 16;
const tagBytes = 16;
const chunkBytes = 65_536;
const smallestPadded = 4096;

/** ML-KEM-768 ciphertext and X25519 share, 1,120 bytes. */
const hybridStanza = /^-> mlkem768x25519 [A-Za-z0-9+/]{1493}[AQgw]$/u;
/** 32 bytes in unpadded base64 whose last bits are zero: any other text would decode to the same bytes. */
const wrappedKey = /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]$/u;
const macLine = /^--- [A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]$/u;

interface HybridHeader {
  readonly recipients: number;
  readonly end: number;
}

function headerOf(bytes: Uint8Array): { readonly lines: readonly string[]; readonly end: number } | undefined {
  const lines: string[] = [];
  for (let from = 0; lines.length <= mostLines; ) {
    const end = bytes.subarray(from, from + longestLine).indexOf(0x0a);
    if (end === -1) return undefined;
    const line = String.fromCharCode(...bytes.subarray(from, from + end));
    lines.push(line);
    from += end + 1;
    if (line.startsWith(macBegins)) return { lines, end: from };
  }
  return undefined;
}

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

function isStep(bytes: number): boolean {
  for (let padded = smallestPadded; padded <= bytes; padded *= 2) {
    if (bytes === nonceBytes + padded + tagBytes * Math.ceil(padded / chunkBytes)) return true;
  }
  return false;
}

/**
 * How many recipients an age file in base64 has, if it looks like a seal: only post-quantum recipients, and content as
 * long as a step of padding. `undefined` if it does not. No one can tell without a key if it opens.
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

export const looksSealed = (text: string): boolean => recipientsOfSeal(text) !== undefined;

/** Whether bytes begin like a sealed file: a whole age header with only post-quantum recipients, and more. */
export function looksSealedFile(bytes: Uint8Array): boolean {
  const header = hybridHeader(bytes);
  return header !== undefined && bytes.length > header.end + nonceBytes + tagBytes;
}
