import { keyFingerprint, type KeyGroup, keyGroups, type Recipients } from '../../core/model/public-keys.ts';
import type { UnlockedRecipient } from './key-store.ts';

/** `missing`: no key of someone in a group is named. `unknown`: a key is named that they do not hold. */
export interface RecipientWarning {
  readonly group: KeyGroup;
  readonly why: 'missing' | 'unknown';
  readonly fingerprint: string;
}

/**
 * Compares named public keys with held ones: someone who runs the server could add another and read whatever is sealed
 * later. Says nothing about a group without a held key.
 */
export function findRecipientWarnings(
  recipients: Recipients,
  unlocked: readonly UnlockedRecipient[],
): readonly RecipientWarning[] {
  return keyGroups.flatMap((group): readonly RecipientWarning[] => {
    const own = unlocked.filter((key) => key.group === group);
    const [first] = own;
    if (!first) return [];
    const unlockedRecipients = new Set(own.map((key) => key.recipient));
    const named = recipients[group];
    return [
      ...(named.some((recipient) => unlockedRecipients.has(recipient))
        ? []
        : [{ group, why: 'missing', fingerprint: keyFingerprint(first.recipient) } as const]),
      ...named
        .filter((recipient) => !unlockedRecipients.has(recipient))
        .map((recipient) => ({ group, why: 'unknown', fingerprint: keyFingerprint(recipient) }) as const),
    ];
  });
}
