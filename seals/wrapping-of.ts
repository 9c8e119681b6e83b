export const armorBegins = '-----BEGIN AGE ENCRYPTED FILE-----';
export const binaryBegins = 'age-encryption.org/v1\n';

/** The most that is read of a file of keys: far more than one has, far less than one chosen by mistake may hold. */
export const mostKeyFileBytes = 1024 * 1024;

/** How a file of identities is wrapped; `damaged` where it is none, or too large to be one. */
export type Wrapping = 'none' | 'passphrase' | 'holders' | 'damaged';

const latin1 = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes);

/** The head of an age file that is armoured; its first two lines hold the stanza that tells. */
function headOfArmored(text: string): string | undefined {
  const lines = text.trimStart().split(/\r?\n/u);
  try {
    return atob(lines[1] ?? '');
  } catch {
    return undefined;
  }
}

/** How the content of a file is wrapped, by its first bytes alone: so the page asks for a passphrase only where one is needed. */
export function wrappingOf(content: Uint8Array): Wrapping {
  if (content.length > mostKeyFileBytes) return 'damaged';
  const text = latin1(content.subarray(0, 4096));
  const isArmored = text.trimStart().startsWith(armorBegins);
  if (!isArmored && !text.startsWith(binaryBegins)) return 'none';
  const head = isArmored ? headOfArmored(text) : text;
  if (head === undefined || !head.startsWith(binaryBegins)) return 'damaged';
  // A passphrase stands alone in the header of an age file, so the first stanza tells.
  return head.startsWith('-> scrypt ', binaryBegins.length) ? 'passphrase' : 'holders';
}
