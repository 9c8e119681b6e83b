import type { Mailbox } from '../concerns/ports/mailbox.ts';
import { SealError } from '../concerns/ports/seal-error.ts';
import { identityOfSeed } from './age-identity.ts';
import { openSealed } from './open-seal.ts';

/** Mailboxes of age: the identity comes from the seed, is used for one seal and is kept nowhere. */
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
