import { fingerprintDigits, isFingerprintOf } from '../../core/model/recipients.ts';
import { readFingerprint } from '../../crypto/fingerprint-words.ts';

export interface KnownLine {
  readonly line: string;
  readonly name: string;
}

export type Compared =
  | { readonly kind: 'unreadable' | 'none' }
  | { readonly kind: 'same' | 'sameBeginning'; readonly names: readonly string[] };

export function compareFingerprint(
  given: string,
  lines: readonly KnownLine[],
  lists: readonly (readonly string[])[],
): Compared {
  const fingerprint = readFingerprint(given, lists);
  if (fingerprint === undefined) return { kind: 'unreadable' };
  const found = lines.filter(({ line }) => isFingerprintOf(fingerprint, line));
  if (found.length === 0) return { kind: 'none' };
  const names = [...new Set(found.map(({ name }) => name))];
  return { kind: fingerprint.length === fingerprintDigits ? 'same' : 'sameBeginning', names };
}
