import { Decrypter } from 'age-encryption';
import { checkIdentity } from './age-identity.ts';
import { SealError } from '../concerns/ports/seal-error.ts';

/** The keys that open an age file: identities (`AGE-SECRET-KEY-PQ-1…`), or a passphrase. */
export type AgeKeys = { readonly identities: readonly string[] } | { readonly passphrase: string };

/** A decrypter that knows the keys, and whether it found that none of them fits. Throws SealError as `decryptAge`. */
export function decrypterWith(keys: AgeKeys): { readonly decrypter: Decrypter; readonly nobodyFits: () => boolean } {
  const decrypter = new Decrypter();
  if ('passphrase' in keys) decrypter.addPassphrase(keys.passphrase);
  else if (keys.identities.length === 0) throw new SealError('noIdentity');
  else {
    for (const identity of keys.identities) {
      checkIdentity(identity);
      decrypter.addIdentity(identity);
    }
  }
  // Asked last, and only where no key before it fits: the library tells this case by its words alone.
  let nobodyFits = false;
  decrypter.addIdentity({
    unwrapFileKey() {
      nobodyFits = true;
      return null;
    },
  });
  return { decrypter, nobodyFits: () => nobodyFits };
}

/**
 * Opens an age file. Throws SealError: `noIdentity` without any, `malformedIdentity`, `notForThisIdentity` where no key
 * fits, `damaged` where one fits and the rest is not what was made.
 */
export async function decryptAge(file: Uint8Array, keys: AgeKeys): Promise<Uint8Array> {
  const { decrypter, nobodyFits } = decrypterWith(keys);
  try {
    return await decrypter.decrypt(file);
  } catch {
    throw new SealError(nobodyFits() ? 'notForThisIdentity' : 'damaged');
  }
}
