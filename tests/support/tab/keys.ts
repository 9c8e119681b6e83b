import { identityFromSeed } from '../../../crypto/age-identity.ts';
import { recipientFromIdentitySync } from '../../../crypto/node/hybrid-recipient.ts';
import type { UnlockedKey, KeyOwner } from '../../../tab/crypto/key-store.ts';

/** An identity that is the same in every run. */
export const seedIdentity = (seed: number): string => identityFromSeed(new Uint8Array(32).fill(seed));

/** That identity as a key that is held. */
export function createHeldKey(seed: number, group: KeyOwner): UnlockedKey {
  const identity = seedIdentity(seed);
  return { group, identity, recipient: recipientFromIdentitySync(identity) };
}
