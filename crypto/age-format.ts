import { base64 } from '@scure/base';

const magic = 'age-encryption.org/v1';
const macPrefix = '--- ';
/** More than any group has keys. */
const maxStanzas = 64;
const maxLines = 2 * maxStanzas + 2;
const maxLineBytes = 1_600;
const nonceBytes = 16;
const tagBytes = 16;
const chunkBytes = 65_536;
const minPaddedBytes = 4096;

/** ML-KEM-768 ciphertext and X25519 share, 1,120 bytes. */
const hybridStanza = /^-> mlkem768x25519 [A-Za-z0-9+/]{1493}[AQgw]$/u;
/** 32 bytes in unpadded base64 whose last bits are zero: any other text would decode to the same bytes. */
const wrappedKey = /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]$/u;
const macLine = /^--- [A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]$/u;

interface HybridHeader {
  readonly recipients: number;
  readonly end: number;
}

function parseHeader(bytes: Uint8Array): { readonly lines: readonly string[]; readonly end: number } | undefined {
  const lines: string[] = [];
  for (let from = 0; lines.length <= maxLines; ) {
    const end = bytes.subarray(from, from + maxLineBytes).indexOf(0x0a);
    if (end === -1) return undefined;
    const line = String.fromCharCode(...bytes.subarray(from, from + end));
    lines.push(line);
    from += end + 1;
    if (line.startsWith(macPrefix)) return { lines, end: from };
  }
  return undefined;
}

function parseHybridHeader(bytes: Uint8Array): HybridHeader | undefined {
  const header = parseHeader(bytes);
  if (header === undefined || header.lines[0] !== magic || !macLine.test(header.lines.at(-1) ?? '')) return undefined;
  const stanzas = header.lines.slice(1, -1);
  const isWhole = stanzas.every((line, at) => (at % 2 === 0 ? hybridStanza : wrappedKey).test(line));
  const recipients = stanzas.length / 2;
  return isWhole && Number.isInteger(recipients) && recipients >= 1 && recipients <= maxStanzas
    ? { recipients, end: header.end }
    : undefined;
}

function isPaddedLength(bytes: number): boolean {
  for (let padded = minPaddedBytes; padded <= bytes; padded *= 2) {
    if (bytes === nonceBytes + padded + tagBytes * Math.ceil(padded / chunkBytes)) return true;
  }
  return false;
}

/**
 * `undefined` unless an age file in base64 looks like a seal: only post-quantum recipients, and content as long as a
 * step of padding.
 */
export function countRecipients(text: string): number | undefined {
  let bytes: Uint8Array;
  try {
    bytes = base64.decode(text);
  } catch {
    return undefined;
  }
  const header = parseHybridHeader(bytes);
  return header !== undefined && isPaddedLength(bytes.length - header.end) ? header.recipients : undefined;
}

export const isSealFormat = (text: string): boolean => countRecipients(text) !== undefined;

/** Needs a whole age header with only post-quantum recipients, and more after it. */
export function isSealedFileFormat(bytes: Uint8Array): boolean {
  const header = parseHybridHeader(bytes);
  return header !== undefined && bytes.length > header.end + nonceBytes + tagBytes;
}
