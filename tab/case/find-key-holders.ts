import { isFingerprintOfKey, type KeyGroup, keyGroups, type Recipients } from '../../core/model/public-keys.ts';

/** `retired`: a former key of a group; `unknown`: no one here has it. */
export type KeyHolder = KeyGroup | 'retired' | 'unknown';

export function findKeyHolders(
  fingerprints: readonly string[],
  recipients: Recipients,
  retired: readonly string[],
): readonly { readonly fingerprint: string; readonly holder: KeyHolder }[] {
  const findHolder = (fingerprint: string): KeyHolder => {
    const matchesFingerprint = (recipient: string) => isFingerprintOfKey(fingerprint, recipient);
    return (
      keyGroups.find((group) => recipients[group].some(matchesFingerprint)) ??
      (retired.some(matchesFingerprint) ? 'retired' : 'unknown')
    );
  };
  return fingerprints.map((fingerprint) => ({ fingerprint, holder: findHolder(fingerprint) }));
}
