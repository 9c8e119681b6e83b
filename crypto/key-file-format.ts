export const armorBegins = '-----BEGIN AGE ENCRYPTED FILE-----';
export const binaryBegins = 'age-encryption.org/v1\n';

/** Far more than a file of keys has, and little enough for a file chosen by mistake. */
export const mostKeyFileBytes = 1024 * 1024;

/** `damaged`: not a file of identities, or too large. */
export type Wrapping = 'none' | 'passphrase' | 'holders' | 'damaged';

const latin1 = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes);

function headOfArmored(text: string): string | undefined {
  const lines = text.trimStart().split(/\r?\n/u);
  try {
    return atob(lines[1] ?? '');
  } catch {
    return undefined;
  }
}

/** Looks only at the first bytes, so that the page asks for a passphrase only if one is needed. */
export function wrappingOf(content: Uint8Array): Wrapping {
  if (content.length > mostKeyFileBytes) return 'damaged';
  const text = latin1(content.subarray(0, 4096));
  const isArmored = text.trimStart().startsWith(armorBegins);
  if (!isArmored && !text.startsWith(binaryBegins)) return 'none';
  const head = isArmored ? headOfArmored(text) : text;
  if (head === undefined || !head.startsWith(binaryBegins)) return 'damaged';
  // A passphrase's stanza is alone in the header, so the first one tells.
  return head.startsWith('-> scrypt ', binaryBegins.length) ? 'passphrase' : 'holders';
}
