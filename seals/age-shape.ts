import { base64 } from '@scure/base';

const magic = 'age-encryption.org/v1';
const stanzaBegins = '-> mlkem768x25519 ';
const macBegins = '--- ';
/** No group has so many keys. */
const mostStanzas = 64;
const nonceBytes = 16;
const tagBytes = 16;
const chunkBytes = 65_536;
const smallestPadded = 4096;

/** The first lines of a file, until the one with its tag; where its content begins. */
function headerOf(bytes: Uint8Array): { readonly lines: readonly string[]; readonly end: number } | undefined {
  const lines: string[] = [];
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(0x0a, from);
    if (end === -1) return undefined;
    const line = String.fromCharCode(...bytes.subarray(from, Math.min(end, from + 2_000)));
    lines.push(line);
    from = end + 1;
    if (line.startsWith(macBegins)) return { lines, end: from };
  }
  return undefined;
}

/** Where the content begins of an age file for post-quantum recipients alone; `undefined` where it is none. */
function hybridHeaderEnd(bytes: Uint8Array): number | undefined {
  const header = headerOf(bytes);
  if (header === undefined || header.lines[0] !== magic) return undefined;
  const stanzas = header.lines.slice(1, -1);
  const begins = stanzas.filter((line) => line.startsWith('-> '));
  const areHybrid = begins.every((line) => line.startsWith(stanzaBegins));
  const isHybrid = stanzas[0]?.startsWith('-> ') === true && areHybrid && begins.length <= mostStanzas;
  return isHybrid ? header.end : undefined;
}

/** Whether content of so many bytes is what a padded text is sealed to. */
function isStep(bytes: number): boolean {
  for (let padded = smallestPadded; padded <= bytes; padded *= 2) {
    if (bytes === nonceBytes + padded + tagBytes * Math.ceil(padded / chunkBytes)) return true;
  }
  return false;
}

/**
 * Whether a text is a seal by its shape: an age file in base64 for post-quantum recipients alone, whose content has one
 * of the steps that text is padded to. Whether it opens, and what it says, nobody can tell without a key.
 */
export function looksSealed(text: string): boolean {
  let bytes: Uint8Array;
  try {
    bytes = base64.decode(text);
  } catch {
    return false;
  }
  const end = hybridHeaderEnd(bytes);
  return end !== undefined && isStep(bytes.length - end);
}

/**
 * Whether bytes begin as a sealed file by their shape: with the whole header of an age file for post-quantum recipients
 * alone, and something after it.
 */
export function looksSealedFile(bytes: Uint8Array): boolean {
  const end = hybridHeaderEnd(bytes);
  return end !== undefined && bytes.length > end + nonceBytes + tagBytes;
}
