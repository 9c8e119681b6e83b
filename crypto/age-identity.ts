import { bech32 } from '@scure/base';
import { SealError } from '../core/ports/seal.ts';

const identityPrefix = 'age-secret-key-pq-';

/**
 * The 32-byte seed of an `AGE-SECRET-KEY-PQ-1…` line. Throws SealError `malformedIdentity`. Call this before a library
 * sees the line, since its error would repeat it.
 */
export function parseIdentity(identity: string): Uint8Array {
  // bech32 has two spellings; stock age accepts only this one.
  const decoded = identity === identity.toUpperCase() ? bech32.decodeUnsafe(identity, false) : undefined;
  const seed = decoded && bech32.fromWordsUnsafe(decoded.words);
  if (!decoded || !seed || decoded.prefix !== identityPrefix || seed.length !== 32)
    throw new SealError('malformedIdentity');
  return seed;
}

/** Throws SealError `malformedIdentity`. */
export const assertIdentity = (identity: string): void => void parseIdentity(identity).fill(0);

/** The `AGE-SECRET-KEY-PQ-1…` line of a 32-byte seed. Throws SealError `malformedSeed`. */
export function identityFromSeed(seed: Uint8Array): string {
  if (seed.length !== 32) throw new SealError('malformedSeed');
  return bech32.encodeFromBytes(identityPrefix, seed).toUpperCase();
}
