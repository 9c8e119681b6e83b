import { fingerprintDigits, isFingerprintOfKey } from '../../core/model/public-keys.ts';
import { parseFingerprint } from '../../crypto/security-code.ts';

export interface KnownPublicKey {
  readonly publicKey: string;
  readonly name: string;
}

export type FingerprintComparison =
  | { readonly kind: 'unreadable' | 'none' }
  | { readonly kind: 'same' | 'sameBeginning'; readonly names: readonly string[] };

export function compareFingerprint(
  input: string,
  knownKeys: readonly KnownPublicKey[],
  wordLists: readonly (readonly string[])[],
): FingerprintComparison {
  const fingerprint = parseFingerprint(input, wordLists);
  if (fingerprint === undefined) return { kind: 'unreadable' };
  const found = knownKeys.filter(({ publicKey }) => isFingerprintOfKey(fingerprint, publicKey));
  if (found.length === 0) return { kind: 'none' };
  const names = [...new Set(found.map(({ name }) => name))];
  return { kind: fingerprint.length === fingerprintDigits ? 'same' : 'sameBeginning', names };
}
