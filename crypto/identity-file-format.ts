export const armorPrefix = '-----BEGIN AGE ENCRYPTED FILE-----';
export const binaryPrefix = 'age-encryption.org/v1\n';

/** Far more than a file of keys has. */
export const maxIdentityFileBytes = 1024 * 1024;

/** `damaged`: not a file of identities, or too large. */
export type WrappingKind = 'none' | 'passphrase' | 'holders' | 'damaged';

const decodeLatin1 = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes);

function decodeArmoredHead(text: string): string | undefined {
  const lines = text.trimStart().split(/\r?\n/u);
  try {
    return atob(lines[1] ?? '');
  } catch {
    return undefined;
  }
}

/** By the first bytes, so that the page asks for a passphrase only if one is needed. */
export function detectWrapping(content: Uint8Array): WrappingKind {
  if (content.length > maxIdentityFileBytes) return 'damaged';
  const text = decodeLatin1(content.subarray(0, 4096));
  const isArmored = text.trimStart().startsWith(armorPrefix);
  if (!isArmored && !text.startsWith(binaryPrefix)) return 'none';
  const head = isArmored ? decodeArmoredHead(text) : text;
  if (head === undefined || !head.startsWith(binaryPrefix)) return 'damaged';
  // A passphrase's stanza is alone in the header, so the first one tells.
  return head.startsWith('-> scrypt ', binaryPrefix.length) ? 'passphrase' : 'holders';
}
