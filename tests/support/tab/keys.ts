import { identityOfSeed } from '../../../crypto/age-identity.ts';
import { recipientOfIdentity } from '../../../crypto/node/hybrid-recipient.ts';
import type { HeldKey, KeyOwner } from '../../../tab/crypto/key-store.ts';

/** An identity that is the same in every run. */
export const identityOf = (seed: number): string => identityOfSeed(new Uint8Array(32).fill(seed));

/** That identity as a key that is held. */
export function keyOf(seed: number, group: KeyOwner): HeldKey {
  const identity = identityOf(seed);
  return { group, identity, recipient: recipientOfIdentity(identity) };
}
