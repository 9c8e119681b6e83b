import { isFingerprintOf, type KeyGroup, keyGroups, type Recipients } from '../../core/model/recipients.ts';

/** `retired`: a former key of a group; `unknown`: no one here has it. */
export type KeyHolder = KeyGroup | 'retired' | 'unknown';

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
