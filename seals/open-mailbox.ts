import { type Mailbox, SealError } from '../concerns/ports/seal.ts';
import { identityOfSeed } from './age-identity.ts';
import { openSealed } from './open-seal.ts';

/** Each mailbox's identity comes from its seed, is used for one seal and kept nowhere. */
export const createMailbox = (): Mailbox => ({
  async open(sealed, seed) {
    try {
      return await openSealed(sealed, [identityOfSeed(seed)]);
    } catch (error) {
      if (error instanceof SealError) return undefined;
      throw error;
    }
  },
});
