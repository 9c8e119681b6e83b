import type { UnlockedRecipient } from './key-store.ts';
import { keyFingerprint } from '../../core/model/public-keys.ts';

/** A colleague compares it before wrapping the group's key for it. `undefined` unless it is someone's only key. */
export function solePersonalKeyFingerprint(
  keys: readonly Pick<UnlockedRecipient, 'group' | 'recipient'>[],
): string | undefined {
  const inUse = keys.filter((key) => key.group !== 'new');
  const [first] = inUse;
  return first && inUse.every((key) => key.group === 'personal') ? keyFingerprint(first.recipient) : undefined;
}
