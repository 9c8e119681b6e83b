import { bech32 } from '@scure/base';
import { SealError } from '../concerns/ports/seal-error.ts';

/** How the private line of a post-quantum identity begins, in small letters. */
const identityPrefix = 'age-secret-key-pq-';

/**
 * The 32-byte seed of an `AGE-SECRET-KEY-PQ-1…` line. Throws SealError `malformedIdentity`. Asked before a library sees
 * the line, whose own error would repeat it.
 */
export function seedOfIdentity(identity: string): Uint8Array {
  // bech32 knows two spellings; stock age takes this one only.
  const decoded = identity === identity.toUpperCase() ? bech32.decodeUnsafe(identity, false) : undefined;
  const seed = decoded && bech32.fromWordsUnsafe(decoded.words);
  if (!decoded || !seed || decoded.prefix !== identityPrefix || seed.length !== 32)
    throw new SealError('malformedIdentity');
  return seed;
}

/** Throws SealError `malformedIdentity` for what is not an `AGE-SECRET-KEY-PQ-1…` line. */
export const checkIdentity = (identity: string): void => void seedOfIdentity(identity).fill(0);

/** The private line, `AGE-SECRET-KEY-PQ-1…`, of a 32-byte seed. Throws SealError `malformedSeed`. */
export function identityOfSeed(seed: Uint8Array): string {
  if (seed.length !== 32) throw new SealError('malformedSeed');
  return bech32.encodeFromBytes(identityPrefix, seed).toUpperCase();
}
