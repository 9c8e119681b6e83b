import { isFingerprintOf, type KeyGroup, keyGroups, type Recipients } from '../../concerns/terms/recipients.ts';

/** Whose key a fingerprint stands for: a group that is sealed to now, a key of earlier days, or nobody known. */
export type KeyHolder = KeyGroup | 'retired' | 'unknown';

/** Who can open a report, by the fingerprints that stand inside its seal, in the order in which they stand there. */
export function whoseKeys(
  fingerprints: readonly string[],
  recipients: Recipients,
  retired: readonly string[],
): readonly { readonly fingerprint: string; readonly holder: KeyHolder }[] {
  const holderOf = (fingerprint: string): KeyHolder => {
    const isOf = (line: string) => isFingerprintOf(fingerprint, line);
    return keyGroups.find((group) => recipients[group].some(isOf)) ?? (retired.some(isOf) ? 'retired' : 'unknown');
  };
  return fingerprints.map((fingerprint) => ({ fingerprint, holder: holderOf(fingerprint) }));
}
