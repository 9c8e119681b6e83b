import type { ShownKey } from './key-store.ts';
import { fingerprintOf } from '../../core/model/recipients.ts';

/** A colleague compares it before wrapping the group's key for it. `undefined` unless it is someone's only key. */
export function lonelyFingerprint(keys: readonly Pick<ShownKey, 'group' | 'recipient'>[]): string | undefined {
  const inUse = keys.filter((key) => key.group !== 'new');
  const [first] = inUse;
  return first && inUse.every((key) => key.group === 'personal') ? fingerprintOf(first.recipient) : undefined;
}
